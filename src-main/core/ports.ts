import type { ChatOption, ChatRule, FollowedGroup } from '../../src-preload/contract/account'
import type { GroupOption, SignInStep } from '../../src-preload/contract/session'
import type { Link, NativeNotifications } from '../../src-preload/contract/status'
import type { Person, StoredMedia } from './conversation/message'
import type { Announcement } from './desk/effects'
import type { Recorded } from './desk/events'
import type { TelegramDelivery, TelegramFact } from './desk/facts'
import type { KnownMessages } from './desk/intents'
import type { DeskState } from './desk/state'
import type { OutboxEntry } from './outbox/entry'

/** Time as the desk sees it. The real one reads the computer's; tests give their own. */
export interface Clock {
  /** Epoch ms. */
  now(): number
  /**
   * Asks to be woken once at `at` (epoch ms), or as soon after as the machine is awake. A second call
   * replaces the first; null cancels. Any distance is fine.
   */
  wakeAt(at: number | null, wake: () => void): void
}

/** The durable history of the desk. See adapters/store for how. */
export interface Journal extends KnownMessages {
  /** The state as of the last durable event. */
  readonly state: DeskState
  /**
   * Makes events durable, all of them or none. Resolves once they would survive a power cut; calls in flight
   * share one write. Events must be numbered on from the last call's; `next` is the state they lead to.
   *
   * After a rejection nothing of this call or of any later one in flight is kept: the caller goes back to
   * {@link state}.
   *
   * @throws {@link StorageFull} if the disk has no room. Later calls are tried again.
   */
  append(events: readonly Recorded[], next: DeskState): Promise<void>
  /** Events of one conversation before a position (all if absent), newest first, at most `limit`. */
  read(
    conversationId: string,
    options: { readonly before?: number; readonly limit: number },
  ): readonly Recorded[]
  /** Writes what changed since the last checkpoint, so that the next start is quick. Safe at any time. */
  checkpoint(): Promise<void>
  /** Waits for what is in flight, checkpoints and lets go of the files. */
  close(): Promise<void>
}

/** The disk refused for want of room; nothing was accepted, nothing was lost. */
export class StorageFull extends Error {
  override readonly name = 'StorageFull'
}

/** What `adapters/store` finds when it opens a profile. */
export type OpenedJournal =
  | { readonly kind: 'ready'; readonly journal: Journal }
  | {
      readonly kind: 'damaged'
      readonly what: string
      readonly file: string
      readonly damagedBytes: number
      readonly intact: { readonly events: number; readonly tickets: number; readonly lastAt: number | null }
      /** Sets the damaged file aside, untouched, and opens with all that is intact before the damage. */
      keepIntact(): Promise<OpenedJournal>
    }
  | { readonly kind: 'newer-format'; readonly what: string }
  | { readonly kind: 'in-use'; readonly what: string }

/** A file kept under a name of its own inside the profile: what was chosen to be sent, what was fetched. */
export interface FileRoom {
  /** Keeps bytes durably; the answer is the path relative to the room. */
  keep(name: string, bytes: Uint8Array): Promise<string>
  /** Keeps bytes durably under a path of the caller's own making: letters, digits, dot and dash only. */
  keepAs(path: string, bytes: Uint8Array): Promise<void>
  read(path: string): Promise<Uint8Array>
  has(path: string): Promise<boolean>
  remove(path: string): Promise<void>
  /** Absolute path, for the platform's dialogs and for uploads by stream. */
  resolve(path: string): string
}

/** What the Telegram side tells the desk. */
export interface TelegramListener {
  /**
   * One ordered step. The adapter waits for the promise before it gives the next, and counts a step as read
   * only when it resolved. Rejection: nothing was kept, the same step comes again later; what fails again and again
   * for another reason than the disk's comes as {@link TelegramDelivery.setAside}, and the stream goes on.
   */
  receive(delivery: TelegramDelivery): Promise<void>
  linkChanged(link: Link): void
  /** Something arrived from Telegram, even if only a pong (epoch ms). */
  heard(at: number): void
  signInChanged(step: SignInStep): void
  /** A customer is typing; lasts six seconds. Not kept. */
  typing(chatId: string, topicId: number, personId: string): void
}

/** How one outbox entry fared. */
export type SendResult =
  /** `number` is null when Telegram says it has it already and the echo will tell (RANDOM_ID_DUPLICATE). */
  | {
      readonly kind: 'sent'
      readonly number: number | null
      readonly sentAt: string
      readonly media: readonly StoredMedia[]
    }
  /** Will never work as it is: the topic is closed, the text too long. */
  | {
      readonly kind: 'refused'
      readonly reason: string
      /** Because the topic it was for is not there any more. */
      readonly isTopicGone?: true
    }
  /** No answer in time or the link broke while sending; the same random_id may be tried again. */
  | { readonly kind: 'unanswered' }
  /** Telegram asks for a pause before anything more in this chat (epoch ms). */
  | { readonly kind: 'wait'; readonly until: number }

/** What of an account the desk reads. Nothing else of it is read, kept or shown (R169). */
export interface Watch {
  readonly groups: readonly FollowedGroup[]
  /** People whose private chats with a personal account are on the desk. A bot's are all on it. */
  readonly chats: readonly string[]
  /** `strangers`: also whoever writes and is not among the account's contacts. */
  readonly chatRule: ChatRule
  /** Whom the rule does not bring back: their chats with this account were taken off the desk. */
  readonly left: readonly string[]
}

/** How an account does at Telegram, in facts; core/doctor says what they mean. Null: could not be found out. */
export interface AccountHealth {
  /** For bots: privacy mode is on, so it hears only what is addressed to it unless it is an admin (T7). */
  readonly privacyMode: boolean | null
  readonly groups: readonly {
    readonly id: string
    readonly isMember: boolean | null
    /** `basic`: has to become a supergroup first. */
    readonly type: 'supergroup' | 'basic' | 'channel' | null
    readonly hasTopics: boolean | null
    readonly isAdmin: boolean | null
    readonly mayPost: boolean | null
    /** Also those that others opened: close, reopen, rename them. An admin's right. */
    readonly mayManageTopics: boolean | null
    /** Open some, and manage these; in most groups everybody may. */
    readonly mayOpenTopics: boolean | null
    readonly slowModeSeconds: number | null
  }[]
  /** This computer's clock ahead of Telegram's, ms; negative behind. */
  readonly clockSkewMs: number | null
  /** Other sessions of this application on the account that were active in the last hour. */
  readonly otherDesks: number | null
  /** Epoch ms; null for none asked. */
  readonly floodUntil: number | null
  /** Telegram limits whom the account may write to (PEER_FLOOD and the like). */
  readonly isRestricted: boolean | null
}

/** A stretch of Telegram's history of one place, oldest first, for a reconciliation (R151). */
export interface HistoryPage {
  readonly chatId: string
  /** Message facts as they stand now, edited ones with their newest text. */
  readonly messages: readonly Extract<TelegramFact, { kind: 'message' }>[]
  /** Numbers in the stretch at which Telegram has nothing (any more). */
  readonly gone: readonly number[]
  readonly people: readonly Person[]
}

/** Messages as Telegram has them now. */
export interface ReadAgain {
  /** As if they were new, oldest first: messages, and what was done to topics. */
  readonly facts: readonly TelegramFact[]
  /** Numbers at which Telegram has nothing (any more). */
  readonly gone: readonly number[]
  readonly people: readonly Person[]
}

/** The way to and from Telegram for one account. Everything in the desk's words; ids are strings. */
export interface Telegram {
  /**
   * Starts with what is remembered (a kept session, the marks) and goes on by itself: connects, catches up,
   * reconnects for ever. Resolves once it is known whether someone is signed in, not when connected.
   */
  start(listener: TelegramListener, memory: TelegramMemory): Promise<void>
  /** Ways to sign in; each resolves when the step is taken and throws {@link Refusal} with `field` if refused. */
  readonly signIn: {
    startQr(): Promise<void>
    sendCode(phone: string): Promise<void>
    resendCode(): Promise<void>
    checkCode(code: string): Promise<void>
    checkPassword(password: string): Promise<void>
    connectBot(token: string): Promise<void>
    cancel(): Promise<void>
  }
  /** Ends the session at Telegram and wipes what is kept of it. Offline: wipes, and says so by a Refusal. */
  signOut(): Promise<void>
  /** Groups that could be the support group, with what each lacks. */
  groups(): Promise<readonly GroupOption[]>
  /**
   * Makes a group the one that is followed. Its team, topics and recent history come as deliveries
   * (`receive`) like all else; resolves when they are durable.
   */
  follow(group: FollowedGroup): Promise<void>
  /** From now on this is what is read of the account. What is followed newly is read from its last mark. */
  watch(what: Watch): void
  /** Private chats of a personal account whose name or username has `text` in it; the newest first, at most 50. */
  chats(text: string): Promise<readonly ChatOption[]>
  /** Who a private chat is with. */
  person(personId: string): Promise<Person>
  /**
   * Reads the last messages of a private chat, at most `limit`, as a delivery of facts with `isContext`: what was
   * said before the chat came to the desk.
   */
  readContext(personId: string, limit: number): Promise<void>
  /**
   * Looks whether an entry of which nobody could tell has arrived; null if Telegram has nothing like it.
   * `isKnown` tells the numbers in that chat which the desk has as something else.
   */
  check(entry: OutboxEntry, isKnown: (number: number) => boolean): Promise<SendResult | null>
  /** How the account does, asked now. */
  examine(): Promise<AccountHealth>
  /**
   * Telegram's history of everything followed, from `from` to `to` (epoch ms), page by page. For personal
   * accounts: a bot may not read history (T3).
   */
  history(from: number, to: number): AsyncIterable<HistoryPage>
  /**
   * Asks for single messages of a chat of the desk, for bots too. `chatId` may also be the box of all private chats
   * of the account ({@link messageBox}).
   */
  readAgain(chatId: string, numbers: readonly number[]): Promise<ReadAgain>
  /**
   * Sends one outbox entry with its id as random_id. The caller gives one at a time per chat and never the
   * next before the first's result. Own sends also come back as a `message` fact with `randomId`.
   */
  send(entry: OutboxEntry): Promise<SendResult>
  /** Bytes of a received file. `refetch` finds it again by message when its reference has aged. */
  download(
    media: StoredMedia,
    message: { readonly chatId: string; readonly number: number },
  ): Promise<Uint8Array>
  /** The computer woke, or the network changed: look now, do not wait for a timer. */
  wake(): void
  stop(): Promise<void>
}

/** What the adapter is given at start. */
export interface TelegramMemory {
  /** Every mark the journal holds. */
  readonly marks: ReadonlyMap<string, string>
  /** What of it to read, as the journal has it. */
  readonly watch: Watch
  /** Reads a file that waits to be sent. */
  readonly outgoing: FileRoom
  /**
   * Bytes of a file that another account of this desk received: to Telegram its name is that account's own
   * (core.telegram.org/api/file_reference).
   *
   * @throws {@link Refusal} if that account cannot fetch it now.
   */
  borrow(
    media: StoredMedia,
    message: { readonly chatId: string; readonly number: number },
  ): Promise<Uint8Array>
}

/** A place for secrets, encrypted by the platform's keyring, or in memory where there is none. */
export interface Secrets {
  /** `missing`: kept in memory only, never in clear on disk. */
  readonly keyring: 'safe' | 'missing'
  /** Null if there is none, or it cannot be read any more. */
  read(name: SecretName): Promise<string | null>
  write(name: SecretName, value: string): Promise<void>
  remove(name: SecretName): Promise<void>
  /** The names under which something is kept. */
  names(): Promise<readonly SecretName[]>
}
/** `telegram-session` without an account's id is of desks of before. */
export type SecretName = 'telegram-session' | `telegram-session-${string}` | 'telegram-api'

/** The platform's notifications, badge and tray count. */
export interface Notifications {
  readonly state: NativeNotifications
  show(announcement: Announcement): void
  withdraw(keys: readonly string[]): void
  /** Tells what became of them. `failed`: the same text should be shown in the window. */
  listen(listener: {
    opened(ticketId: string | null): void
    claimed(ticketId: string): void
    failed(announcement: Announcement, why: string): void
    stateChanged(state: NativeNotifications): void
  }): void
}

/** What the desk asks of the computer's desktop on an agent's word. */
export interface Desktop {
  /** Asks for files to send. Empty if the agent thought better of it. */
  pickFiles(): Promise<
    readonly { readonly name: string; readonly mime: string; readonly bytes: Uint8Array }[]
  >
  /** Asks where to keep a file and writes it there; false if the agent thought better of it. */
  saveFile(name: string, bytes: Uint8Array): Promise<boolean>
  /**
   * Opens a link in the system's own program.
   *
   * @throws {@link Refusal} `not-allowed` for schemes other than http, https, mailto, tel and tg.
   */
  openLink(url: string): Promise<void>
  /** Shows how many tickets wait for us, and the next deadline (epoch ms), outside the window. */
  showDuty(duty: {
    readonly ourTurn: number
    readonly next: { readonly code: string; readonly ticketId: string; readonly dueAt: number } | null
  }): void
}

/** Where the desk writes what engineers need. Never message content, names, tokens or codes (R164). */
export interface Log {
  info(what: string, facts?: Readonly<Record<string, string | number | boolean | null>>): void
  warn(what: string, facts?: Readonly<Record<string, string | number | boolean | null>>): void
  error(what: string, error?: unknown): void
}
