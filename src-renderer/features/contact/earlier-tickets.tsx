import { useState } from 'react'
import type { ContactView } from '../../../src-preload/contract/contact'
import { statusNames } from '../../../src-preload/contract/ticket-words'
import { useNow } from '../../desk/now-store'
import { cleanLine } from '../../desk/plain-text'
import { selectTicket } from '../../desk/selection-store'
import { Button } from '../../ui/button'
import { StatusIcon } from '../../ui/status-icon'
import { dateOf } from '../../ui/time-words'

const shownAtFirst = 4

interface EarlierTicketsProps {
  readonly tickets: ContactView['tickets']
  /** The one in hand: it is not among the others. */
  readonly ticketId: string
}

/** The other tickets of a customer, newest first. */
export function EarlierTickets({ tickets, ticketId }: EarlierTicketsProps) {
  const now = useNow('minute')
  const [isWhole, setWhole] = useState(false)
  const others = tickets.filter(({ id }) => id !== ticketId)
  const shown = isWhole ? others : others.slice(0, shownAtFirst)
  if (others.length === 0) return <p className="contact-first">This is their first ticket</p>
  return (
    <div className="contact-tickets">
      <h4>Other tickets</h4>
      <ul>
        {shown.map(({ id, code, title, status, createdAt }) => (
          <li key={id}>
            <button
              type="button"
              title={`${statusNames[status]}, ${dateOf(createdAt, now)}`}
              onClick={() => selectTicket(id)}
            >
              <StatusIcon status={status} />
              <span>{code}</span>
              <bdi className="clip">{cleanLine(title, 'No title')}</bdi>
            </button>
          </li>
        ))}
      </ul>
      {others.length > shown.length && (
        <Button look="link" onClick={() => setWhole(true)}>
          Show all {others.length}
        </Button>
      )}
    </div>
  )
}
