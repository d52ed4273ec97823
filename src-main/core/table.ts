const bucketCount = 1024

/** Which of the 1,024 buckets an id lives in (FNV-1a), the same in every process. */
export function bucketOf(id: string): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < id.length; index++) hash = Math.imul(hash ^ id.charCodeAt(index), 0x01000193)
  return (hash >>> 0) % bucketCount
}

type Bucket<T> = ReadonlyMap<string, T>
const emptyBucket: ReadonlyMap<string, never> = new Map<string, never>()

/**
 * A map that is never changed: `set` and `delete` answer a new table that shares all but one small bucket
 * with the old. So a change costs the same at 100 tickets and at 100,000, an old state can be kept or gone
 * back to for nothing, and what changed between two states is told by comparing 1,024 references.
 */
export class Table<T> {
  private constructor(
    private readonly buckets: readonly Bucket<T>[],
    readonly size: number,
  ) {}

  static empty<T>(): Table<T> {
    return new Table<T>(new Array(bucketCount).fill(emptyBucket), 0)
  }

  /** A table of many entries at once, for loading. Later entries win. */
  static of<T>(entries: Iterable<readonly [string, T]>): Table<T> {
    const buckets: Map<string, T>[] = Array.from({ length: bucketCount }, () => new Map())
    for (const [id, value] of entries) buckets[bucketOf(id)]?.set(id, value)
    return new Table<T>(
      buckets.map((bucket) => (bucket.size === 0 ? emptyBucket : bucket)),
      buckets.reduce((sum, bucket) => sum + bucket.size, 0),
    )
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
    for (const bucket of this.buckets) yield* bucket.values()
  }

  *ids(): IterableIterator<string> {
    for (const bucket of this.buckets) yield* bucket.keys()
  }

  *entries(): IterableIterator<readonly [string, T]> {
    for (const bucket of this.buckets) yield* bucket.entries()
  }

  /** The entries of one bucket; see {@link bucketOf}. */
  bucket(at: number): Bucket<T> {
    return this.buckets[at] ?? emptyBucket
  }

  /** Numbers of the buckets that differ from an earlier table's. */
  changedBuckets(since: Table<T>): number[] {
    const changed: number[] = []
    for (let at = 0; at < bucketCount; at++) if (this.buckets[at] !== since.buckets[at]) changed.push(at)
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
    const buckets = this.buckets.slice()
    buckets[at] = bucket
    return new Table(buckets, size)
  }
}
