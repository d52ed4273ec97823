import { create } from 'zustand'
import type { Desk } from '../../src-preload/contract/desk'
import type { Failure, Outcome } from '../../src-preload/contract/outcome'
import type { TicketView } from '../../src-preload/contract/ticket'
import { keepSame } from './keep-same'

interface Patch {
  readonly number: number
  readonly change: Partial<TicketView>
}

/** A ticket as main told it, the changes that main has not answered yet, and both together. */
export interface HeldTicket {
  readonly told: TicketView
  readonly revision: number
  readonly patches: readonly Patch[]
  readonly view: TicketView
}

export type TicketDesk = Pick<Desk, 'on'> & { readonly tickets: Pick<Desk['tickets'], 'get'> }

const keptTickets = 60

/** The tickets opened lately, kept fresh by events. Changes show at once and go back if main refuses (R128). */
export function createTickets(desk: () => TicketDesk) {
  const use = create<{
    readonly byId: ReadonlyMap<string, HeldTicket>
    readonly failures: ReadonlyMap<string, Failure>
  }>(() => ({ byId: new Map(), failures: new Map() }))
  const get = (ticketId: string) => use.getState().byId.get(ticketId)
  let isListening = false
  let patchNumber = 0

  function put(told: TicketView, revision: number, patches: readonly Patch[]) {
    const byId = new Map(use.getState().byId)
    const before = byId.get(told.id)?.view
    const view = keepSame<TicketView>(before, Object.assign({}, told, ...patches.map(({ change }) => change)))
    byId.delete(told.id)
    byId.set(told.id, { told, revision, patches, view })
    for (const id of byId.keys()) {
      if (byId.size <= keptTickets) break
      byId.delete(id)
    }
    use.setState({ byId })
  }

  function fail(ticketId: string, failure: Failure | null) {
    if (failure === null && !use.getState().failures.has(ticketId)) return
    const failures = new Map(use.getState().failures)
    if (failure === null) failures.delete(ticketId)
    else failures.set(ticketId, failure)
    use.setState({ failures })
  }

  function listen() {
    if (isListening) return
    isListening = true
    desk().on('ticket-changed', ({ revision, ticket }) => {
      const held = get(ticket.id)
      if (held !== undefined && revision >= held.revision) put(ticket, revision, held.patches)
    })
  }

  /** Shows a ticket: what is here at once, then what main says now. */
  async function open(ticketId: string): Promise<void> {
    listen()
    const revision = get(ticketId)?.revision ?? -1
    const answer = await desk().tickets.get({ ticketId })
    fail(ticketId, answer.ok ? null : answer.failure)
    const held = get(ticketId)
    if (answer.ok && (held?.revision ?? -1) === revision) put(answer.value, revision, held?.patches ?? [])
  }

  /**
   * Shows a change at once and asks main for it. Resolves to what main says; a refusal takes the change back.
   * An event that came meanwhile is newer than the answer and stays.
   */
  async function change(
    ticketId: string,
    patch: Partial<TicketView>,
    command: Promise<Outcome<TicketView>>,
  ): Promise<Outcome<TicketView>> {
    patchNumber += 1
    const number = patchNumber
    const before = get(ticketId)
    if (before !== undefined) {
      put(before.told, before.revision, [...before.patches, { number, change: patch }])
    }
    const answer = await command
    const held = get(ticketId)
    if (held !== undefined) {
      const isNewest = held.revision === before?.revision
      const told = answer.ok && isNewest ? answer.value : held.told
      put(
        told,
        held.revision,
        held.patches.filter((other) => other.number !== number),
      )
    }
    return answer
  }

  return { use, open, change }
}

export const tickets = createTickets(() => window.desk)

/** The ticket as shown, with changes that are still under way; null until it is here. */
export const useTicket = (ticketId: string | null): TicketView | null =>
  tickets.use((state) => (ticketId === null ? null : (state.byId.get(ticketId)?.view ?? null)))
