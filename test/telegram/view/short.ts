import { Api } from 'telegram'
import { seconds } from '../clock'
import { given, long } from '../tl/values'
import type { ChatEvent, Sequence } from '../world/events'
import type { Message } from '../world/message'
import { tlMessage } from './message'

/** A text and nothing else: all that fits the short forms. */
function isPlain({ action, media, markup, forward, groupedId }: Message): boolean {
  return [action, media, markup, forward, groupedId].every((more) => more === null)
}

/**
 * A new text of a private chat or a basic group as the service likes to push it: without the people, who are known
 * already (core.telegram.org/constructor/updateShortMessage, updateShortChatMessage). Null for all that does not fit.
 */
export function shortMessage(
  sequence: Sequence,
  { change, pts, ptsCount }: ChatEvent,
  me: number,
): Api.UpdateShortMessage | Api.UpdateShortChatMessage | null {
  if (sequence.kind !== 'box' || change.kind !== 'new' || !isPlain(change.message)) return null
  const { chat, from, at, id } = change.message
  const { message: text, entities, replyTo } = tlMessage(change.message, me) as Api.Message
  const common = { id, message: text, pts, ptsCount, date: seconds(at), entities, replyTo, out: from === me }
  if (chat.kind === 'private')
    return new Api.UpdateShortMessage(given({ ...common, userId: long(chat.userId) }))
  if (chat.kind === 'group') return null
  return new Api.UpdateShortChatMessage(given({ ...common, fromId: long(from), chatId: long(chat.id) }))
}

/** The answer to a text just sent, without what its author knows (core.telegram.org/constructor/updateShortSentMessage). */
export function shortSent(
  { change, pts, ptsCount }: ChatEvent,
  me: number,
): Api.UpdateShortSentMessage | null {
  if (change.kind !== 'new' || !isPlain(change.message)) return null
  const { id, at } = change.message
  const { entities } = tlMessage(change.message, me) as Api.Message
  return new Api.UpdateShortSentMessage(given({ id, pts, ptsCount, date: seconds(at), entities, out: true }))
}
