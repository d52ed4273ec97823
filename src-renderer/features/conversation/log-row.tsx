import { memo } from 'react'
import type { TicketView } from '../../../src-preload/contract/ticket'
import { useAtNow } from '../../desk/now-store'
import { dayOf } from '../../ui/time-words'
import { Bubble } from './bubble'
import { EventLine } from './event-line'
import { Note } from './note'
import type { LogEntry } from './runs'

export interface LogRowProps {
  readonly entry: LogEntry
  readonly ticketId: string
  readonly ticket: TicketView | null
  readonly customerName: string
}

/** One row of the log, whatever it is. */
export const LogRow = memo(function LogRow({ entry, ticketId, ticket, customerName }: LogRowProps) {
  switch (entry.kind) {
    case 'day':
      return <Day at={entry.at} />
    case 'new':
      return <div className="log-line fresh">New</div>
    case 'event':
      return <EventLine item={entry.item} />
    case 'note':
      return <Note item={entry.item} />
    case 'bubble':
      return (
        <Bubble
          ticketId={ticketId}
          items={entry.items}
          customerId={ticket?.customer.id ?? entry.items[0].author.id}
          customerName={customerName}
          hasFace={entry.face}
          opens={entry.opens}
          isInTelegram={ticket?.way !== 'bot'}
        />
      )
  }
})

function Day({ at }: { readonly at: number }) {
  return <div className="log-line">{useAtNow((now) => dayOf(at, now))}</div>
}
