import type { Clock, TelegramListener } from '../../../core/ports'
import { type LinkFacts, linkOf } from './link-of'
import { monotonicMs } from './monotonic'

/** Farthest a timer can be set (2^31 ms, core of every browser and of Node). */
const timerMaxMs = 2_147_483_647
const heardEveryMs = 1_000
/** A clock that drifts is corrected in smaller steps than this; a larger one is somebody's doing. */
const stepMs = 2_000

/** Tells the desk how the link stands, each state once, and that something was heard, once a second. */
export class LinkTeller {
  private facts: Omit<LinkFacts, 'floodUntil'> = {
    line: { kind: 'closed' },
    isSignedIn: false,
    behind: null,
    lostGroups: [],
  }
  /** End of the pause that Telegram asked for, on the monotonic clock. */
  private pauseEnds: number | null = null
  private pauseTimer: ReturnType<typeof setTimeout> | null = null
  private told = ''
  private heardAt = Number.NEGATIVE_INFINITY
  private clockOffset: number

  constructor(
    private readonly clock: Clock,
    private readonly listener: () => Pick<TelegramListener, 'linkChanged' | 'heard'> | null,
    private readonly spanMs: () => number = monotonicMs,
  ) {
    this.clockOffset = clock.now() - spanMs()
  }

  get line(): LinkFacts['line'] {
    return this.facts.line
  }

  get behind(): number | null {
    return this.facts.behind
  }

  /** Until when Telegram asks for a pause (epoch ms); null for none. */
  get floodUntil(): number | null {
    return this.pauseEnds === null ? null : Math.round(this.clock.now() + this.pauseEnds - this.spanMs())
  }

  change(facts: Partial<Omit<LinkFacts, 'floodUntil'>>): void {
    this.facts = { ...this.facts, ...facts }
    this.tell()
  }

  /** Telegram asks for a pause of so many ms from now; 0 ends the one there is. */
  pause(ms: number): void {
    if (this.pauseTimer) clearTimeout(this.pauseTimer)
    this.pauseTimer = null
    this.pauseEnds = ms > 0 ? this.spanMs() + ms : null
    if (ms > 0) this.pauseTimer = setTimeout(() => this.pause(0), Math.min(ms, timerMaxMs))
    this.tell()
  }

  /** Something came from Telegram. Also the moment to see whether the clock was set meanwhile. */
  heard(): void {
    const span = this.spanMs()
    if (span - this.heardAt < heardEveryMs) return
    this.heardAt = span
    this.listener()?.heard(this.clock.now())
    const offset = this.clock.now() - span
    if (Math.abs(offset - this.clockOffset) < stepMs) return
    this.clockOffset = offset
    // Every time that was told is wrong now, and whoever waits for one looks anew.
    this.told = ''
    this.tell()
  }

  /** Tells how the link stands, unless that was the last thing told. */
  tell(): void {
    const now = this.clock.now()
    const link = linkOf({ ...this.facts, floodUntil: this.floodUntil }, now)
    const text = JSON.stringify(link.kind === 'flood-wait' ? { ...link, until: this.pauseEnds } : link)
    if (text === this.told) return
    this.told = text
    this.listener()?.linkChanged(link)
  }

  stop(): void {
    if (this.pauseTimer) clearTimeout(this.pauseTimer)
  }
}
