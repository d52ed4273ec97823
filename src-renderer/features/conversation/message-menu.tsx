import { Copy, Ellipsis, History, Pencil, Reply, Trash2, Undo2 } from 'lucide-react'
import { useEffect, useRef } from 'react'
import type { MessageItem } from '../../../src-preload/contract/conversation'
import { copyText } from '../../desk/copy-text'
import { drafts } from '../../desk/draft-store'
import { beginEditing } from '../../desk/editing-store'
import { cleanText } from '../../desk/plain-text'
import { requestFocus } from '../../desk/selection-store'
import { useTicket } from '../../desk/ticket-store'
import { Menu, MenuItem } from '../../ui/menu'
import { askToDelete } from './delete-store'
import { takeBack } from './delivery-line'

export interface MessageMenuProps {
  readonly ticketId: string
  readonly item: MessageItem
  readonly isOpen: boolean
  readonly onOpenChange: (isOpen: boolean) => void
  readonly onVersions: () => void
}

const unsent = new Set(['held', 'queued', 'failed', 'uncertain'])

/** What can be done with one message. Its button shows under the pointer; Enter on the message opens it too. */
export function MessageMenu(props: MessageMenuProps) {
  const { ticketId, item, isOpen, onOpenChange, onVersions } = props
  const isThere = item.deletedAt === null
  // Nothing can be added to a closed ticket, and nothing of it changed.
  const mayChange = useTicket(ticketId)?.status !== 'closed' && isThere
  const isUnsent = unsent.has(item.delivery.kind)
  /** Set where what was chosen goes on in the composer or a dialog: the focus is there when the menu has closed. */
  const goesOn = useRef(false)
  useEffect(() => {
    if (isOpen) goesOn.current = false
  }, [isOpen])
  const goOn = (begin: () => void) => {
    goesOn.current = true
    begin()
  }
  if (!isThere && item.text === '') return null
  return (
    <span className="message-menu">
      <Menu
        align="end"
        open={isOpen}
        onOpenChange={onOpenChange}
        focusAfter={() => (goesOn.current ? false : null)}
        trigger={
          <button
            type="button"
            tabIndex={-1}
            className="button quiet small square"
            aria-label="Message actions"
          >
            <Ellipsis size={15} />
          </button>
        }
      >
        {isThere && !isUnsent && (
          <MenuItem icon={<Reply size={15} />} onClick={() => goOn(() => quote(ticketId, item))}>
            Reply to this
          </MenuItem>
        )}
        {mayChange && item.canEdit && (
          <MenuItem icon={<Pencil size={15} />} onClick={() => goOn(() => beginEditing(ticketId, item))}>
            Edit
          </MenuItem>
        )}
        {item.text !== '' && (
          <MenuItem
            icon={<Copy size={15} />}
            onClick={() => void copyText(cleanText(item.text), 'Text copied')}
          >
            Copy text
          </MenuItem>
        )}
        {isThere && item.versions.length > 0 && (
          <MenuItem icon={<History size={15} />} onClick={onVersions}>
            Versions
          </MenuItem>
        )}
        {mayChange && item.canDelete && (
          <MenuItem
            icon={<Trash2 size={15} />}
            danger
            onClick={() => goOn(() => askToDelete(ticketId, item))}
          >
            Delete for the customer…
          </MenuItem>
        )}
        {isUnsent && item.outboxId !== null && (
          <MenuItem icon={<Undo2 size={15} />} onClick={() => void takeBack(ticketId, item)}>
            Take back
          </MenuItem>
        )}
      </Menu>
    </span>
  )
}

function quote(ticketId: string, item: MessageItem) {
  drafts.setMode(ticketId, 'reply')
  drafts.write(ticketId, 'reply', { replyTo: item.id })
  requestFocus('composer')
}
