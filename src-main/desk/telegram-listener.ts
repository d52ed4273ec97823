import type { SignInStep } from '../../src-preload/contract/session'
import { conversationId } from '../core/conversation/message'
import type { Actor } from '../core/desk/actor'
import type { Intent } from '../core/desk/intents'
import type { Log, TelegramListener } from '../core/ports'
import type { Broadcaster, Tell } from './broadcaster'
import type { Desk } from './desk'
import type { OutboxRunner } from './outbox-runner'
import type { StatusBoard } from './status-board'
import type { TimeKeeper } from './time-keeper'

const theDesk: Actor = { kind: 'desk' }

/** Takes what the Telegram side tells to where it belongs. */
export function telegramListener(
  desk: Desk,
  board: StatusBoard,
  outbox: OutboxRunner,
  time: Pick<TimeKeeper, 'newsIsIn'>,
  broadcaster: Broadcaster,
  tell: Tell,
  log: Log,
  signInChanged: (step: SignInStep) => void,
): TelegramListener {
  /** Who signed in or out, until that is durable: a full disk must not make the desk forget who it speaks as. */
  let owed: Intent | null = null
  const keepOwed = async () => {
    const intent = owed
    if (!intent) return
    await desk.ask(intent, theDesk)
    if (owed === intent) owed = null
  }
  const keep = (intent: Intent) => {
    owed = intent
    keepOwed().catch((error) => log.error('a change of the session could not be kept', error))
  }
  return {
    receive: async (delivery) => {
      if (owed) await keepOwed()
      await desk.ask({ kind: 'receive-delivery', delivery }, theDesk)
    },
    linkChanged: (link) => {
      board.setLink(link)
      broadcaster.waitingMayDiffer()
      outbox.setLive(link.kind === 'live')
      if (link.kind === 'live') time.newsIsIn()
    },
    heard: (at) => board.setHeard(at),
    signInChanged: (step) => {
      if (step.kind === 'signed-in') keep({ kind: 'sign-in', account: step.account })
      if (step.kind === 'signed-out' && step.reason !== 'never')
        keep({ kind: 'sign-out', reason: step.reason })
      signInChanged(step)
    },
    typing: (chatId, topicId, personId) => {
      const ticketId = desk.state.conversations.get(conversationId(chatId, topicId))?.ticketIds.at(-1)
      const name = desk.state.people.get(personId)?.name
      if (ticketId && name) tell('typing', { ticketId, name })
    },
  }
}
