import type { Api, TelegramClient } from 'telegram'
import type { SessionLease } from 'telegram/network/Network'
import type { Clock, Log } from '../../../core/ports'
import { type MadeClient, makeClient } from '../client'
import { Unanswered, withDeadline } from '../deadline'
import type { SocketClass } from '../endpoint'
import { endsSession, errorName } from '../errors'
import { long, tl } from '../library'
import { pauseBeforeTry } from './backoff'
import { monotonicMs } from './monotonic'
import { Rest } from './rest'
import { watchedSocket } from './socket'
import { takesKeyBack } from './takes-key-back'

/** Where the line stands. Times epoch ms. */
export type LineState =
  | { readonly kind: 'closed' }
  | {
      readonly kind: 'dialling'
      readonly attempt: number
      readonly nextTryAt: number | null
      readonly downSince: number
    }
  | { readonly kind: 'up' }

/** What the line tells. */
export interface LineListener {
  stateChanged(state: LineState): void
  heard(): void
  /** Pushed or answered updates, in the order they came in. */
  updates(updates: Api.TypeUpdates): void
  /** Telegram has ended the session, said so by whatever way. The line is closed already. */
  sessionEnded(why: string): void
  /** The session got its first key or moved to another data centre; time to keep it again. */
  sessionChanged(): void
}

/** What one line is made of. */
export interface LineSetup {
  readonly api: { readonly id: number; readonly hash: string }
  readonly session: string
  readonly dcId: number | null
  readonly socket: SocketClass | null
  readonly clock: Clock
  readonly log: Log
  /** Somebody is signed in, so that the session can be proven; before that every proof would be refused. */
  readonly isSignedIn: () => boolean
  /** After so long without an answer Telegram is asked whether the session still stands. */
  readonly proofAfterMs: number
}

const dialDeadlineMs = 20_000
/** Who asks something while the line is down learns it within this time. */
const upWithinMs = 8_000
/** The library pings every 9 s, so a line that is silent for longer is dead (telegram.md B.1, 22). */
const silenceMs = 25_000
const watchEveryMs = 5_000

/** How the library says that a connection is gone; it has no type of error for it. */
function isLoss(error: unknown): boolean {
  return (
    error instanceof Error &&
    errorName(error) === null &&
    /disconnect|connect to dc|was lost|removed|closed|timed out/i.test(error.message)
  )
}

/** A connection of its own to a data centre that keeps files. */
async function leaseOf(client: TelegramClient, dcId: number): Promise<SessionLease> {
  try {
    return await client._leaseSender(dcId)
  } catch (error) {
    if (errorName(error) !== null) throw error
    throw new Unanswered('The data centre cannot be reached')
  }
}

function isUpdates(answer: unknown): answer is Api.TypeUpdates {
  return (
    answer instanceof tl.Updates ||
    answer instanceof tl.UpdatesCombined ||
    answer instanceof tl.UpdateShort ||
    answer instanceof tl.UpdateShortSentMessage ||
    answer instanceof tl.UpdatesTooLong
  )
}

/**
 * Keeps one connection to Telegram alive, for ever: dials, notices a loss, waits a little longer each time and
 * dials again with a fresh client. Whatever was being asked when the line broke ends as {@link Unanswered}.
 */
export class Line {
  state: LineState = { kind: 'closed' }
  private made: MadeClient | null = null
  private session: string
  private isOpen = false
  private ups: (() => void)[] = []
  private lose: (why: string) => void = () => {}
  private readonly rest = new Rest()
  private dialError: unknown = null
  /** On the monotonic clock, as is all that is compared with it. */
  private lastHeardAt = 0
  private lastProofAt = 0
  private mainSocket: object | null = null
  private running: Promise<void> = Promise.resolve()

  constructor(
    private readonly setup: LineSetup,
    private readonly listener: LineListener,
  ) {
    this.session = setup.session
  }

  /** The session as text, empty while there is no key. */
  get sessionText(): string {
    return this.made?.sessionText() || this.session
  }

  open(): void {
    if (this.isOpen) return
    this.isOpen = true
    this.running = this.run()
  }

  /** Lets go of every socket. Whatever is being asked ends as unanswered. */
  async close(): Promise<void> {
    this.isOpen = false
    this.lose('closed')
    this.rest.end()
    for (const up of this.ups.splice(0)) up()
    await this.running
    this.enter({ kind: 'closed' })
  }

  /** Looks now: dials at once if waiting, proves the connection if it seems up. */
  async prove(): Promise<void> {
    this.rest.cut()
    if (this.state.kind !== 'up' || !this.made) return
    const { lose } = this
    const sender = this.made.client._sender
    const ping = sender?.send(new tl.Ping({ pingId: long(this.setup.clock.now()) }))
    if (!ping) return
    await withDeadline(ping, 5_000).catch(() => lose('no pong'))
  }

  /**
   * Asks Telegram. Waits a little for the line if it is down.
   *
   * @throws {@link Unanswered} when there was no answer in time or the line broke meanwhile.
   * @throws Telegram's own error otherwise; see errors.ts.
   */
  async ask<R extends Api.AnyRequest>(
    request: R,
    options: { readonly deadlineMs?: number; readonly dcId?: number } = {},
  ): Promise<R['__response']> {
    const deadlineMs = options.deadlineMs ?? 15_000
    try {
      const client = await this.upSoon(deadlineMs)
      return await withDeadline(this.askOn(client, request, options.dcId), deadlineMs)
    } catch (error) {
      if (isLoss(error)) throw new Unanswered('The link broke before Telegram answered')
      throw error
    }
  }

  /**
   * Straight to the sender: the library's own way of asking sleeps on errors, tries again and in the end hides
   * the name of the error (a RANDOM_ID_DUPLICATE too). Answers that are updates join the stream.
   */
  private async askOn<R extends Api.AnyRequest>(
    client: TelegramClient,
    request: R,
    dcId: number | undefined,
  ): Promise<R['__response']> {
    const lease = dcId === undefined ? null : await leaseOf(client, dcId)
    try {
      const sender = lease?.sender ?? client._sender
      if (!sender?.isConnected()) throw new Unanswered('There is no connection')
      const answer: unknown = await sender.send(request)
      if (!lease) this.lastProofAt = monotonicMs()
      if (isUpdates(answer)) this.listener.updates(answer)
      return answer
    } catch (error) {
      // Also when nobody waits for the answer any more. A data centre for files speaks for its own key only.
      if (!lease && endsSession(error)) this.end(errorName(error) ?? 'ended')
      throw error
    } finally {
      lease?.release()
    }
  }

  /** Moves the line to another data centre (core.telegram.org/api/datacenter), as Telegram asked at sign-in. */
  async moveTo(dcId: number): Promise<void> {
    const client = await this.whenUp()
    await withDeadline(client._switchDC(dcId), dialDeadlineMs)
    this.keepSession()
  }

  /**
   * Waits a little for the line to be up.
   *
   * @throws {@link Unanswered} when it is not, or what Telegram itself said to the last try.
   */
  async upSoon(patienceMs = upWithinMs): Promise<TelegramClient> {
    try {
      return await withDeadline(this.whenUp(), Math.min(patienceMs, upWithinMs))
    } catch (error) {
      throw errorName(this.dialError) === null ? error : this.dialError
    }
  }

  private async whenUp(): Promise<TelegramClient> {
    while (this.state.kind !== 'up' || !this.made) {
      if (!this.isOpen) throw new Unanswered('The line is closed')
      await new Promise<void>((resolve) => this.ups.push(resolve))
    }
    return this.made.client
  }

  private async run(): Promise<void> {
    let attempt = 0
    let downSince = this.setup.clock.now()
    while (this.isOpen) {
      attempt++
      this.enter({ kind: 'dialling', attempt, nextTryAt: null, downSince })
      const lost = new Promise<string>((resolve) => {
        this.lose = resolve
      })
      try {
        await this.dial(lost)
        attempt = 0
        this.dialError = null
        this.enter({ kind: 'up' })
        for (const up of this.ups.splice(0)) up()
        const watchdog = setInterval(() => this.watch(), Math.min(watchEveryMs, this.setup.proofAfterMs))
        const why = await lost
        clearInterval(watchdog)
        downSince = this.setup.clock.now()
        this.setup.log.info('link lost', { why })
        await this.drop()
      } catch (error) {
        await this.drop()
        if (!this.isOpen) break
        this.dialError = error
        if (endsSession(error)) return this.end(errorName(error) ?? 'ended')
        const pause = pauseBeforeTry(attempt)
        const why = errorName(error) ?? (error instanceof Error ? error.name : 'unknown')
        this.setup.log.info('dialling failed', { attempt, why })
        this.enter({ kind: 'dialling', attempt, nextTryAt: this.setup.clock.now() + pause, downSince })
        await this.rest.for(pause)
      }
    }
    await this.drop()
  }

  private async dial(lost: Promise<string>): Promise<void> {
    this.mainSocket = null
    const socket = watchedSocket(this.setup.socket, {
      dialled: (which) => {
        this.mainSocket ??= which
      },
      heard: () => {
        this.lastHeardAt = monotonicMs()
        this.listener.heard()
      },
      closed: (which) => {
        if (which === this.mainSocket) this.lose('socket closed')
      },
    })
    this.made = makeClient(
      this.session,
      this.setup.api,
      {
        updates: (updates) => {
          if (takesKeyBack(updates)) this.end('AUTH_KEY_DROP')
          else this.listener.updates(updates)
        },
        movesTo: () => {
          this.mainSocket = null
        },
        keyForgotten: () => this.end('AUTH_KEY_FORGOTTEN'),
      },
      socket,
      this.setup.dcId,
    )
    const connected = this.made.client.connect()
    connected.catch(() => {})
    await withDeadline(
      Promise.race([
        connected,
        lost.then((why) => {
          throw new Error(why)
        }),
      ]),
      dialDeadlineMs,
    )
    this.lastHeardAt = monotonicMs()
    this.keepSession()
  }

  private keepSession(): void {
    const text = this.made?.sessionText() ?? ''
    if (text === '' || text === this.session) return
    this.session = text
    this.listener.sessionChanged()
  }

  /** Notices a dead line, and a session that was ended while the line stayed up: only an answer tells that. */
  private watch(): void {
    const now = monotonicMs()
    if (now - this.lastHeardAt > silenceMs) this.lose('silence')
    else if (this.setup.isSignedIn() && now - this.lastProofAt >= this.setup.proofAfterMs) {
      this.lastProofAt = now
      this.ask(new tl.updates.GetState(), { deadlineMs: 10_000 }).catch(() => {})
    }
  }

  private async drop(): Promise<void> {
    const made = this.made
    if (!made) return
    this.keepSession()
    this.made = null
    await made.client.destroy().catch(() => {})
  }

  private end(why: string): void {
    if (!this.isOpen) return
    this.isOpen = false
    this.lose(why)
    this.rest.end()
    for (const up of this.ups.splice(0)) up()
    this.enter({ kind: 'closed' })
    this.listener.sessionEnded(why)
  }

  private enter(state: LineState): void {
    if (this.state.kind === 'closed' && state.kind === 'closed') return
    if (!this.isOpen && state.kind !== 'closed') return
    this.state = state
    this.listener.stateChanged(state)
  }
}
