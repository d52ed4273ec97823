/** A table is cut into pages, a page into buckets; a change copies one of each, 64 references apiece. */
export const pageSize = 64
const pageCount = 64
/** How many buckets a table has, whatever its size. */
export const bucketCount = pageCount * pageSize

/** Which of the {@link bucketCount} buckets an id lives in (FNV-1a), the same in every process. */
export function bucketOf(id: string): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < id.length; index++) hash = Math.imul(hash ^ id.charCodeAt(index), 0x01000193)
  return (hash >>> 0) % bucketCount
}

/** The entries of one bucket. */
export type Bucket<T> = ReadonlyMap<string, T>

/**
 * A page of buckets that still lie where a checkpoint put them and are read when they are first needed.
 * Buckets go by their place in the page. See adapters/store for how; the same question always gets the very
 * same values.
 */
export interface StoredPage<T> {
  /** Entries in all its buckets. */
  readonly size: number
  /** Reads no more than it must. */
  get(place: number, id: string): T | undefined
  /** All entries of a bucket, kept from now on. */
  bucket(place: number): Bucket<T>
  /** The same for a walk through the whole table: read, but not kept if it was not kept before. */
  glance(place: number): Bucket<T>
  /** Entries that were laid near, to be had without reading those that were laid far; see {@link Layout}. */
  near(place: number): Bucket<T>
  /** Ids of those that were laid far, with what {@link Layout} noted of each. */
  far(place: number): Iterable<readonly [string, unknown]>
}

/** What of a table is wanted at every start lies near, all else far, with a few facts of each that are. */
export interface Layout<T, F> {
  isFar(value: T): boolean
  /** What can be asked of a far one without reading it. Plain values, as few as will do. */
  factsOf(value: T): F
}

interface Page<T> {
  /** Undefined for those that are as they are in `stored`. */
  readonly own: readonly (Bucket<T> | undefined)[]
  readonly stored: StoredPage<T> | null
}

const emptyBucket: ReadonlyMap<string, never> = new Map<string, never>()
const nothing: readonly undefined[] = new Array(pageSize).fill(undefined)
const emptyPage: Page<never> = { own: nothing, stored: null }

/**
 * A map that is never changed: `set` and `delete` answer a new table that shares all but one small bucket
 * with the old. So a change costs the same at 100 tickets and at 100,000, an old state can be kept or gone
 * back to for nothing, and what changed between two states is told by comparing references. Entries come in
 * no order.
 */
export class Table<T> {
  private constructor(
    private readonly pages: readonly Page<T>[],
    readonly size: number,
  ) {}

  static empty<T>(): Table<T> {
    return new Table<T>(new Array(pageCount).fill(emptyPage), 0)
  }

  /** A table of many entries at once, for loading. Later entries win. */
  static of<T>(entries: Iterable<readonly [string, T]>): Table<T> {
    const pages: (Map<string, T> | undefined)[][] = Array.from({ length: pageCount }, () => [])
    for (const [id, value] of entries) {
      const at = bucketOf(id)
      const page = pages[Math.floor(at / pageSize)]
      const bucket = page?.[at % pageSize] ?? new Map<string, T>()
      if (page) page[at % pageSize] = bucket.set(id, value)
    }
    const fill = (page: (Map<string, T> | undefined)[]): Page<T> =>
      page.length === 0
        ? emptyPage
        : { own: Array.from({ length: pageSize }, (_, place) => page[place]), stored: null }
    const size = pages.flat().reduce((sum, bucket) => sum + (bucket?.size ?? 0), 0)
    return new Table<T>(pages.map(fill), size)
  }

  /** A table whose pages, in order, are read when they are needed; null for an empty one. */
  static stored<T>(pages: readonly (StoredPage<T> | null)[]): Table<T> {
    const filled = Array.from({ length: pageCount }, (_, at): Page<T> => {
      const stored = pages[at] ?? null
      return stored === null ? emptyPage : { own: nothing, stored }
    })
    return new Table<T>(
      filled,
      pages.reduce((sum, page) => sum + (page?.size ?? 0), 0),
    )
  }

  get(id: string): T | undefined {
    const at = bucketOf(id)
    const { own, stored } = this.page(at)
    const bucket = own[at % pageSize]
    return bucket ? bucket.get(id) : stored?.get(at % pageSize, id)
  }

  has(id: string): boolean {
    return this.bucket(bucketOf(id)).has(id)
  }

  set(id: string, value: T): Table<T> {
    const at = bucketOf(id)
    const before = this.bucket(at)
    if (before.get(id) === value && before.has(id)) return this
    const after = new Map(before).set(id, value)
    return this.withBucket(at, after, this.size + after.size - before.size)
  }

  delete(id: string): Table<T> {
    const at = bucketOf(id)
    if (!this.bucket(at).has(id)) return this
    const after = new Map(this.bucket(at))
    after.delete(id)
    return this.withBucket(at, after.size === 0 ? emptyBucket : after, this.size - 1)
  }

  *values(): IterableIterator<T> {
    for (const bucket of this.glances()) yield* bucket.values()
  }

  *ids(): IterableIterator<string> {
    for (const bucket of this.glances()) yield* bucket.keys()
  }

  *entries(): IterableIterator<readonly [string, T]> {
    for (const bucket of this.glances()) yield* bucket.entries()
  }

  /** All values that were not laid far, and perhaps others: what is to be looked at without reading the rest. */
  *near(): IterableIterator<T> {
    for (const { own, stored } of this.pages)
      for (let place = 0; place < pageSize; place++)
        yield* (own[place] ?? stored?.near(place) ?? emptyBucket).values()
  }

  /** Facts of all entries. Of those that were laid far and not read yet they are the ones noted then. */
  *facts<F>({ factsOf }: Layout<T, F>): IterableIterator<readonly [string, F]> {
    for (const { own, stored } of this.pages)
      for (let place = 0; place < pageSize; place++) {
        const bucket = own[place]
        for (const [id, value] of bucket ?? stored?.near(place) ?? emptyBucket) yield [id, factsOf(value)]
        if (!bucket && stored) yield* stored.far(place) as Iterable<readonly [string, F]>
      }
  }

  /** The entries of one bucket; see {@link bucketOf}. */
  bucket(at: number): Bucket<T> {
    const { own, stored } = this.page(at)
    return own[at % pageSize] ?? stored?.bucket(at % pageSize) ?? emptyBucket
  }

  /** Where one bucket still lies as a checkpoint put it; null if it was changed or made since. */
  storedBucket(at: number): { readonly page: StoredPage<T>; readonly place: number } | null {
    const { own, stored } = this.page(at)
    return stored === null || own[at % pageSize] ? null : { page: stored, place: at % pageSize }
  }

  /** Numbers of the buckets that differ from an earlier table's. Reads none. */
  changedBuckets(since: Table<T>): number[] {
    const changed: number[] = []
    for (let number = 0; number < pageCount; number++) {
      const at = number * pageSize
      const after = this.page(at)
      const before = since.page(at)
      if (after === before) continue
      for (let place = 0; place < pageSize; place++)
        if (whereabouts(after, place) !== whereabouts(before, place)) changed.push(at + place)
    }
    return changed
  }

  /** Ids whose value differs between an earlier table and this one: added, changed or deleted. */
  changedIds(since: Table<T>): string[] {
    const changed: string[] = []
    for (const at of this.changedBuckets(since)) {
      const before = since.bucket(at)
      const after = this.bucket(at)
      for (const [id, value] of after) if (before.get(id) !== value) changed.push(id)
      for (const id of before.keys()) if (!after.has(id)) changed.push(id)
    }
    return changed
  }

  private page(at: number): Page<T> {
    return this.pages[Math.floor(at / pageSize)] ?? emptyPage
  }

  private *glances(): IterableIterator<Bucket<T>> {
    for (const { own, stored } of this.pages)
      for (let place = 0; place < pageSize; place++) yield own[place] ?? stored?.glance(place) ?? emptyBucket
  }

  private withBucket(at: number, bucket: Bucket<T>, size: number): Table<T> {
    const { own, stored } = this.page(at)
    const buckets = own.slice()
    buckets[at % pageSize] = bucket
    const pages = this.pages.slice()
    pages[Math.floor(at / pageSize)] = { own: buckets, stored }
    return new Table(pages, size)
  }
}

/** The same for two pages if, and only if, they share a bucket. */
function whereabouts<T>({ own, stored }: Page<T>, place: number): Bucket<T> | StoredPage<T> {
  return own[place] ?? stored ?? emptyBucket
}
