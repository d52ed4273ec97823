import type { Api } from 'telegram'
import type { ChatOption, FollowedGroup } from '../../../src-preload/contract/account'
import type { Account, GroupOption, SignedOutReason, SignInStep } from '../../../src-preload/contract/session'
import type { Person, StoredMedia } from '../../core/conversation/message'
import type { OutboxEntry } from '../../core/outbox/entry'
import type {
  AccountHealth,
  HistoryPage,
  ReadAgain,
  SendResult,
  Telegram,
  TelegramListener,
  TelegramMemory,
  Watch,
} from '../../core/ports'
import { Refusal } from '../../core/refusal'
import { askRefusal } from './ask-refusal'
import type { SocketClass } from './endpoint'
import { endsSession } from './errors'
import { download } from './files/download'
import { KeptSessions } from './kept-session'
import { library, loadLibrary, tl } from './library'
import type { Ask } from './link/ask'
import { Line, type LineState } from './link/line'
import { LinkTeller } from './link/link-teller'
import { LookUps } from './look-ups'
import type { ApiCredentials, MtprotoSetup } from './mtproto-setup'
import { Reach } from './peers/reach'
import { type AccountAtWork, putToWork } from './put-to-work'
import { SignIn } from './sign-in/sign-in'
import { personOf } from './translate/people'
import type { UpdateStream } from './updates/update-stream'

/** With the watch's own step and the time an answer takes: an ended session is known within 30 s. */
const proofAfterMs = 20_000
const nothing: Watch = { groups: [], chats: [], chatRule: 'chosen', left: [] }
const apiNeeded = 'Telegram wants an API id and hash first. Settings explains where to get them.'
const notSignedIn = 'Nobody is signed in to Telegram.'

/** Telegram over MTProto: the real one, or the local data centre of tests and demo. */
export class MtprotoTelegram implements Telegram {
  readonly signIn: Telegram['signIn']
  private readonly signingIn: SignIn
  private listener: TelegramListener | null = null
  private memory: TelegramMemory | null = null
  private ready: Promise<void> = Promise.resolve()
  private socket: SocketClass | null = null
  private line: Line | null = null
  private lineApi: ApiCredentials | null = null
  /** What runs for the account that is signed in. */
  private work: AccountAtWork | null = null
  private account: Account | null = null
  private reason: SignedOutReason = 'never'
  private knownMarks: ReadonlyMap<string, string> = new Map()
  private watched: Watch = nothing
  /** Who {@link watched} is about; null for whoever signs in. */
  private watchedOf: string | null = null
  private readonly lookUps: LookUps
  private readonly sessions: KeptSessions
  private readonly reach = new Reach(() => this.marks)
  private readonly link: LinkTeller

  constructor(private readonly setup: MtprotoSetup) {
    this.link = new LinkTeller(setup.clock, () => this.listener)
    this.sessions = new KeptSessions(setup.secrets, setup.log)
    this.signingIn = new SignIn({
      clock: setup.clock,
      open: () => this.openForSignIn(),
      tell: (step) => this.tell(step),
      signedIn: (user) => this.signedIn(user),
      cancelled: () => this.cancelled(),
    })
    this.signIn = this.signingIn.signIn
    this.lookUps = new LookUps({
      account: () => this.signedInAccount(),
      ask: this.ask,
      askPatiently: () => this.stream?.askPatiently ?? this.ask,
      reach: this.reach,
      marks: () => this.marks,
      watch: () => this.watched,
      apiId: async () => (this.lineApi ?? (await setup.api()))?.id ?? 0,
      remember: async (found) => this.stream?.remember(found),
      readContext: async (limit, peer) => {
        await this.line?.upSoon()
        await this.stream?.readContext(limit, peer)
      },
      now: () => setup.clock.now(),
      floodUntil: () => this.link.floodUntil,
    })
  }

  async start(listener: TelegramListener, memory: TelegramMemory): Promise<void> {
    this.listener = listener
    this.memory = memory
    this.knownMarks = memory.marks
    this.watched = memory.watch
    this.watchedOf = this.setup.accountId
    this.ready = this.prepare()
    this.ready.catch((error: unknown) => this.setup.log.error('the Telegram library does not load', error))
    const { accountId } = this.setup
    const kept = accountId === null ? null : await this.sessions.read(accountId)
    const api = await this.setup.api()
    if (kept && api) {
      this.account = kept.account
      this.tell({ kind: 'signed-in', account: kept.account })
      this.link.change({ isSignedIn: true })
      void this.resume(kept.session, kept.account, api)
      return
    }
    this.reason = accountId === null ? 'never' : 'session-unreadable'
    this.tell(api ? { kind: 'signed-out', reason: this.reason } : { kind: 'api-needed' })
    this.link.tell()
  }

  async signOut(): Promise<void> {
    const line = this.line
    let told = false
    if (line && this.account) {
      told = await line.ask(new tl.auth.LogOut(), { deadlineMs: 5_000 }).then(
        () => true,
        // Ended already, from another device or by another press of the button.
        (error: unknown) => endsSession(error),
      )
    }
    await this.dropSession('by-agent')
    if (!told) {
      throw new Refusal(
        'offline',
        'Signed out on this computer. Telegram could not be told: end the session there, in Settings, Devices.',
      )
    }
  }

  groups(): Promise<readonly GroupOption[]> {
    return this.lookUps.groups()
  }

  async follow(group: FollowedGroup): Promise<void> {
    this.signedInAccount()
    const { groups } = this.watched
    // If Telegram cannot be reached now, it is read as soon as it can be.
    if (!groups.some(({ id }) => id === group.id)) this.watch({ ...this.watched, groups: [...groups, group] })
    try {
      await this.line?.upSoon()
      await this.stream?.follow(group.id)
    } catch (error) {
      throw this.askRefusal(error)
    }
  }

  watch(what: Watch): void {
    this.watched = what
    this.stream?.watch(what)
    this.keepOffered()
  }

  chats(text: string): Promise<readonly ChatOption[]> {
    return this.lookUps.chats(text)
  }

  person(personId: string): Promise<Person> {
    return this.lookUps.person(personId)
  }

  readContext(personId: string, limit: number): Promise<void> {
    return this.lookUps.readContext(personId, limit)
  }

  check(entry: OutboxEntry, isKnown: (number: number) => boolean): Promise<SendResult | null> {
    return this.lookUps.check(entry, isKnown)
  }

  examine(): Promise<AccountHealth> {
    return this.lookUps.examine()
  }

  history(from: number, to: number): AsyncIterable<HistoryPage> {
    return this.lookUps.history(from, to)
  }

  readAgain(chatId: string, numbers: readonly number[]): Promise<ReadAgain> {
    return this.lookUps.readAgain(chatId, numbers)
  }

  async send(entry: OutboxEntry): Promise<SendResult> {
    if (!this.account || !this.work) return { kind: 'unanswered' }
    return this.work.send(entry)
  }

  async download(
    media: StoredMedia,
    message: { readonly chatId: string; readonly number: number },
  ): Promise<Uint8Array> {
    this.signedInAccount()
    return download(media, message, {
      ask: this.ask,
      peer: (chatId) => this.peer(chatId),
      now: () => this.setup.clock.now(),
    })
  }

  wake(): void {
    void this.line?.prove()
    this.stream?.check()
  }

  async stop(): Promise<void> {
    this.signingIn.forget()
    this.link.stop()
    const { line, stream } = this
    this.line = null
    this.work = null
    this.listener = null
    await Promise.all([stream?.stop(), line?.close()])
  }

  private async prepare(): Promise<void> {
    await loadLibrary()
    this.socket = this.setup.endpoint?.prepare(library) ?? null
  }

  private async resume(session: string, account: Account, api: ApiCredentials): Promise<void> {
    const isReady = await this.ready.then(
      () => true,
      () => false,
    )
    if (!isReady || !this.listener || this.line) return
    this.openLine(session, api)
    this.startStream(account)
  }

  private async openForSignIn(): Promise<{ line: Line; api: ApiCredentials }> {
    await this.ready
    if (this.account) throw new Refusal('not-allowed', 'Somebody is signed in already. Log out first.')
    if (this.line && this.lineApi) return { line: this.line, api: this.lineApi }
    const api = await this.setup.api()
    if (!api) throw new Refusal('not-allowed', apiNeeded)
    return { line: this.openLine('', api), api }
  }

  private openLine(session: string, api: ApiCredentials): Line {
    const line = new Line(
      {
        api,
        session,
        dcId: this.setup.endpoint?.dcId ?? null,
        socket: this.socket,
        clock: this.setup.clock,
        log: this.setup.log,
        isSignedIn: () => this.account !== null,
        proofAfterMs: this.setup.proofAfterMs ?? proofAfterMs,
      },
      {
        stateChanged: (state) => this.lineChanged(line, state),
        heard: () => this.link.heard(),
        updates: (updates) => this.take(updates),
        sessionEnded: (why) => this.sessionEnded(line, why),
        sessionChanged: () => void this.keepSession(line),
      },
    )
    this.line = line
    this.lineApi = api
    line.open()
    return line
  }

  private startStream(account: Account): void {
    const { listener, memory } = this
    if (!listener || !memory) return
    this.work = putToWork({
      ...{ setup: this.setup, account, listener, memory, ask: this.ask, link: this.link },
      ...{ marks: this.knownMarks, watch: this.watched },
      peer: (chatId) => this.peer(chatId),
    })
    this.link.change({ isSignedIn: true, behind: 0, lostGroups: [] })
    if (this.line?.state.kind === 'up') this.work.stream.linkUp()
  }

  private async signedIn(user: Api.User): Promise<void> {
    const person = personOf(user)
    if (!person) throw new Refusal('not-allowed', 'Telegram does not say who signed in.')
    const { id, name, username, isBot } = person
    this.account = { id, name, username, kind: isBot ? 'bot' : 'user' }
    // What was read of somebody else is nothing to who came now, until the desk says so.
    if (this.watchedOf !== null && this.watchedOf !== id) this.watched = nothing
    this.watchedOf = id
    if (this.line) await this.keepSession(this.line)
    this.tell({ kind: 'signed-in', account: this.account })
    this.startStream(this.account)
  }

  private async keepSession(line: Line): Promise<void> {
    if (!this.account || line !== this.line || line.sessionText === '') return
    await this.sessions.keep({ session: line.sessionText, account: this.account })
  }

  private async cancelled(): Promise<void> {
    if (this.account) return
    const line = this.line
    this.line = null
    await line?.close()
    const api = await this.setup.api()
    this.tell(api ? { kind: 'signed-out', reason: this.reason } : { kind: 'api-needed' })
  }

  private sessionEnded(line: Line, why: string): void {
    if (line !== this.line) return
    this.setup.log.warn('Telegram ended the session', { why })
    if (this.account) this.dropSession('by-telegram').catch(() => undefined)
    else this.line = null
  }

  private async dropSession(reason: SignedOutReason): Promise<void> {
    const { line, stream, account } = this
    this.account = null
    this.reason = reason
    this.line = null
    this.work = null
    this.knownMarks = stream?.marks ?? this.knownMarks
    const wiped = account ? this.sessions.forget(account.id) : Promise.resolve()
    await wiped.catch(() => undefined)
    this.link.change({ isSignedIn: false, behind: null })
    this.link.pause(0)
    this.tell({ kind: 'signed-out', reason })
    await Promise.all([stream?.stop(), line?.close()])
    await wiped
  }

  private take(updates: Api.TypeUpdates): void {
    if (this.work) this.work.stream.take(updates)
    else this.signingIn.take(updates)
  }

  private lineChanged(line: Line, state: LineState): void {
    if (line !== this.line) return
    const cameUp = state.kind === 'up' && this.link.line.kind !== 'up'
    this.link.change({ line: state, ...(cameUp ? { behind: this.link.behind ?? 0 } : {}) })
    if (cameUp && this.sessions.isOwed) void this.keepSession(line)
    if (cameUp) this.stream?.linkUp()
    else if (state.kind !== 'up') this.stream?.linkDown()
  }

  private tell(step: SignInStep): void {
    this.listener?.signInChanged(step)
  }

  private signedInAccount(): Account {
    if (this.account) return this.account
    throw new Refusal('signed-out', notSignedIn)
  }

  private get stream(): UpdateStream | null {
    return this.work?.stream ?? null
  }

  private get marks(): ReadonlyMap<string, string> {
    return this.stream?.marks ?? this.knownMarks
  }

  private peer(chatId: string): Api.InputPeerChannel | Api.InputPeerUser {
    return this.reach.peer(this.signedInAccount().id, chatId)
  }

  /** How to reach a person is kept once their chat is on the desk. */
  private keepOffered(): void {
    const { account, stream } = this
    if (!account || !stream) return
    const found = this.reach.toKeep(account.id, this.watched.chats)
    if (found.size > 0) stream.remember(found).catch(() => undefined)
  }

  private readonly ask: Ask = async (request, options) => {
    if (!this.line) throw new Refusal('signed-out', notSignedIn)
    return this.line.ask(request, options)
  }

  private askRefusal(error: unknown): Error {
    return askRefusal(error, this.setup.clock.now())
  }
}
