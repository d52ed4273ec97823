import { conversationAt } from '../core/conversation/conversation-at'
import { theDesk } from '../core/desk/actor'
import type { Intent } from '../core/desk/intents'
import { isLevel } from '../core/people/is-level'
import type { Log, TelegramListener } from '../core/ports'
import type { Accounts, Door } from './accounts'
import type { Broadcaster, Tell } from './broadcaster'
import type { ChatContexts } from './chat-contexts'
import type { Desk } from './desk'
import type { OutboxRunner } from './outbox-runner'
import type { SelfWatch } from './self-watch'
import type { StatusBoard } from './status-board'
import type { TimeKeeper } from './time-keeper'

/** Takes what one account tells to where it belongs. */
export function telegramListener(
  door: Door,
  desk: Desk,
  accounts: Pick<Accounts, 'all' | 'signedIn'>,
  board: StatusBoard,
  outbox: OutboxRunner,
  contexts: Pick<ChatContexts, 'levelAgain'>,
  time: Pick<TimeKeeper, 'newsIsIn'>,
  broadcaster: Broadcaster,
  watch: Pick<SelfWatch, 'linkChanged' | 'heard'>,
  tell: Tell,
  log: Log,
  sessionChanged: () => void,
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
      const wasLevel = isLevel(door.link)
      door.link = link
      board.linksChanged()
      broadcaster.waitingMayDiffer()
      if (door.accountId !== null) {
        const out = link.kind === 'not-in-group' ? link.groups.map(({ id }) => id) : []
        outbox.setLive(door.accountId, isLevel(link), out)
        watch.linkChanged(door.accountId, link)
        if (!wasLevel && isLevel(link)) void contexts.levelAgain(door.accountId)
      }
      if (accounts.all.every((one) => one.accountId === null || isLevel(one.link))) time.newsIsIn()
    },
    heard: (at) => {
      door.lastHeardAt = at
      board.linksChanged()
      if (door.accountId !== null) watch.heard(door.accountId)
    },
    signInChanged: (step) => {
      door.step = step
      if (step.kind === 'signed-in') {
        accounts.signedIn(door, step.account.id)
        keep({ kind: 'sign-in', account: step.account })
      }
      if (step.kind === 'signed-out' && step.reason !== 'never' && door.accountId !== null) {
        outbox.setLive(door.accountId, false)
        keep({ kind: 'sign-out', accountId: door.accountId, reason: step.reason })
      }
      sessionChanged()
    },
    typing: (chatId, topicId, personId) => {
      const ticketId = conversationAt(desk.state, chatId, topicId)?.ticketIds.at(-1)
      const name = desk.state.people.get(personId)?.name
      if (ticketId && name) tell('typing', { ticketId, name })
    },
  }
}
