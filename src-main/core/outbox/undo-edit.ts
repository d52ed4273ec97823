import { messageId } from '../conversation/message'
import type { Course } from '../desk/course'
import { restoreCopy } from '../mirror/edit-copy'
import { iso } from '../time'
import { changeOf } from './changes'
import { entriesInOrder } from './entries'
import type { OutboxEntry } from './entry'

/**
 * Telegram refused an edit, which has left the outbox: what the customer sees stands again, here and in the staff group,
 * unless a later edit of the same message is still to go out.
 */
export function undoEdit(course: Course, entry: OutboxEntry): void {
  const { id: taskId, conversationId, ticketId, chatId } = entry
  const change = changeOf(entry)
  if (change?.kind !== 'edit' || !change.before) return
  const { number } = change
  const later = entriesInOrder(course.state, conversationId).map(changeOf)
  const next = later.filter((one) => one?.kind === 'edit' && one.number === number).at(-1)
  const { text, entities } = next?.kind === 'edit' ? next : change.before
  course.happen({
    kind: 'message-edited',
    ...{ conversationId, ticketId, messageId: messageId(chatId, number), text, entities },
    editedAt: iso(course.at),
    afterReply: false,
    undoes: taskId,
  })
  if (!next) restoreCopy(course, conversationId, number, { text, entities })
}
