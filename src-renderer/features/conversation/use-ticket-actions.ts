import type { TicketStatus, TicketView } from '../../../src-preload/contract/ticket'
import { useAction } from '../../desk/actions'
import { useMe } from '../../desk/agents-store'
import { askFor } from '../../desk/asking-store'
import { openSheet, useSelection } from '../../desk/selection-store'
import { assign, claim, copyCode, release, setStatus } from '../../desk/ticket-acts'
import { reopenTo } from './reopen'

/** What can be done with the open ticket, for keys and the palette (interface.md section 10). */
export function useTicketActions(ticket: TicketView | null) {
  const isDesk = useSelection((state) => state.place === 'desk')
  const me = useMe()
  const isOpen = isDesk && ticket !== null
  const may = (status: TicketStatus) => isOpen && ticket.allowedStatuses.includes(status)
  const act = (
    id: string,
    title: string,
    keys: string,
    enabled: boolean,
    run: (ticket: TicketView) => unknown,
  ) => ({
    id: `ticket.${id}`,
    title,
    group: 'ticket' as const,
    keys: [keys],
    enabled,
    run: () => {
      if (ticket !== null) run(ticket)
    },
  })
  const isMine = ticket?.assignee?.isMe === true
  const isClosed = ticket?.status === 'closed'
  const reopen = ticket === null ? null : reopenTo(ticket)

  useAction(
    act('claim', ticket?.assignee ? 'Take over' : 'Claim', 'I', isOpen && !isMine && !isClosed, (it) =>
      it.assignee === null ? claim(it, me) : assign(it, me),
    ),
  )
  useAction(act('release', 'Release', 'Shift+I', isOpen && isMine && !isClosed, release))
  useAction(act('assign', 'Assign…', 'A', isOpen && !isClosed, () => askFor('assignee')))
  useAction(act('resolve', 'Resolve', 'E', may('resolved'), (it) => setStatus(it, 'resolved')))
  useAction(
    act('reopen', 'Reopen', 'Shift+E', isOpen && reopen !== null, (it) =>
      reopen === null ? undefined : setStatus(it, reopen),
    ),
  )
  useAction(
    act('wait', 'Wait for the customer', 'W', may('pending_customer') && !isClosed, (it) =>
      setStatus(it, 'pending_customer'),
    ),
  )
  const mayHold = may('on_hold') || (isOpen && ticket.status === 'on_hold')
  useAction(act('hold', 'Hold until…', 'H', mayHold && !isClosed, () => askFor('hold')))
  useAction(act('status', 'Change the status', 'S', isOpen, () => askFor('status')))
  useAction(act('priority', 'Change the priority', 'P', isOpen && !isClosed, () => askFor('priority')))
  useAction(
    act('explain', 'Explain SLA', 'T', isOpen && ticket.clock.kind !== 'none', () => askFor('explain')),
  )
  useAction(act('copy', 'Copy code', 'Y', isOpen, copyCode))
  useAction({
    id: 'ticket.title',
    title: 'Change the title',
    group: 'ticket',
    enabled: isOpen && !isClosed,
    run: () => askFor('title'),
  })
  useAction(act('sheet', 'Ticket sheet', ']', isOpen, () => openSheet(!useSelection.getState().sheetOpen)))
}
