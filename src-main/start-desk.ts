import type { Handlers } from '../src-preload/contract/desk'
import type { Settings } from '../src-preload/contract/settings'
import type { Hindrance } from './core/outbox/delivery'
import { nameOf } from './core/people/names'
import type { Clock, Desktop, FileRoom, Journal, Log, Notifications, Secrets } from './core/ports'
import { Accounts, type OpenTelegram } from './desk/accounts'
import { Announcer } from './desk/announcer'
import type { ApiCredentials } from './desk/api-credentials'
import { Attachments } from './desk/attachments'
import { Beginning } from './desk/beginning'
import { Broadcaster, type Tell } from './desk/broadcaster'
import { Bulletin } from './desk/bulletin'
import { ChatContexts } from './desk/chat-contexts'
import { checkReply, lookFor } from './desk/check-reply'
import { Desk } from './desk/desk'
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
import { OutboxRunner, type ToTelegram } from './desk/outbox-runner'
import { passTime } from './desk/pass-time'
import { Projections } from './desk/projections'
import { ReactTogether } from './desk/react-together'
import { ReceivedFiles } from './desk/received-files'
import { SelfWatch } from './desk/self-watch'
import { filesOfDrafts, type OutgoingRoom, SpentFiles } from './desk/spent-files'
import { StatusBoard } from './desk/status-board'
import { telegramListener } from './desk/telegram-listener'
import { TimeKeeper } from './desk/time-keeper'
import { Views } from './desk/views'
import { waitFirst } from './desk/wait-first'

/** How often the window is told anew how the accounts do, at most, ms. */
const accountsEveryMs = 250

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
  const assembly = assemble(parts)
  const { desk, accounts, broadcaster, time, outbox, accountNews, watch, spent, me } = assembly
  followCommits(parts, assembly)
  hearNotifications(parts, assembly)
  const left = await spent.leftBehind(desk.state)
  // Without an account the first page is the sign-in, and that is Telegram's.
  const beginning = new Beginning(
    () => begin(parts, assembly, left),
    desk.state.accounts.length > 0,
    parts.log,
  )
  if (desk.state.accounts.length > 0) time.expectNews()
  else await beginning.over
  return {
    handlers: handlersOf(parts, assembly, beginning),
    openTicket: (ticketId) => openTicket(parts, ticketId),
    showDuty: () => broadcaster.queueMayDiffer(),
    setDoNotDisturb: (on) => {
      desk
        .ask({ kind: 'change-settings', patch: { notifications: { doNotDisturb: on } } }, me())
        .catch((error) => parts.log.error('do not disturb could not be kept', error))
    },
    wake: () => {
      if (desk.state.accounts.length > 0) time.expectNews()
      watch.evidence.slept()
      time.ring()
      accounts.wake()
    },
    stop: async () => {
      await beginning.stop()
      time.stop()
      outbox.stop()
      broadcaster.stop()
      accountNews.stop()
      try {
        await watch.stop()
        await accounts.stop()
      } finally {
        await parts.journal.close()
      }
    },
  }
}

/** All parts of a desk, each given what it needs; nothing runs yet. */
function assemble(parts: DeskParts) {
  const { journal, clock, log, tell } = parts
  const desk = new Desk(journal, clock, log, (hadRoom) =>
    board.setStorage(hadRoom ? { kind: 'ok' } : { kind: 'full', since: clock.now() }),
  )
  const me = whoAmI(desk)
  const projections = new Projections(desk.state)
  const time: TimeKeeper = new TimeKeeper(
    desk.state,
    clock,
    (due) => void passTime(due, { desk, reacting, broadcaster, time, outbox, watch, clock, log }),
  )
  const accounts: Accounts = new Accounts(desk, parts.openTelegram, parts.outgoing, () => {
    tellSession()
    accountNews.mayDiffer()
  })
  const accountNews = new Bulletin(
    () => accounts.views(desk.state),
    (views) => tell('accounts-changed', views),
    accountsEveryMs,
  )
  const toTelegram: ToTelegram = {
    send: (entry) => accounts.send(entry),
    wake: () => accounts.wake(),
    lookFor: (entry) => lookFor({ desk, accounts, journal }, entry),
  }
  const outbox = new OutboxRunner(desk, toTelegram, clock, log, (chatId, until) => {
    time.planChat(chatId, until)
    broadcaster.waitingMayDiffer()
  })
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
  const announcer = new Announcer(parts.notifications, (notice) => tell('notice', notice))
  const reacting = new ReactTogether((effects) => announcer.run(effects))
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
  return {
    ...{ desk, me, projections, time, accounts, accountNews, outbox, board, views, broadcaster },
    ...{ announcer, reacting, session, tellSession, watch },
    contexts: new ChatContexts(desk, accounts, log),
    attachments: new Attachments(parts.outgoing, () => filesOfDrafts(desk.state)),
    spent: new SpentFiles(parts.outgoing, log, () => desk.decided),
    received: new ReceivedFiles(desk, journal, accounts, parts.received),
  }
}

type Assembly = ReturnType<typeof assemble>

/** Who follows what happens, in this order. */
function followCommits(parts: DeskParts, assembly: Assembly): void {
  const { desk, projections, time, broadcaster, reacting, accounts, outbox, spent, watch } = assembly
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
      assembly.tellSession()
      assembly.accountNews.mayDiffer()
    }
    accounts.follow(before, after)
  })
  desk.onCommit((commit) => outbox.follow(commit))
  desk.onCommit((commit) => spent.follow(commit))
  desk.onCommit((commit) => watch.committed(commit))
}

function openTicket({ comeForward, tell }: DeskParts, ticketId: string): void {
  comeForward()
  tell('open-ticket', { ticketId })
}

/** What became of notifications, and what was done to them outside of the window. */
function hearNotifications(parts: DeskParts, { desk, me, board, announcer }: Assembly): void {
  const { notifications, log } = parts
  parts.changedSettings(desk.state.settings)
  board.setNotifications(notifications.state)
  notifications.listen({
    opened: (ticketId) => (ticketId ? openTicket(parts, ticketId) : parts.comeForward()),
    claimed: (ticketId) => {
      desk
        .ask({ kind: 'claim-ticket', ticketId }, me())
        .catch((error) =>
          log.warn('a claim from a notification was refused', { why: String(error?.code ?? 'unknown') }),
        )
      openTicket(parts, ticketId)
    },
    failed: (announcement) => announcer.showInWindow(announcement),
    stateChanged: (state) => board.setNotifications(state),
  })
}

/** Telegram, and all else that the window's first page does not need. `left`: files nobody will send any more. */
async function begin(parts: DeskParts, assembly: Assembly, left: readonly string[]): Promise<void> {
  const { desk, accounts, board, outbox, contexts, time, broadcaster, watch, spent, tellSession } = assembly
  const { tell, log } = parts
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

/** All that the window may ask. */
function handlersOf(parts: DeskParts, assembly: Assembly, beginning: Beginning): RunningDesk['handlers'] {
  const { desk, me, accounts, contexts, views, watch, board, attachments, received } = assembly
  const { journal, notifications, desktop } = parts
  const { tried } = beginning
  return {
    desk: {
      status: () => board.read(),
      openLink: ({ url }) => desktop.openLink(url),
      reconnect: () => accounts.wake(),
    },
    session: waitFirst(sessionHandlers(assembly.session), tried, 'get'),
    accounts: waitFirst(accountHandlers(desk, me, accounts, contexts, views), tried, 'list'),
    contacts: contactHandlers(desk, me),
    evidence: evidenceHandlers(watch.evidence),
    doctor: doctorHandlers(watch.doctor),
    queue: servedFirst(queueHandlers(views), () => beginning.seen()),
    tickets: ticketHandlers(desk, me, views),
    conversation: conversationHandlers(desk, me, views, attachments, (ticketId, outboxId) =>
      checkReply({ desk, accounts, journal }, ticketId, outboxId),
    ),
    files: fileHandlers(attachments, received, desktop),
    settings: settingsHandlers(desk, me, assembly.announcer, notifications),
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
