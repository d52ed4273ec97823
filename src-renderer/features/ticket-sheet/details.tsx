import type { ReactNode } from 'react'
import type { TicketView } from '../../../src-preload/contract/ticket'
import { useNow } from '../../desk/now-store'
import { cleanLine } from '../../desk/plain-text'
import { selectTicket } from '../../desk/selection-store'
import { Button } from '../../ui/button'
import { momentOf } from '../../ui/time-words'
import { Answers } from './answers'
import { Clocks } from './clocks'
import { Fact } from './fact'
import { Fields } from './fields'
import { Reach } from './reach'

/** The facts of a ticket, from what is due to how it came about. */
export function Details(props: { readonly ticket: TicketView; readonly customer: ReactNode }) {
  const { ticket, customer } = props
  return (
    <>
      <Clocks ticket={ticket} />
      <Fields ticket={ticket} />
      <Answers ticket={ticket} />
      {customer}
      <Reach ticket={ticket} />
      <Record ticket={ticket} />
    </>
  )
}

function Record({ ticket }: { readonly ticket: TicketView }) {
  const now = useNow('minute')
  const { resolvedAt, closedAt, followUpOf, followUps } = ticket
  return (
    <section className="sheet-section" aria-label="Record">
      <dl className="sheet-facts plain">
        <Fact name="Created">
          <span className="clip" title={momentOf(ticket.createdAt, now)}>
            {momentOf(ticket.createdAt, now)}, <bdi>{cleanLine(ticket.createdBy, 'No name')}</bdi>
          </span>
        </Fact>
        <Fact name="Messages">{ticket.messages.toLocaleString('en-GB')}</Fact>
        {resolvedAt !== null && <Fact name="Resolved">{momentOf(resolvedAt, now)}</Fact>}
        <Fact name={closedAt === null || ticket.status === 'closed' ? 'Closed' : 'Was closed'}>
          {closedAt === null ? (
            'Not yet'
          ) : (
            <span className="clip">
              {momentOf(closedAt, now)}
              {ticket.closedBy !== null && (
                <>
                  , <bdi>{cleanLine(ticket.closedBy, 'No name')}</bdi>
                </>
              )}
            </span>
          )}
        </Fact>
        {followUpOf !== null && (
          <Fact name="Follows">
            <TicketLink {...followUpOf} />
          </Fact>
        )}
        {followUps.length > 0 && (
          <Fact name="Followed by">
            {followUps.map((one) => (
              <TicketLink key={one.id} {...one} />
            ))}
          </Fact>
        )}
      </dl>
    </section>
  )
}

function TicketLink({ id, code }: { readonly id: string; readonly code: string }) {
  return (
    <Button look="link" onClick={() => selectTicket(id)}>
      {code}
    </Button>
  )
}
