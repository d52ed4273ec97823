import type { Tally, WakeReport } from '../../../src-preload/contract/evidence'
import type { Link } from '../../../src-preload/contract/status'
import { tallySince } from '../../core/evidence/tally'
import { isLevel } from '../../core/people/is-level'
import { wakesKept } from './kept-wakes'

/** From what span on being away is worth a report, ms. */
const worthMs = 60_000
/** After a sleep, how long a link that seems to be up may take to find out, and to bring what was missed, ms. */
const settleMs = 5_000

/** A time without Telegram that is not over. */
interface Away {
  /** When something was last heard before it, epoch ms. */
  readonly from: number
  readonly before: Tally
}

/** What the book needs to know of an account at the moment of asking. */
export interface WakeGround {
  readonly now: () => number
  /** Epoch ms; null if nothing was ever heard of it. */
  readonly lastHeardAt: (accountId: string) => number | null
  readonly tally: (accountId: string) => Tally
}

/**
 * Tells, each time an account comes level with Telegram again, what came while it was away: after a start, a sleep
 * of the computer, or more than a minute without a link. So nobody has to believe that nothing was lost (R155).
 */
export class WakeBook {
  private readonly away = new Map<string, Away>()
  private readonly isLive = new Set<string>()
  private sleptAt = Number.NEGATIVE_INFINITY

  constructor(
    private readonly ground: WakeGround,
    /** The absences of runs of before, newest first. */
    private list: readonly WakeReport[],
    private readonly woke: (report: WakeReport) => void,
  ) {}

  /** The newest {@link wakesKept}, newest first. */
  get reports(): readonly WakeReport[] {
    return this.list
  }

  /**
   * An account may have missed something from when it was last heard: the desk has just started, its link is down,
   * or the computer slept. An account that was never heard has missed nothing.
   */
  begin(accountId: string): void {
    const from = this.ground.lastHeardAt(accountId)
    if (from === null || this.away.has(accountId)) return
    this.away.set(accountId, { from, before: this.ground.tally(accountId) })
  }

  /** A link changed. A pause that Telegram asks for is no absence: it goes on telling. */
  linkChanged(accountId: string, link: Link): void {
    if (link.kind === 'flood-wait') return
    if (isLevel(link)) {
      this.isLive.add(accountId)
      this.end(accountId)
    } else {
      this.isLive.delete(accountId)
      this.begin(accountId)
    }
  }

  /** The computer slept, or the network was gone. A link that seems to be up may not know yet. */
  slept(): void {
    this.sleptAt = this.ground.now()
    for (const accountId of this.isLive) {
      const heard = this.ground.lastHeardAt(accountId)
      if (heard !== null && this.ground.now() - heard > worthMs) this.begin(accountId)
    }
  }

  /** Something came through a link: if it seemed to be up a while after a sleep, it is, and what it missed is in. */
  heard(accountId: string): void {
    if (this.isLive.has(accountId) && this.ground.now() - this.sleptAt >= settleMs) this.end(accountId)
  }

  private end(accountId: string): void {
    const away = this.away.get(accountId)
    if (!away) return
    this.away.delete(accountId)
    const backAt = this.ground.now()
    if (backAt - away.from <= worthMs) return
    const tally = tallySince(this.ground.tally(accountId), away.before)
    const report = { accountId, awayFrom: away.from, backAt, tally }
    this.list = [report, ...this.list].slice(0, wakesKept)
    this.woke(report)
  }
}
