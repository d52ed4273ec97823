import { isSameContent } from '../conversation/content'
import type { Conversation, SentReply } from '../conversation/conversation'
import type { IncomingMessage } from '../conversation/message'
import type { DeskState } from '../desk/state'
import { entriesInOrder, mayBeThere, type ReplyEntry } from './entries'
import { albumPartIds } from './outbox-id'

/**
 * The reply that an own message is the echo of, or null. By random_id if there is one. Without (a difference
 * after a crash carries none) by text and files: the oldest in its topic that may have reached Telegram.
 */
export function echoedEntry(
  state: DeskState,
  message: IncomingMessage,
  conversationId: string,
): ReplyEntry | null {
  const { randomId } = message
  if (randomId !== null) {
    const entry = state.outbox.get(randomId)
    return entry?.kind === 'reply' ? entry : null
  }
  for (const entry of entriesInOrder(state, conversationId)) {
    if (entry.kind !== 'reply' || !mayBeThere(entry) || !isSameContent(entry.content, message.content))
      continue
    if (isLike(entry.text, fileCount(entry), message)) return entry
  }
  return null
}

/** How many messages with a file a reply is. */
export function fileCount({ files, media }: Pick<ReplyEntry, 'files' | 'media'>): number {
  return files.length + media.length
}

/**
 * Whether a message is what was sent, by its words and files. The first message of an album carries its text; it has an
 * album id, a single file does not.
 */
export function isLike(
  text: string,
  files: number,
  message: Pick<IncomingMessage, 'text' | 'albumId' | 'media'>,
): boolean {
  if (message.text.trim() !== text.trim()) return false
  if (files > 1) return message.albumId !== null && message.media.length > 0
  return message.albumId === null && message.media.length === files
}

/** A reply that Telegram said it has, whose echo comes only now, or null. */
export function lateEcho({ sentReplies }: Conversation, message: IncomingMessage): SentReply | null {
  return (
    sentReplies.find(
      ({ outboxId, number, text, parts }) =>
        number === null &&
        (message.randomId === outboxId ||
          (message.randomId === null &&
            text !== null &&
            isLike(text, parts > 1 || message.media.length > 0 ? parts : 0, message))),
    ) ?? null
  )
}

/** The reply whose album a message continues, or null: its other messages follow the first in number. */
export function partOfAlbum({ sentReplies }: Conversation, message: IncomingMessage): string | null {
  const { albumId, randomId, number } = message
  if (albumId === null) return null
  for (const { outboxId, parts, number: first } of sentReplies) {
    if (parts < 2) continue
    if (randomId !== null && albumPartIds(outboxId, parts).includes(randomId)) return outboxId
    if (first !== null && number > first && number < first + parts) return outboxId
  }
  return null
}
