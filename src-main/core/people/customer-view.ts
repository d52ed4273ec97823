import type { CustomerView } from '../../../src-preload/contract/ticket'
import type { DeskState } from '../desk/state'
import type { Ticket } from '../ticket/ticket'
import { nameOf } from './names'
import { tierOf } from './tier-of'

/** A ticket's customer, as shown, with how many tickets they had before this one. */
export function customerView(state: DeskState, { id, customerId }: Ticket): CustomerView {
  return {
    id: customerId,
    name: nameOf(state, customerId),
    username: state.people.get(customerId)?.username ?? null,
    tier: tierOf(state, customerId),
    isDeleted: state.people.get(customerId)?.isDeleted === true,
    earlierTickets: Math.max(0, (state.ticketsOf.get(customerId) ?? []).indexOf(id)),
  }
}
