import type { MessageItem } from '../../../src-preload/contract/conversation'
import type { DeskEvent } from '../desk/events'
import { changedMessage, changeOf } from '../outbox/changes'
import { deliveryOf } from '../outbox/delivery'
import { entriesInOrder } from '../outbox/entries'
import type { MessageId } from './message'
import type { Stretch } from './stretch'

/** What can still be done to a reply of this desk that arrived in `chatId` as `name`, and what is under way. */
export function changesTo(
  queued: Extract<DeskEvent, { kind: 'reply-queued' }>,
  name: MessageId | null,
  chatId: string,
  stretch: Stretch,
): Pick<MessageItem, 'canEdit' | 'canDelete' | 'changing'> {
  const { state, conversationId } = stretch
  const isHere = name !== null && state.conversations.get(conversationId)?.chatId === chatId
  if (!isHere || queued.purpose !== undefined) return {}
  const waiting = entriesInOrder(state, conversationId).filter((entry) => changedMessage(entry) === name)
  const last = waiting.at(-1)
  const kind = last && changeOf(last)?.kind
  const changing = last && kind ? { changing: { kind, delivery: deliveryOf(last, state, stretch) } } : {}
  if (kind === 'delete') return changing
  const hasWords = !queued.content && !queued.media?.some((one) => one.kind === 'sticker')
  return { ...(hasWords ? { canEdit: true } : {}), canDelete: true, ...changing }
}
