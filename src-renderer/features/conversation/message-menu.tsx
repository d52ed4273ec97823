import { Copy, Ellipsis, History, Reply, Undo2 } from 'lucide-react'
import type { MessageItem } from '../../../src-preload/contract/conversation'
import { copyText } from '../../desk/copy-text'
import { drafts } from '../../desk/draft-store'
import { cleanText } from '../../desk/plain-text'
import { requestFocus } from '../../desk/selection-store'
import { Menu, MenuItem } from '../../ui/menu'
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
  const isUnsent = unsent.has(item.delivery.kind)
  if (!isThere && item.text === '') return null
  return (
    <span className="message-menu">
      <Menu
        align="end"
        open={isOpen}
        onOpenChange={onOpenChange}
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
          <MenuItem icon={<Reply size={15} />} onClick={() => quote(ticketId, item)}>
            Reply to this
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
