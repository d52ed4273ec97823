import { RpcError } from './rpc-error'

const A_DAY_MS = 24 * 3600_000

/** Whom a fault is for; left out, everybody and everything. */
export interface Only {
  /** Calls that name this user, group or basic group as their peer. */
  readonly peer?: { readonly id: number }
  /** Calls of this account. */
  readonly user?: { readonly id: number }
}

/** What the switchboard learns of a call. */
export interface CallFacts {
  readonly userId: number | null
  /** The users, groups and basic groups that the call names as peers. */
  readonly peerIds: readonly number[]
}

interface Fault {
  readonly method: string
  readonly only: Only
  timesLeft: number
  readonly act: { readonly kind: 'fail'; readonly error: RpcError } | { readonly kind: 'lose' }
}

/** How the switchboard reaches what it breaks. */
export interface Switchable {
  dropSockets(): void
  goDown(): Promise<void>
  comeUp(): Promise<void>
  setSlowMode(groupId: number, seconds: number): void
  revoke(userId: number, reason: string): void
  /** @returns the new token. */
  renewToken(botId: number): string
  setHome(userId: number, dcId: number | null): void
  moveFiles(dcId: number): void
  forgetKeys(): void
  rotateSalts(): void
}

/**
 * Breaks things on purpose. Methods are named as in the library:
 * `messages.SendMessage`. What is left on stays on until it is used up.
 */
export class Switchboard {
  private faults: Fault[] = []
  private readonly delays = new Map<string, number>()
  private readonly tooLong = new Set<number>()
  private readonly boxTooLong = new Set<number>()
  private horizonMs = A_DAY_MS
  /** @internal Added to the machine's time on the wire. */
  skewMs = 0
  private pongs = true
  private minimal = false
  private short = false
  /** Read by the deliverer, which uses them up one update at a time. */
  readonly updates = { suppress: 0, duplicate: 0, reorder: 0, delayMs: 0 }

  constructor(private readonly target: Switchable) {}

  /** Cuts every connection. Clients may come back at once. */
  dropSockets(): void {
    this.target.dropSockets()
  }

  /** Stops listening and cuts every connection. Keys and world stay. */
  goDown(): Promise<void> {
    return this.target.goDown()
  }

  /** Listens again, on the same port. */
  comeUp(): Promise<void> {
    return this.target.comeUp()
  }

  /** Does what is asked and never says so. */
  loseAnswer(method: string, times = 1, only: Only = {}): void {
    this.faults.push({ method, only, timesLeft: times, act: { kind: 'lose' } })
  }

  /** Answers a method, or `'updates'`, so much later; 0 ends it. */
  delay(what: string, ms: number): void {
    if (what === 'updates') this.updates.delayMs = ms
    else if (ms === 0) this.delays.delete(what)
    else this.delays.set(what, ms)
  }

  /** Sends each of the next n updates twice. */
  duplicateUpdates(n: number): void {
    this.updates.duplicate += n
  }

  /** Holds back the next n updates and then sends them in reverse. */
  reorderUpdates(n: number): void {
    this.updates.reorder += n
  }

  /** Never sends the next n updates. They still count: the client has to notice. */
  suppressUpdates(n: number): void {
    this.updates.suppress += n
  }

  /** Answers FLOOD_WAIT_n (core.telegram.org/api/errors#420-flood). */
  floodWait(method: string, seconds: number, times = 1, only: Only = {}): void {
    this.failWith(method, 420, `FLOOD_WAIT_${seconds}`, times, only)
  }

  /** Answers PEER_FLOOD: this account has written to too many strangers, and nobody says for how long. */
  peerFlood(method: string, times = 1, only: Only = {}): void {
    this.failWith(method, 400, 'PEER_FLOOD', times, only)
  }

  /** Lets members write once in so many seconds; administrators are free. 0 ends it. */
  slowMode(group: { readonly id: number }, seconds: number): void {
    this.target.setSlowMode(group.id, seconds)
  }

  /** Ends all sessions of somebody, as they could from another device. */
  revokeSession(user: { readonly id: number }, reason = 'SESSION_REVOKED'): void {
    this.target.revoke(user.id, reason)
  }

  /** The bot's owner has another token made: the old one is worth nothing, and what was signed in with it is out. */
  revokeToken(bot: { readonly id: number }): string {
    const token = this.target.renewToken(bot.id)
    this.target.revoke(bot.id, 'SESSION_REVOKED')
    return token
  }

  /** Forgets every authorization key: clients get -404 and must make new ones. */
  forgetKeys(): void {
    this.target.forgetKeys()
  }

  /** Every client's salt is wrong from now on: one bad_server_salt each. */
  rotateSalts(): void {
    this.target.rotateSalts()
  }

  /** Answers any error to a method. */
  failWith(method: string, code: number, errorName: string, times = 1, only: Only = {}): void {
    const act = { kind: 'fail', error: new RpcError(code, errorName) } as const
    this.faults.push({ method, only, timesLeft: times, act })
  }

  /** The next `getChannelDifference` of this group says that too much happened. */
  differenceTooLong(group: { readonly id: number }): void {
    this.tooLong.add(group.id)
  }

  /** The next `getDifference` of this account says that too much happened. */
  commonDifferenceTooLong(user: { readonly id: number }): void {
    this.boxTooLong.add(user.id)
  }

  /** How long undelivered updates are kept for bots, on the world's clock; people's are kept for ever. */
  keepForBots(ms: number): void {
    this.horizonMs = ms
  }

  /** Swallows pings, as a link that is up but dead. */
  answerPings(whether: boolean): void {
    this.pongs = whether
  }

  /**
   * Sets the clock of the wire ahead, or back with a negative number: message
   * ids of clients who trust their own are too old (16) or too new (17).
   */
  skewClock(ms: number): void {
    this.skewMs = ms
  }

  /** Where somebody has to sign in: elsewhere they get PHONE_MIGRATE_n or USER_MIGRATE_n. Null lets them anywhere. */
  livesIn(user: { readonly id: number }, dcId: number | null): void {
    this.target.setHome(user.id, dcId)
  }

  /** Where all files lie: elsewhere clients get FILE_MIGRATE_n. 2 lets them fetch anywhere. */
  filesLieIn(dcId: number): void {
    this.target.moveFiles(dcId)
  }

  /** Users in the updates of groups come as `min` ones (core.telegram.org/api/min). */
  minUsers(whether: boolean): void {
    this.minimal = whether
  }

  /** Texts of private chats and basic groups come, and are answered, in the short forms. */
  shortForms(whether: boolean): void {
    this.short = whether
  }

  /** Puts everything back. */
  allWell(): void {
    this.faults = []
    this.delays.clear()
    this.tooLong.clear()
    this.boxTooLong.clear()
    this.horizonMs = A_DAY_MS
    this.skewMs = 0
    this.pongs = true
    this.minimal = false
    this.short = false
    Object.assign(this.updates, { suppress: 0, duplicate: 0, reorder: 0, delayMs: 0 })
  }

  /** @internal Called before each method: waits, or throws what was ordered. */
  async before(method: string, facts: CallFacts): Promise<void> {
    const delayMs = this.delays.get(method) ?? 0
    if (delayMs > 0) await new Promise((resolve) => setTimeout(resolve, delayMs))
    const fault = this.use(method, 'fail', facts)
    if (fault?.act.kind === 'fail') throw fault.act.error
  }

  /** @internal */
  losesAnswer(method: string, facts: CallFacts): boolean {
    return this.use(method, 'lose', facts) !== undefined
  }

  /** @internal */
  takesTooLong(groupId: number): boolean {
    return this.tooLong.delete(groupId)
  }

  /** @internal */
  boxTakesTooLong(userId: number): boolean {
    return this.boxTooLong.delete(userId)
  }

  /** @internal */
  get botHorizonMs(): number {
    return this.horizonMs
  }

  /** @internal */
  get answersPings(): boolean {
    return this.pongs
  }

  /** @internal */
  get sendsMinUsers(): boolean {
    return this.minimal
  }

  /** @internal */
  get sendsShortForms(): boolean {
    return this.short
  }

  private use(method: string, kind: Fault['act']['kind'], facts: CallFacts): Fault | undefined {
    const fault = this.faults.find(
      (each) => each.method === method && each.act.kind === kind && isMeant(each.only, facts),
    )
    if (fault === undefined) return undefined
    fault.timesLeft--
    if (fault.timesLeft <= 0) this.faults = this.faults.filter((each) => each !== fault)
    return fault
  }
}

function isMeant({ peer, user }: Only, { userId, peerIds }: CallFacts): boolean {
  return (peer === undefined || peerIds.includes(peer.id)) && (user === undefined || user.id === userId)
}
