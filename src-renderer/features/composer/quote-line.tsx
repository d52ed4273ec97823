import { X } from 'lucide-react'
import type { TicketView } from '../../../src-preload/contract/ticket'
import { drafts, useDrafts } from '../../desk/draft-store'
import { cleanLine } from '../../desk/plain-text'
import { requestFocus } from '../../desk/selection-store'
import { timelines } from '../../desk/timeline-store'
import { IconButton } from '../../ui/icon-button'

/** The message that is answered, above the field. Esc takes it away. */
export function QuoteLine({ ticket }: { readonly ticket: TicketView }) {
  const { replyTo } = useDrafts(ticket.id).reply
  const item = timelines.use((state) =>
    state.byTicket.get(ticket.id)?.items.find((one) => one.id === replyTo && one.kind === 'message'),
  )
  if (replyTo === null) return null
  const message = item?.kind === 'message' ? item : null
  return (
    <div className="composer-quote">
      <div>
        <bdi className="clip composer-quoted">
          {cleanLine(message?.author.name ?? '', 'An earlier message')}
        </bdi>
        <bdi className="clip">
          {cleanLine(message?.text ?? '', cleanLine(message?.content?.line ?? '', 'A file'))}
        </bdi>
      </div>
      <IconButton
        label="Remove the quoted message"
        keys="Escape"
        side="top"
        icon={<X size={15} />}
        onClick={() => {
          drafts.write(ticket.id, 'reply', { replyTo: null })
          requestFocus('composer')
        }}
      />
    </div>
  )
}
