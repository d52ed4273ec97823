import { Pencil } from 'lucide-react'
import { useEditing } from '../../desk/editing-store'
import { cleanLine } from '../../desk/plain-text'
import { AboutLine } from './about-line'
import { cancelEdit } from './send-store'

/** Above the field while a reply at the customer is edited: what it says to them. Esc leaves it so. */
export function EditLine({ ticketId }: { readonly ticketId: string }) {
  const editing = useEditing(ticketId)
  if (editing === null) return null
  const heading = (
    <span className="composer-quoted composer-editing">
      <Pencil size={12} />
      Editing
    </span>
  )
  return (
    <AboutLine
      heading={heading}
      text={cleanLine(editing.said, 'A file without words')}
      leave="Leave it as it was"
      onLeave={() => cancelEdit(ticketId)}
    />
  )
}
