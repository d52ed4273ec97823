import type { Handlers } from '../src-preload/contract/desk'
import type { Settings } from '../src-preload/contract/settings'
import { theDesk } from './core/desk/actor'
import type { Hindrance } from './core/outbox/delivery'
import { nameOf } from './core/people/names'
import type { Clock, Desktop, FileRoom, Journal, Log, Notifications, Secrets } from './core/ports'
import { Accounts, type OpenTelegram } from './desk/accounts'
import { Announcer } from './desk/announcer'
import type { ApiCredentials } from './desk/api-credentials'
import { Attachments } from './desk/attachments'
import { Broadcaster, type Tell } from './desk/broadcaster'
import { Bulletin } from './desk/bulletin'
import { ChatContexts } from './desk/chat-contexts'
import { checkReply } from './desk/check-reply'
import { Desk } from './desk/desk'
import { FirstLook } from './desk/first-look'
import { accountHandlers } from './desk/handlers/account-handlers'
import { contactHandlers } from './desk/handlers/contact-handlers'
import { conversationHandlers } from './desk/handlers/conversation-handlers'
import { doctorHandlers } from './desk/handlers/doctor-handlers'
import { evidenceHandlers } from './desk/handlers/evidence-handlers'
import { fileHandlers } from './desk/handlers/file-handlers'
import { queueHandlers } from './desk/handlers/queue-handlers'
import { sessionHandlers, sessionView } from './desk/handlers/session-handlers'
import { settingsHandlers } from './desk/handlers/settings-handlers'
import { ticketHandlers } from './desk/handlers/ticket-handlers'
import { keptAccounts } from './desk/kept-accounts'
import type { RunningHandlers } from './desk/late-handlers'
import { whoAmI } from './desk/me'
import { OutboxRunner } from './desk/outbox-runner'
import { Projections } from './desk/projections'
import { ReactTogether } from './desk/react-together'
import { ReceivedFiles } from './desk/received-files'
import { SelfWatch } from './desk/self-watch'
import { filesOfDrafts, type OutgoingRoom, SpentFiles } from './desk/spent-files'
import { StatusBoard } from './desk/status-board'
import { telegramListener } from './desk/telegram-listener'
import { type Due, TimeKeeper } from './desk/time-keeper'
import { Views } from './desk/views'
import { waitFirst } from './desk/wait-first'

/** How often the window is told anew how the accounts do, at most, ms. */
const accountsEveryMs = 250
/** For how many tickets time passes in one go: after a long sleep it is thousands, and others want their turn. */
const passedAtOnce = 500

/** Everything outside that a desk needs, real or a test's. */
export interface DeskParts {
  readonly journal: Journal
  /** Makes a way to Telegram for one account. */
  readonly openTelegram: OpenTelegram
  readonly notifications: Notifications
  readonly secrets: Secrets
  readonly api: ApiCredentials
  /** Files that wait to be sent, and files that were received. */
  readonly outgoing: OutgoingRoom
  readonly received: FileRoom
  /** Free room on the disk of the profile, in bytes; null where the platform cannot tell. */
  readonly freeBytes: () => Promise<number | null>
  readonly desktop: Desktop
  readonly clock: Clock
  readonly log: Log
  readonly tell: Tell
  /** Puts the window before the agent. */
  readonly comeForward: () => void
  /** Told at start and whenever the settings change. */
  readonly changedSettings: (settings: Settings) => void
}

/** A desk at work. */
export interface RunningDesk {
  readonly handlers: RunningHandlers
  /** Shows a ticket in the window, from outside of it. */
  openTicket(ticketId: string): void
  setDoNotDisturb(on: boolean): void
  /** Tells the badge and the tray anew what they show. */
  showDuty(): void
  /** The computer woke or the network changed: look at the time and at Telegram now. */
  wake(): void
  /** Lets go in good order. What is durable stays so whatever happens here. */
  stop(): Promise<void>
}

/**
 * Puts a desk together and sets it to work: the one place that knows all its parts. Resolves as soon as the
 * window can be served; what its first page does not need begins after it. A rejection lets go of the journal.
 */
export async function startDesk(parts: DeskParts): Promise<RunningDesk> {
  try {
    return await putTogether(parts)
  } catch (error) {
    await parts.journal.close().catch((why) => parts.log.error('the journal did not close', why))
    throw error
  }
}

async function putTogether(parts: DeskParts): Promise<RunningDesk> {
  const { journal, notifications, clock, log, tell } = parts
  const desk = new Desk(journal, clock, log, (hadRoom) =>
    board.setStorage(hadRoom ? { kind: 'ok' } : { kind: 'full', since: clock.now() }),
  )
  const me = whoAmI(desk)
  const projections = new Projections(desk.state)
  const time = new TimeKeeper(desk.state, clock, (due) => void passTime(due))
  const accounts: Accounts = new Accounts(desk, parts.openTelegram, parts.outgoing, () => {
    tellSession()
    accountNews.mayDiffer()
  })
  const accountNews = new Bulletin(
    () => accounts.views(desk.state),
    (views) => tell('accounts-changed', views),
    accountsEveryMs,
  )
  const outbox = new OutboxRunner(desk, accounts, clock, log, (chatId, until) => {
    time.planChat(chatId, until)
    broadcaster.waitingMayDiffer()
  })
  const contexts = new ChatContexts(desk, accounts, log)
  const board: StatusBoard = new StatusBoard(
    () => ({
      toSend: projections.toSend,
      notSent: projections.notSent,
      withoutNextStep: projections.stranded.size(desk.state),
    }),
    () =>
      accounts.all.map(({ accountId, link, lastHeardAt }) => ({
        name: accountId === null ? null : nameOf(desk.state, accountId),
        ...{ link, lastHeardAt },
      })),
    () => {
      broadcaster.statusMayDiffer()
      accountNews.mayDiffer()
    },
  )
  const hindrance: Hindrance = {
    linkOf: (chatId) => accounts.forChat(chatId)?.link ?? { kind: 'signed-out' },
    pausedUntil: (chatId) => outbox.pausedUntil(chatId),
  }
  const views = new Views(desk, journal, projections, hindrance, clock)
  const broadcaster: Broadcaster = new Broadcaster(desk, views, board, parts.desktop, tell, log)
  const announcer = new Announcer(notifications, (notice) => tell('notice', notice))
  const reacting = new ReactTogether((effects) => announcer.run(effects))
  const attachments = new Attachments(parts.outgoing, () => filesOfDrafts(desk.state))
  const spent = new SpentFiles(parts.outgoing, log, () => desk.decided)
  const received = new ReceivedFiles(desk, journal, accounts, parts.received)

  const session = { desk, accounts, secrets: parts.secrets, api: parts.api }
  const tellSession = () => {
    sessionView(session)
      .then((view) => tell('session-changed', view))
      .catch((error) => log.error('the session could not be told', error))
  }

  const watch = new SelfWatch({
    ...{ desk, journal, accounts, announcer, time, clock, log, tell },
    ...{ secrets: parts.secrets, freeBytes: parts.freeBytes },
  })

  const passTime = async ({ ticketIds, outboxIds, chatIds, duties }: Due) => {
    const askedAt = clock.now()
    try {
      await reacting.during(async () => {
        for (let from = 0; from < ticketIds.length; from += passedAtOnce) {
          const some = ticketIds.slice(from, from + passedAtOnce)
          await desk.ask({ kind: 'pass-time', ticketIds: some }, theDesk)
        }
      })
      if (ticketIds.length + outboxIds.length + chatIds.length > 0) broadcaster.queueMayDiffer()
    } catch (error) {
      log.error('time passed, but that could not be kept', error)
    }
    time.passed(desk.state, ticketIds, askedAt)
    if (chatIds.length > 0) broadcaster.waitingMayDiffer()
    const waitingIn = outboxIds.flatMap((id) => desk.state.outbox.get(id)?.chatId ?? [])
    outbox.runIn(new Set([...chatIds, ...waitingIn]))
    await watch.duties.run(duties)
  }

  desk.onCommit((commit) => projections.follow(commit))
  desk.onCommit((commit) => time.follow(commit))
  desk.onCommit((commit) => broadcaster.committed(commit))
  desk.onCommit((commit) => reacting.committed(commit))
  desk.onCommit(({ before, after }) => {
    if (before.settings !== after.settings) parts.changedSettings(after.settings)
    if (
      before.accounts !== after.accounts ||
      before.groups !== after.groups ||
      before.chats !== after.chats
    ) {
      tellSession()
      accountNews.mayDiffer()
    }
    accounts.follow(before, after)
  })
  desk.onCommit((commit) => outbox.follow(commit))
  desk.onCommit((commit) => spent.follow(commit))
  desk.onCommit((commit) => watch.committed(commit))

  const openTicket = (ticketId: string) => {
    parts.comeForward()
    tell('open-ticket', { ticketId })
  }
  parts.changedSettings(desk.state.settings)
  board.setNotifications(notifications.state)
  notifications.listen({
    opened: (ticketId) => (ticketId ? openTicket(ticketId) : parts.comeForward()),
    claimed: (ticketId) => {
      desk
        .ask({ kind: 'claim-ticket', ticketId }, me())
        .catch((error) =>
          log.warn('a claim from a notification was refused', { why: String(error?.code ?? 'unknown') }),
        )
      openTicket(ticketId)
    },
    failed: (announcement) => announcer.showInWindow(announcement),
    stateChanged: (state) => board.setNotifications(state),
  })

  const left = await spent.leftBehind(desk.state)
  /** Null until it begins. */
  let beginning: Promise<void> | null = null
  const begin = async () => {
    watch.evidence.started()
    await accounts.start(await keptAccounts(parts.secrets), (door) =>
      telegramListener(
        door,
        desk,
        accounts,
        board,
        outbox,
        contexts,
        time,
        broadcaster,
        watch,
        tell,
        log,
        tellSession,
      ),
    )
    if (desk.state.accounts.length > 0) time.expectNews()
    time.ring()
    broadcaster.queueMayDiffer()
    await spent.sweep(left)
  }
  let look: FirstLook | null = null
  const begun = new Promise<void>((resolve) => {
    const now = () => {
      beginning = begin()
      resolve(beginning)
    }
    // Without an account the first page is the sign-in, and that is Telegram's.
    if (desk.state.accounts.length > 0) look = new FirstLook(now)
    else now()
  })
  /** Whether it went well or not: one account that fails keeps nobody from signing in with another. */
  const tried = begun.catch((error) => log.error('Telegram did not start', error))
  if (desk.state.accounts.length > 0) time.expectNews()
  else await begun

  return {
    handlers: {
      desk: {
        status: () => board.read(),
        openLink: ({ url }) => parts.desktop.openLink(url),
        reconnect: () => accounts.wake(),
      },
      session: waitFirst(sessionHandlers(session), tried, 'get'),
      accounts: waitFirst(accountHandlers(desk, me, accounts, contexts, views), tried, 'list'),
      contacts: contactHandlers(desk, me),
      evidence: evidenceHandlers(watch.evidence),
      doctor: doctorHandlers(watch.doctor),
      queue: servedFirst(queueHandlers(views), () => look?.seen()),
      tickets: ticketHandlers(desk, me, views),
      conversation: conversationHandlers(desk, me, views, attachments, (ticketId, outboxId) =>
        checkReply({ desk, accounts, journal }, ticketId, outboxId),
      ),
      files: fileHandlers(attachments, received, parts.desktop),
      settings: settingsHandlers(desk, me, announcer, notifications),
    },
    openTicket,
    showDuty: () => broadcaster.queueMayDiffer(),
    setDoNotDisturb: (on) => {
      desk
        .ask({ kind: 'change-settings', patch: { notifications: { doNotDisturb: on } } }, me())
        .catch((error) => log.error('do not disturb could not be kept', error))
    },
    wake: () => {
      if (desk.state.accounts.length > 0) time.expectNews()
      watch.evidence.slept()
      time.ring()
      accounts.wake()
    },
    stop: async () => {
      look?.stop()
      await beginning?.catch(() => undefined)
      time.stop()
      outbox.stop()
      broadcaster.stop()
      accountNews.stop()
      try {
        await watch.stop()
        await accounts.stop()
      } finally {
        await journal.close()
      }
    },
  }
}

/** The queue's handlers, telling when the window has its first page. */
function servedFirst(queue: Handlers['queue'], seen: () => void): Handlers['queue'] {
  return {
    ...queue,
    page: async (input) => {
      const page = await queue.page(input)
      seen()
      return page
    },
  }
}
