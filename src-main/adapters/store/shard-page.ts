import { type Bucket, pageSize, type StoredPage } from '../../core/table'
import { entriesOf, unpack } from './bucket-text'

/** A bucket as it lies in a shard file: how many entries are near and far, how long its three parts are. */
export interface LaidBucket {
  readonly nearCount: number
  readonly farCount: number
  readonly nearBytes: number
  readonly factsBytes: number
  readonly farBytes: number
}

const columns = 6
const emptyBucket: ReadonlyMap<string, never> = new Map<string, never>()

/**
 * A page of buckets in the bytes of a shard file, packed: a tenth of what the same would take as objects.
 * A bucket is unpacked when it is first asked for and stays what it was then.
 */
export class ShardPage<T> implements StoredPage<T> {
  size = 0
  /** Per bucket: where it starts, and {@link LaidBucket}. */
  private readonly laid = new Uint32Array(pageSize * columns)
  private readonly kept: (Bucket<T> | undefined)[] = []
  private readonly keptNear: (Bucket<T> | undefined)[] = []

  constructor(private readonly bytes: Buffer) {}

  /** Says where the bucket at `place` lies; once per place, while the page is made. */
  lay(place: number, start: number, one: LaidBucket): void {
    const numbers = [start, one.nearCount, one.farCount, one.nearBytes, one.factsBytes, one.farBytes]
    this.laid.set(numbers, place * columns)
    this.size += one.nearCount + one.farCount
  }

  get(place: number, id: string): T | undefined {
    const kept = this.kept[place]
    if (kept) return kept.get(id)
    return this.near(place).get(id) ?? this.bucket(place).get(id)
  }

  bucket(place: number): Bucket<T> {
    this.kept[place] ??= this.glance(place)
    return this.kept[place] ?? emptyBucket
  }

  glance(place: number): Bucket<T> {
    const kept = this.kept[place]
    if (kept) return kept
    const near = this.near(place)
    const { start, farCount, nearBytes, factsBytes, farBytes } = this.bucketAt(place)
    if (farCount === 0) return near
    return new Map([...near, ...this.read<T>(start + nearBytes + factsBytes, farBytes)])
  }

  near(place: number): Bucket<T> {
    const { start, nearCount, nearBytes } = this.bucketAt(place)
    if (nearCount === 0) return emptyBucket
    this.keptNear[place] ??= new Map(this.read<T>(start, nearBytes))
    return this.keptNear[place] ?? emptyBucket
  }

  far(place: number): Iterable<readonly [string, unknown]> {
    const { start, farCount, nearBytes, factsBytes } = this.bucketAt(place)
    return farCount === 0 ? [] : this.read<unknown>(start + nearBytes, factsBytes)
  }

  /** A bucket just as it lies, to be written elsewhere unread; null for an empty one. */
  asItLies(place: number): { readonly laid: LaidBucket; readonly bytes: Buffer } | null {
    const { start, ...laid } = this.bucketAt(place)
    const length = laid.nearBytes + laid.factsBytes + laid.farBytes
    return length === 0 ? null : { laid, bytes: this.bytes.subarray(start, start + length) }
  }

  private read<V>(start: number, length: number): Iterable<readonly [string, V]> {
    return entriesOf<V>(unpack(this.bytes.subarray(start, start + length)))
  }

  private bucketAt(place: number): LaidBucket & { readonly start: number } {
    const [start = 0, nearCount = 0, farCount = 0, nearBytes = 0, factsBytes = 0, farBytes = 0] =
      this.laid.subarray(place * columns, (place + 1) * columns)
    return { start, nearCount, farCount, nearBytes, factsBytes, farBytes }
  }
}
