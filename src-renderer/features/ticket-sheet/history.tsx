import type { EventItem, TimelineItem } from '../../../src-preload/contract/conversation'
import type { TicketView } from '../../../src-preload/contract/ticket'
import { useNow } from '../../desk/now-store'
import { cleanLine } from '../../desk/plain-text'
import { momentOf } from '../../ui/time-words'
import { EarlierButton } from './earlier-button'

/** The last line tells of it already, with who. */
const isOpening = ({ icon, text }: EventItem, code: string) => icon === 'ticket' && text === `${code} opened`

/** What happened to the ticket, newest first. */
export function History(props: { readonly ticket: TicketView; readonly items: readonly TimelineItem[] }) {
  const { ticket, items } = props
  const now = useNow('minute')
  const events = items.filter(
    (item): item is EventItem => item.kind === 'event' && !isOpening(item, ticket.code),
  )
  return (
    <div className="sheet-list">
      <ol className="sheet-history">
        {[...events].reverse().map((event) => (
          <li key={event.id}>
            <bdi>{cleanLine(event.text)}</bdi>
            <time dateTime={new Date(event.at).toISOString()}>{momentOf(event.at, now)}</time>
          </li>
        ))}
        <li>
          <span>
            Created by <bdi>{cleanLine(ticket.createdBy, 'No name')}</bdi>
          </span>
          <time dateTime={new Date(ticket.createdAt).toISOString()}>{momentOf(ticket.createdAt, now)}</time>
        </li>
      </ol>
      <EarlierButton ticketId={ticket.id} />
    </div>
  )
}
