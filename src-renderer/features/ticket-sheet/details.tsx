import type { ReactNode } from 'react'
import type { TicketView } from '../../../src-preload/contract/ticket'
import { useNow } from '../../desk/now-store'
import { cleanLine } from '../../desk/plain-text'
import { selectTicket } from '../../desk/selection-store'
import { Button } from '../../ui/button'
import { Face } from '../../ui/face'
import { momentOf } from '../../ui/time-words'
import { Clocks } from './clocks'
import { Fields } from './fields'

/** The facts of a ticket, from what is due to how it came about. */
export function Details({ ticket }: { readonly ticket: TicketView }) {
  return (
    <>
      <Clocks ticket={ticket} />
      <Fields ticket={ticket} />
      <Customer ticket={ticket} />
      <Topic ticket={ticket} />
      <Record ticket={ticket} />
    </>
  )
}

export function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  )
}

function Customer({ ticket }: { readonly ticket: TicketView }) {
  const { customer } = ticket
  const name = cleanLine(customer.name, 'No name')
  const { earlierTickets } = customer
  return (
    <section className="sheet-section" aria-label="Customer">
      <h3>Customer</h3>
      <div className="sheet-person">
        <Face id={customer.id} name={name} kind="customer" />
        <div>
          <bdi className="clip sheet-name">{name}</bdi>
          {customer.username !== null && <bdi className="clip muted">@{customer.username}</bdi>}
        </div>
      </div>
      <dl className="sheet-facts plain">
        <Fact name="Tickets">{earlierTickets === 0 ? 'This is the first' : `${earlierTickets} earlier`}</Fact>
        <Fact name="Messages">{ticket.messages.toLocaleString('en-GB')}</Fact>
      </dl>
    </section>
  )
}

const topicStates = {
  open: 'Open',
  closed: 'Closed',
  deleted: 'Deleted. Replies cannot be delivered',
} as const

function Topic({ ticket }: { readonly ticket: TicketView }) {
  return (
    <section className="sheet-section" aria-label="Topic">
      <h3>Topic in Telegram</h3>
      <dl className="sheet-facts plain">
        <Fact name="Group">
          <bdi className="clip">{cleanLine(ticket.groupTitle, 'No title')}</bdi>
        </Fact>
        <Fact name="Topic">
          <bdi className="clip" title={cleanLine(ticket.topic.title)}>
            {cleanLine(ticket.topic.title, 'No title')}
          </bdi>
        </Fact>
        <Fact name="State">
          <span className={ticket.topic.state === 'deleted' ? 'sheet-bad' : ''}>
            {topicStates[ticket.topic.state]}
          </span>
        </Fact>
      </dl>
    </section>
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
