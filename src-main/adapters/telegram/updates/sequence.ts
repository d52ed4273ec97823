interface Held<T> {
  readonly value: number
  readonly count: number
  readonly item: T
}

/**
 * One of Telegram's counters (pts, qts or seq; core.telegram.org/api/updates): lets items through in order,
 * drops what was seen, and holds what came too early until the gap before it is filled.
 */
export class Sequence<T> {
  private held: Held<T>[] = []
  /** What the last jump passed over, and which values of it were let through all the same. */
  private passed: { readonly from: number; readonly to: number; readonly told: Set<number> } | null = null

  /** @param local How far the stream was read; null before the first state is known: then all waits for it. */
  constructor(public local: number | null) {}

  /** Something is missing before what is held. */
  get hasGap(): boolean {
    return this.local !== null && this.held.length > 0
  }

  /** What brings the counter to `value` was let through before. */
  hasSeen(value: number, count: number): boolean {
    if (this.local === null || value > this.local || (value === this.local && count === 0)) return false
    return !this.isLate(value, count)
  }

  /**
   * Gives an item that brings the counter to `value`, having counted `count`. The answer is what may be applied
   * now, in order: nothing, the item, or the item and those that waited for it.
   */
  offer(value: number, count: number, item: T): T[] {
    if (this.hasSeen(value, count)) return []
    if (this.isLate(value, count)) {
      this.passed?.told.add(value)
      return [item]
    }
    this.held.push({ value, count, item })
    return this.release()
  }

  /** All that is held, in no order; it stays held. */
  get waiting(): readonly T[] {
    return this.held.map(({ item }) => item)
  }

  /** Goes on from a state that was asked for; the answer is what was held and follows it. */
  restart(at: number): T[] {
    // Before the first state everything that came is news: it was told since somebody signed in.
    if (this.local === null) return this.jump(at)
    this.local = at
    return this.release()
  }

  /**
   * Goes on from a state of which nothing before will be told any more: also what was held up to it is news, and what
   * still comes of it.
   */
  jump(at: number): T[] {
    const from = this.local
    this.local = Math.max(from ?? at, at)
    const upTo = this.local
    const byValue = new Map(
      this.held.filter(({ value }) => value <= upTo).map((one) => [one.value, one.item]),
    )
    if (from !== null && from < upTo) this.passed = { from, to: upTo, told: new Set(byValue.keys()) }
    const early = [...byValue].sort(([a], [b]) => a - b).map(([, item]) => item)
    return [...early, ...this.release()]
  }

  /** It was passed over by a jump, and not let through since. */
  private isLate(value: number, count: number): boolean {
    const { passed } = this
    if (!passed || count === 0) return false
    return value > passed.from && value <= passed.to && !passed.told.has(value)
  }

  private release(): T[] {
    const ready: T[] = []
    this.held.sort((a, b) => a.value - b.value || a.count - b.count)
    while (this.held[0] && this.local !== null) {
      const next = this.held[0]
      const isSeen = this.hasSeen(next.value, next.count)
      // One that begins before and ends after what was read cannot be cut: it waits for the difference too.
      if (!isSeen && next.value - next.count !== this.local) break
      this.held.shift()
      if (isSeen) continue
      this.local = next.value
      ready.push(next.item)
    }
    return ready
  }
}
