import { Pencil, X } from 'lucide-react'
import { useEditing } from '../../desk/editing-store'
import { cleanLine } from '../../desk/plain-text'
import { IconButton } from '../../ui/icon-button'
import { cancelEdit } from './send-store'

/** Above the field while a reply at the customer is edited: what it says to them. Esc leaves it so. */
export function EditLine({ ticketId }: { readonly ticketId: string }) {
  const editing = useEditing(ticketId)
  if (editing === null) return null
  return (
    <div className="composer-quote">
      <div>
        <span className="composer-quoted composer-editing">
          <Pencil size={12} />
          Editing
        </span>
        <bdi className="clip">{cleanLine(editing.said, 'A file without words')}</bdi>
      </div>
      <IconButton
        label="Leave it as it was"
        keys="Escape"
        side="top"
        icon={<X size={15} />}
        onClick={() => cancelEdit(ticketId)}
      />
    </div>
  )
}
