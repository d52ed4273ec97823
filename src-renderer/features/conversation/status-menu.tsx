import { ChevronDown } from 'lucide-react'
import type { TicketStatus, TicketView } from '../../../src-preload/contract/ticket'
import { statusNames } from '../../../src-preload/contract/ticket-words'
import { askFor, doneAsking, useAsked } from '../../desk/asking-store'
import { setStatus } from '../../desk/ticket-acts'
import { useAriaKeys } from '../../ui/key-names'
import { Menu, MenuItem } from '../../ui/menu'
import { StatusIcon } from '../../ui/status-icon'

const keys: Partial<Record<TicketStatus, string>> = { resolved: 'E', on_hold: 'H', pending_customer: 'W' }

/** The status of the ticket, and those it may go to from here. */
export function StatusMenu({ ticket }: { readonly ticket: TicketView }) {
  const isOpen = useAsked((state) => state.asked === 'status')
  const choices = [ticket.status, ...ticket.allowedStatuses.filter((status) => status !== ticket.status)]
  return (
    <Menu
      align="end"
      open={isOpen}
      onOpenChange={(open) => (open ? askFor('status') : doneAsking('status'))}
      trigger={
        <button
          type="button"
          className="button plain small bar-button bar-status"
          aria-label={`Status: ${statusNames[ticket.status]}`}
          aria-keyshortcuts={useAriaKeys('S')}
        >
          <StatusIcon status={ticket.status} />
          <span className="bar-words clip">{statusNames[ticket.status]}</span>
          <ChevronDown size={13} className="bar-words" />
        </button>
      }
    >
      {choices.map((status) => (
        <MenuItem
          key={status}
          chosen={status === ticket.status}
          icon={<StatusIcon status={status} size={15} />}
          {...(keys[status] === undefined || status === ticket.status ? {} : { keys: keys[status] })}
          onClick={() => (status === 'on_hold' ? askFor('hold') : void setStatus(ticket, status))}
        >
          {status === 'on_hold' ? 'On hold until…' : statusNames[status]}
        </MenuItem>
      ))}
    </Menu>
  )
}
