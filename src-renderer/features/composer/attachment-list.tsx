import { Paperclip, X } from 'lucide-react'
import { drafts, useDrafts } from '../../desk/draft-store'
import { cleanLine } from '../../desk/plain-text'
import { requestFocus } from '../../desk/selection-store'
import { sizeWords } from '../../ui/size-words'

/** The files that go with the reply. */
export function AttachmentList({ ticketId }: { readonly ticketId: string }) {
  const { attachments } = useDrafts(ticketId)
  if (attachments.length === 0) return null
  return (
    <ul className="composer-files" aria-label="Files to send">
      {attachments.map(({ id, name, sizeBytes }) => (
        <li key={id}>
          <Paperclip size={14} />
          <bdi className="clip">{cleanLine(name, 'A file')}</bdi>
          <small>{sizeWords(sizeBytes)}</small>
          <button
            type="button"
            aria-label={`Remove ${cleanLine(name, 'a file')}`}
            onClick={() => {
              drafts.attach(ticketId, (files) => files.filter((file) => file.id !== id))
              requestFocus('composer')
            }}
          >
            <X size={13} />
          </button>
        </li>
      ))}
    </ul>
  )
}
