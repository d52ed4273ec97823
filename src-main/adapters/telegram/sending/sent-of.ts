import type { Api } from 'telegram'
import type { SendResult } from '../../../core/ports'
import { tl } from '../library'
import { mediaOf } from '../translate/media'
import { isoOf } from '../translate/translate'
import type { SendingRoom } from './sending-room'

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
