/** A table is cut into pages, a page into buckets; a change copies one of each, 64 references apiece. */
const pageSize = 64
const pageCount = 64
/** How many buckets a table has, whatever its size. */
export const bucketCount = pageCount * pageSize

/** Which of the {@link bucketCount} buckets an id lives in (FNV-1a), the same in every process. */
export function bucketOf(id: string): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < id.length; index++) hash = Math.imul(hash ^ id.charCodeAt(index), 0x01000193)
  return (hash >>> 0) % bucketCount
}

type Bucket<T> = ReadonlyMap<string, T>
type Page<T> = readonly Bucket<T>[]
const emptyBucket: ReadonlyMap<string, never> = new Map<string, never>()
const emptyPage: Page<never> = new Array(pageSize).fill(emptyBucket)

/**
 * A map that is never changed: `set` and `delete` answer a new table that shares all but one small bucket
 * with the old. So a change costs the same at 100 tickets and at 100,000, an old state can be kept or gone
 * back to for nothing, and what changed between two states is told by comparing references.
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
      page.length === 0 ? emptyPage : Array.from({ length: pageSize }, (_, at) => page[at] ?? emptyBucket)
    const size = pages.flat().reduce((sum, bucket) => sum + (bucket?.size ?? 0), 0)
    return new Table<T>(pages.map(fill), size)
  }

  get(id: string): T | undefined {
    return this.bucket(bucketOf(id)).get(id)
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
    for (const page of this.pages) for (const bucket of page) yield* bucket.values()
  }

  *ids(): IterableIterator<string> {
    for (const page of this.pages) for (const bucket of page) yield* bucket.keys()
  }

  *entries(): IterableIterator<readonly [string, T]> {
    for (const page of this.pages) for (const bucket of page) yield* bucket.entries()
  }

  /** The entries of one bucket; see {@link bucketOf}. */
  bucket(at: number): Bucket<T> {
    return this.pages[Math.floor(at / pageSize)]?.[at % pageSize] ?? emptyBucket
  }

  /** Numbers of the buckets that differ from an earlier table's. */
  changedBuckets(since: Table<T>): number[] {
    const changed: number[] = []
    for (let page = 0; page < pageCount; page++) {
      if (this.pages[page] === since.pages[page]) continue
      for (let at = page * pageSize; at < (page + 1) * pageSize; at++)
        if (this.bucket(at) !== since.bucket(at)) changed.push(at)
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

  private withBucket(at: number, bucket: Bucket<T>, size: number): Table<T> {
    const number = Math.floor(at / pageSize)
    const page = (this.pages[number] ?? emptyPage).slice()
    page[at % pageSize] = bucket
    const pages = this.pages.slice()
    pages[number] = page
    return new Table(pages, size)
  }
}
