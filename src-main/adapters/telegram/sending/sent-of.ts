import type { Api } from 'telegram'
import { privateChatOf } from '../../../core/conversation/message'
import type { SendResult } from '../../../core/ports'
import { long, tl } from '../library'
import { mediaOf } from '../translate/media'
import { isoOf } from '../translate/translate'
import type { SendingRoom } from './sending-room'

/**
 * The answer to a text sent to a person leaves out the message itself (core.telegram.org/constructor/
 * updateShortSentMessage). This is the whole of it, for the stream, as every other device would be told.
 */
export function toldInFull(
  answer: Api.UpdateShortSentMessage,
  sent: {
    readonly id: string
    readonly chatId: string
    readonly text: string
    readonly replyTo: number | null
  },
): Api.TypeUpdates | null {
  const sides = privateChatOf(sent.chatId)
  if (!sides) return null
  const { id, date, pts, ptsCount, media, entities } = answer
  const message = new tl.Message({
    ...{ id, date, out: true, message: sent.text },
    peerId: new tl.PeerUser({ userId: long(sides.personId) }),
    fromId: new tl.PeerUser({ userId: long(sides.accountId) }),
    ...(media ? { media } : {}),
    ...(entities ? { entities } : {}),
    ...(sent.replyTo === null ? {} : { replyTo: new tl.MessageReplyHeader({ replyToMsgId: sent.replyTo }) }),
  })
  const updates = [
    new tl.UpdateMessageID({ id, randomId: long(sent.id) }),
    new tl.UpdateNewMessage({ message, pts, ptsCount }),
  ]
  return new tl.Updates({ updates, users: [], chats: [], date, seq: 0 })
}

/** Reads Telegram's answer to a send. In a group the same answer also goes down the update stream, as the echo. */
export function sentOf(answer: Api.TypeUpdates, randomId: string, room: SendingRoom): SendResult {
  if (answer instanceof tl.UpdateShortSentMessage)
    return { kind: 'sent', number: answer.id, sentAt: isoOf(answer.date), media: mediaOf(answer.media) }
  const messages: Api.Message[] = []
  for (const update of 'updates' in answer ? answer.updates : []) {
    const isNew = update instanceof tl.UpdateNewChannelMessage || update instanceof tl.UpdateNewMessage
    if (isNew && update.message instanceof tl.Message) messages.push(update.message)
  }
  const [first] = messages
  return {
    kind: 'sent',
    number: room.numberOf(randomId) ?? first?.id ?? null,
    sentAt: first ? isoOf(first.date) : new Date(room.clock.now()).toISOString(),
    media: messages.flatMap((message) => mediaOf(message.media)),
  }
}
