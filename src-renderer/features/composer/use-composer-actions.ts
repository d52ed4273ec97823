import type { TicketView } from '../../../src-preload/contract/ticket'
import { useAction } from '../../desk/actions'
import { drafts, type Mode, useDrafts } from '../../desk/draft-store'
import { useEditing } from '../../desk/editing-store'
import { requestFocus, useSelection } from '../../desk/selection-store'
import { addNote, saveEdit, sendReply } from './send-store'

/** What can be done with the composer, for keys and the palette (interface.md section 10). */
export function useComposerActions(ticket: TicketView | null) {
  const ticketId = ticket?.id ?? ''
  const enabled = useSelection((state) => state.place === 'desk') && ticket !== null
  const { mode, reply, note, attachments } = useDrafts(ticketId)
  const isReply = mode === 'reply'
  /** Somebody else holds the ticket: nothing goes out that stands in a field out of sight. */
  const isHeld = ticket !== null && ticket.assignee !== null && !ticket.assignee.isMe
  const editing = useEditing(ticketId)
  const isEditing = isReply && !isHeld && editing !== null
  const hasWords = isReply
    ? !isHeld && (reply.text.trim() !== '' || attachments.length > 0)
    : note.text.trim() !== ''
  const write = (next: Mode) => () => {
    drafts.setMode(ticketId, next)
    requestFocus('composer')
  }
  useAction({
    id: 'compose.reply',
    title: 'Reply',
    group: 'compose',
    keys: ['R'],
    enabled,
    run: write('reply'),
  })
  useAction({
    id: 'compose.note',
    title: 'Internal note',
    group: 'compose',
    keys: ['N'],
    enabled,
    run: write('note'),
  })
  useAction({
    id: 'compose.switch',
    title: 'Switch between reply and note',
    group: 'compose',
    keys: ['Mod+Shift+N'],
    enabled,
    run: write(isReply ? 'note' : 'reply'),
  })
  useAction({
    id: 'compose.send',
    title: isEditing ? 'Save the edit' : isReply ? 'Send' : 'Add note',
    group: 'compose',
    keys: ['Mod+Enter'],
    enabled: enabled && (isEditing || hasWords),
    run: () =>
      void (isEditing ? saveEdit(ticketId) : isReply ? sendReply(ticketId, 'nothing') : addNote(ticketId)),
  })
  useAction({
    id: 'compose.send-wait',
    title: 'Send and wait',
    group: 'compose',
    keys: ['Mod+Shift+Enter'],
    enabled: enabled && hasWords && isReply && !isEditing,
    run: () => void sendReply(ticketId, 'wait'),
  })
  useAction({
    id: 'compose.send-resolve',
    title: 'Send and resolve',
    group: 'compose',
    keys: ['Mod+Alt+Enter'],
    enabled: enabled && hasWords && isReply && !isEditing,
    run: () => void sendReply(ticketId, 'resolve'),
  })
}
