import type { TicketView } from '../../../src-preload/contract/ticket'
import { drafts, useDrafts } from '../../desk/draft-store'
import { cleanLine } from '../../desk/plain-text'
import { requestFocus } from '../../desk/selection-store'
import { timelines } from '../../desk/timeline-store'
import { AboutLine } from './about-line'

/** The message that is answered, above the field. Esc takes it away. */
export function QuoteLine({ ticket }: { readonly ticket: TicketView }) {
  const { replyTo } = useDrafts(ticket.id).reply
  const item = timelines.use((state) =>
    state.byTicket.get(ticket.id)?.items.find((one) => one.id === replyTo && one.kind === 'message'),
  )
  if (replyTo === null) return null
  const message = item?.kind === 'message' ? item : null
  return (
    <AboutLine
      heading={
        <bdi className="clip composer-quoted">
          {cleanLine(message?.author.name ?? '', 'An earlier message')}
        </bdi>
      }
      text={cleanLine(message?.text ?? '', cleanLine(message?.content?.line ?? '', 'A file'))}
      leave="Remove the quoted message"
      onLeave={() => {
        drafts.write(ticket.id, 'reply', { replyTo: null })
        requestFocus('composer')
      }}
    />
  )
}
