const chunkSize = 512

/** Negative if the first comes first; 0 only for the same. */
export type Compare<T> = (one: T, other: T) => number

/**
 * A list that is always in order. It is kept in chunks, so that putting something in or taking it out moves a
 * few hundred places at most, whether the list holds a hundred things or a million.
 */
export class SortedList<T> {
  private chunks: T[][] = []
  private count = 0

  constructor(private readonly compare: Compare<T>) {}

  /** A list of many things at once. */
  static of<T>(items: readonly T[], compare: Compare<T>): SortedList<T> {
    const list = new SortedList(compare)
    const sorted = [...items].sort(compare)
    for (let from = 0; from < sorted.length; from += chunkSize)
      list.chunks.push(sorted.slice(from, from + chunkSize))
    list.count = sorted.length
    return list
  }

  get size(): number {
    return this.count
  }

  get first(): T | undefined {
    return this.chunks[0]?.[0]
  }

  insert(item: T): void {
    const at = Math.min(this.chunkFor(item), Math.max(0, this.chunks.length - 1))
    const chunk = this.chunks[at]
    this.count++
    if (!chunk) {
      this.chunks.push([item])
      return
    }
    chunk.splice(this.placeIn(chunk, item), 0, item)
    if (chunk.length > 2 * chunkSize) this.chunks.splice(at + 1, 0, chunk.splice(chunkSize))
  }

  /** Takes out the item that compares as the same; answers whether there was one. */
  remove(item: T): boolean {
    const at = this.chunkFor(item)
    const chunk = this.chunks[at]
    const place = chunk ? this.placeIn(chunk, item) : 0
    const found = chunk?.[place]
    if (!chunk || found === undefined || this.compare(found, item) !== 0) return false
    chunk.splice(place, 1)
    if (chunk.length === 0) this.chunks.splice(at, 1)
    this.count--
    return true
  }

  /** At most `count` items from the `from`-th on. */
  slice(from: number, count: number): readonly T[] {
    const found: T[] = []
    let skip = from
    for (const chunk of this.chunks) {
      if (found.length >= count) break
      if (skip < chunk.length) found.push(...chunk.slice(skip, skip + count - found.length))
      skip = Math.max(0, skip - chunk.length)
    }
    return found
  }

  /** How many items come first for which `isBefore` holds; it must hold for a beginning of the list only. */
  countWhile(isBefore: (item: T) => boolean): number {
    let before = 0
    for (const chunk of this.chunks) {
      const last = chunk[chunk.length - 1]
      if (last !== undefined && isBefore(last)) before += chunk.length
      else return before + search(chunk, isBefore)
    }
    return before
  }

  /** The first `limit` items that are wanted, in order. Looks no further than it must. */
  find(limit: number, isWanted: (item: T) => boolean): readonly T[] {
    const found: T[] = []
    for (const chunk of this.chunks)
      for (const item of chunk) {
        if (found.length >= limit) return found
        if (isWanted(item)) found.push(item)
      }
    return found
  }

  /** The first chunk whose last item does not come before the item. */
  private chunkFor(item: T): number {
    return search(this.chunks, (chunk) => this.compare(chunk[chunk.length - 1] as T, item) < 0)
  }

  private placeIn(chunk: readonly T[], item: T): number {
    return search(chunk, (one) => this.compare(one, item) < 0)
  }
}

/** How many items come before the first for which `isBefore` does not hold. */
function search<T>(items: readonly T[], isBefore: (item: T) => boolean): number {
  let low = 0
  let high = items.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (isBefore(items[middle] as T)) low = middle + 1
    else high = middle
  }
  return low
}
