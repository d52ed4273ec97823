import { Paperclip, X } from 'lucide-react'
import { drafts, useDrafts } from '../../desk/draft-store'
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
          <bdi className="clip">{name}</bdi>
          <small>{sizeWords(sizeBytes)}</small>
          <button
            type="button"
            aria-label={`Remove ${name}`}
            onClick={() => drafts.attach(ticketId, (files) => files.filter((file) => file.id !== id))}
          >
            <X size={13} />
          </button>
        </li>
      ))}
    </ul>
  )
}
