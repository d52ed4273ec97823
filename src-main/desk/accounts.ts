import type { AccountView } from '../../src-preload/contract/account'
import type { SignInStep } from '../../src-preload/contract/session'
import type { Link } from '../../src-preload/contract/status'
import { privateChatOf, type StoredMedia } from '../core/conversation/message'
import type { DeskState } from '../core/desk/state'
import type { OutboxEntry } from '../core/outbox/entry'
import { accountOfChat, groupOf, mainAccount } from '../core/people/accounts'
import { nameOf } from '../core/people/names'
import type { FileRoom, SendResult, Telegram, TelegramListener, Watch } from '../core/ports'
import { Refusal } from '../core/refusal'
import type { Desk } from './desk'

/** One account's way to Telegram, or one that is being signed in (`accountId` null). */
export interface Door {
  readonly telegram: Telegram
  accountId: string | null
  step: SignInStep
  link: Link
  lastHeardAt: number | null
}

/** Makes a way to Telegram; `accountId` names the session that is kept, null for a new one. */
export type OpenTelegram = (accountId: string | null) => Telegram

/** What a door tells goes to the listener made for it. */
export type ListenTo = (door: Door) => TelegramListener

/**
 * The accounts this desk is signed in with, side by side, each with a way to Telegram of its own, and the one that
 * is being signed in. Whoever wants to send or ask says which chat, and gets the account it goes through.
 */
export class Accounts {
  private readonly doors: Door[] = []
  private readonly started = new Set<Door>()
  private listenTo: ListenTo = () => {
    throw new Error('The accounts were not started')
  }

  constructor(
    private readonly desk: Desk,
    private readonly open: OpenTelegram,
    private readonly outgoing: FileRoom,
    private readonly changed: () => void,
  ) {
    // Who was signed in still is until Telegram says otherwise.
    for (const { id } of desk.state.accounts) this.doorTo(id)
  }

  /**
   * Opens a way for every account of the journal or with a kept session; one to sign in with if there is none.
   *
   * @throws the first failure, once all were tried: one account keeps no other from starting.
   */
  async start(kept: readonly string[], listenTo: ListenTo): Promise<void> {
    this.listenTo = listenTo
    for (const id of kept) if (!this.doors.some(({ accountId }) => accountId === id)) this.doorTo(id)
    if (this.doors.length === 0) this.doorTo(null)
    const failures: unknown[] = []
    for (const door of [...this.doors]) await this.begin(door).catch((error) => failures.push(error))
    if (failures.length > 0) throw failures[0]
  }

  /** Every way there is, in the order the accounts came. */
  get all(): readonly Door[] {
    return this.doors
  }

  /** The one that signing in acts on: the account being added, else one that was thrown out, else the first. */
  get atSignIn(): Door {
    const door =
      this.doors.find(({ accountId }) => accountId === null) ??
      this.doors.find(({ step }) => step.kind !== 'signed-in') ??
      this.doors[0]
    if (!door) throw new Error('The accounts were not started')
    return door
  }

  /** How signing in stands. Who was signed in still is until Telegram says otherwise. */
  get step(): SignInStep {
    return this.doors.length > 0 ? this.atSignIn.step : this.stepOf(mainAccount(this.desk.state)?.id ?? null)
  }

  /** Another account is being signed in beside those there are. */
  get isAdding(): boolean {
    return this.doors.length > 1 && this.doors.some(({ accountId }) => accountId === null)
  }

  /** @throws {@link Refusal} `not-found` for an account this desk is not signed in with. */
  of(accountId: string): Door {
    const door = this.doors.find((one) => one.accountId === accountId)
    if (!door) throw new Refusal('not-found', 'This account is not signed in.', { field: 'accountId' })
    return door
  }

  /** The way to a chat; null if its account is signed out. */
  forChat(chatId: string): Door | null {
    const account = accountOfChat(this.desk.state, chatId)
    return this.doors.find(({ accountId }) => account !== null && accountId === account.id) ?? null
  }

  /** Begins to sign in another account. */
  async add(): Promise<void> {
    if (!this.doors.some(({ accountId }) => accountId === null)) await this.begin(this.doorTo(null))
    this.changed()
  }

  /** Gives up adding an account; back to the choice of ways if it is the only one. */
  async cancel(): Promise<void> {
    const door = this.atSignIn
    await door.telegram.signIn.cancel()
    if (this.isAdding && door.accountId === null) await this.close(door)
    this.changed()
  }

  /** Ends an account's session at Telegram and here. Its tickets stay. */
  async signOut(accountId: string): Promise<void> {
    const door = this.of(accountId)
    try {
      await door.telegram.signOut()
    } finally {
      if (this.doors.length > 1) await this.close(door)
      else door.accountId = null
      this.changed()
    }
  }

  /**
   * Someone signed in at a door: it is told what of the account is read, which it may have been before. If another
   * door led to the same account, this one takes its place.
   */
  signedIn(door: Door, accountId: string): void {
    const isNews = door.accountId !== accountId
    const former = this.doors.find((one) => one !== door && one.accountId === accountId)
    door.accountId = accountId
    if (former) void this.close(former).catch(() => undefined)
    if (isNews) door.telegram.watch(watchOf(this.desk.state, accountId))
  }

  /** What the desk follows changed: each account is told what is read of it now. */
  follow(before: DeskState, after: DeskState): void {
    if (
      before.groups === after.groups &&
      before.settings.chatRule === after.settings.chatRule &&
      before.chats === after.chats
    )
      return
    for (const { accountId, telegram } of this.doors) {
      if (accountId === null) continue
      const [was, is] = [watchOf(before, accountId), watchOf(after, accountId)]
      if (JSON.stringify(was) !== JSON.stringify(is)) telegram.watch(is)
    }
  }

  async send(entry: OutboxEntry): Promise<SendResult> {
    const door = this.forChat(entry.chatId)
    return door ? door.telegram.send(entry) : { kind: 'unanswered' }
  }

  /** @throws {@link Refusal} `signed-out` if the chat's account is, `not-allowed` if its group was left. */
  async download(
    media: StoredMedia,
    message: { readonly chatId: string; readonly number: number },
  ): Promise<Uint8Array> {
    const door = this.forChat(message.chatId)
    if (!door && !isFollowed(this.desk.state, message.chatId))
      throw new Refusal(
        'not-allowed',
        'This group is not followed any more. Follow it again to open its files.',
      )
    if (!door) throw new Refusal('signed-out', 'The account this came through is signed out.')
    return door.telegram.download(media, message)
  }

  /** Looks at the time and at Telegram now. */
  wake(): void {
    for (const { telegram } of this.started) telegram.wake()
  }

  /** @throws the first failure, once all have ended: what follows, ends what they stand on. */
  async stop(): Promise<void> {
    const ends = await Promise.allSettled([...this.started].map(({ telegram }) => telegram.stop()))
    for (const end of ends) if (end.status === 'rejected') throw end.reason
  }

  views(state: DeskState): readonly AccountView[] {
    return state.accounts.map((account) => {
      const door = this.doors.find(({ accountId }) => accountId === account.id)
      return {
        account,
        link: door?.link ?? { kind: 'signed-out' },
        lastHeardAt: door?.lastHeardAt ?? null,
        groups: state.groups.filter(({ accountId }) => accountId === account.id),
        chats: state.chats
          .filter(({ accountId }) => accountId === account.id)
          .map((chat) => ({ ...chat, name: nameOf(state, chat.personId) })),
      }
    })
  }

  private stepOf(accountId: string | null): SignInStep {
    const account = this.desk.state.accounts.find(({ id }) => id === accountId)
    return account ? { kind: 'signed-in', account } : { kind: 'signed-out', reason: 'never' }
  }

  private doorTo(accountId: string | null): Door {
    const door: Door = {
      telegram: this.open(accountId),
      accountId,
      step: this.stepOf(accountId),
      link: { kind: 'connecting', attempt: 0, nextTryAt: null },
      lastHeardAt: null,
    }
    this.doors.push(door)
    return door
  }

  private async begin(door: Door): Promise<void> {
    const { state } = this.desk
    this.started.add(door)
    await door.telegram.start(this.listenTo(door), {
      marks: new Map(state.marks.entries()),
      watch: watchOf(state, door.accountId ?? ''),
      outgoing: this.outgoing,
      borrow: (media, message) => this.download(media, message),
    })
  }

  private async close(door: Door): Promise<void> {
    const at = this.doors.indexOf(door)
    // Closed already: it may have been signed out twice, or here and at another device at once.
    if (at < 0) return
    this.doors.splice(at, 1)
    // What it tells on its way out is no longer about the account.
    door.accountId = null
    if (this.started.delete(door)) await door.telegram.stop()
  }
}

/** A private chat's files can be fetched as long as its account is there; a group's while it is followed. */
function isFollowed(state: DeskState, chatId: string): boolean {
  return privateChatOf(chatId) !== null || groupOf(state, chatId) !== null
}

/** What of an account the desk reads. */
export function watchOf(state: DeskState, accountId: string): Watch {
  return {
    groups: state.groups.filter((group) => group.accountId === accountId),
    chats: state.chats.filter((chat) => chat.accountId === accountId).map(({ personId }) => personId),
    chatRule: state.settings.chatRule,
    left: state.settings.chatRule === 'strangers' ? leftChats(state, accountId) : [],
  }
}

/** People whose private chats with a personal account were taken off the desk. */
function leftChats({ conversations }: DeskState, accountId: string): readonly string[] {
  const people: string[] = []
  for (const { privately } of conversations.values())
    if (privately?.accountId === accountId && privately.via === 'user' && !privately.isFollowed)
      people.push(privately.personId)
  return people
}
