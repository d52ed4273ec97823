import type { Account } from '../../../../src-preload/contract/session'
import { privateChatOf } from '../../../core/conversation/message'
import type { TelegramFact } from '../../../core/desk/facts'
import type { Clock, TelegramMemory } from '../../../core/ports'
import { renewedMedia } from '../files/renewed-media'
import type { Ask } from '../link/ask'
import { marks } from '../marks'
import type { UpdateStream } from '../updates/update-stream'
import { paced, type Send } from './pace'
import { send } from './send'
import type { SendingRoom } from './sending-room'

/** What an account needs to send. */
export interface SenderParts extends Pick<SendingRoom, 'ask' | 'peer'> {
  readonly account: Account
  readonly memory: Pick<TelegramMemory, 'outgoing' | 'borrow'>
  readonly clock: Clock
  readonly ask: Ask
  readonly stream: Pick<UpdateStream, 'marks' | 'randomIds' | 'take' | 'tell'>
  /** Telegram asks for a pause of so many ms. */
  pauseAsked(pauseMs: number): void
}

/** Sends one entry after the other for an account, in the pace Telegram allows it. */
export function makeSender(parts: SenderParts): Send {
  const { account, memory, clock, ask, peer, stream } = parts
  /** Tells what was learned by sending. */
  const note = (learned: (at: string) => TelegramFact) => {
    const fact = learned(new Date(clock.now()).toISOString())
    stream.tell(fact).catch(() => undefined)
  }
  const isOwn = (chatId: string) => {
    const sides = privateChatOf(chatId)
    return sides ? sides.accountId === account.id : stream.marks.has(marks.group(account.id, chatId))
  }
  const sendOne: Send = async (entry) => {
    const result = await send(entry, {
      ...{ ask, peer, clock, outgoing: memory.outgoing },
      numberOf: (randomId) => stream.randomIds.numberOf(randomId),
      renewed: (media, message) => renewedMedia(media, message, { ask, peer }),
      borrowed: (media, message) => (isOwn(message.chatId) ? null : memory.borrow(media, message)),
      blocked: (chatId) => note((at) => ({ kind: 'bot-blocked', chatId, isBlocked: true, at })),
      topicGone: (chatId, topicId) => note((at) => ({ kind: 'topic-deleted', chatId, topicId, at })),
      messageGone: (chatId, number) =>
        note((at) => ({ kind: 'messages-deleted', chatId, numbers: [number], at })),
      told: (updates) => stream.take(updates),
    })
    // Telegram's own pause; keeping to a pace of ours holds up one chat only.
    if (result.kind === 'wait') parts.pauseAsked(result.until - clock.now())
    return result
  }
  return paced(sendOne, clock, account.kind === 'bot')
}
