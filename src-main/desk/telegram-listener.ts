import type { SignInStep } from '../../src-preload/contract/session'
import { conversationId } from '../core/conversation/message'
import type { Actor } from '../core/desk/actor'
import type { Log, TelegramListener } from '../core/ports'
import type { Broadcaster, Tell } from './broadcaster'
import type { Desk } from './desk'
import type { OutboxRunner } from './outbox-runner'
import type { StatusBoard } from './status-board'

const theDesk: Actor = { kind: 'desk' }

/** Takes what the Telegram side tells to where it belongs. */
export function telegramListener(
  desk: Desk,
  board: StatusBoard,
  outbox: OutboxRunner,
  broadcaster: Broadcaster,
  tell: Tell,
  log: Log,
  signInChanged: (step: SignInStep) => void,
): TelegramListener {
  const keep = (asked: Promise<unknown>) => {
    asked.catch((error) => log.error('a change of the session could not be kept', error))
  }
  return {
    receive: async (delivery) => {
      await desk.ask({ kind: 'receive-delivery', delivery }, theDesk)
    },
    linkChanged: (link) => {
      board.setLink(link)
      broadcaster.waitingMayDiffer()
      outbox.setLive(link.kind === 'live')
    },
    heard: (at) => board.setHeard(at),
    signInChanged: (step) => {
      if (step.kind === 'signed-in') keep(desk.ask({ kind: 'sign-in', account: step.account }, theDesk))
      if (step.kind === 'signed-out' && step.reason !== 'never')
        keep(desk.ask({ kind: 'sign-out', reason: step.reason }, theDesk))
      signInChanged(step)
    },
    typing: (chatId, topicId, personId) => {
      const ticketId = desk.state.conversations.get(conversationId(chatId, topicId))?.ticketIds.at(-1)
      const name = desk.state.people.get(personId)?.name
      if (ticketId && name) tell('typing', { ticketId, name })
    },
  }
}
