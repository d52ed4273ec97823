import { join } from 'node:path'
import { type Layout, pageSize, type Table } from '../../core/table'
import { pack, textOf } from './bucket-text'
import { crc32, hexOf } from './crc32'
import type { Disk } from './disk'
import { type LaidBucket, ShardPage } from './shard-page'
import type { Slices } from './slices'

/** A file with some neighbouring buckets of a table, as the manifest names it. */
export interface ShardFile {
  readonly file: string
  readonly crc: string
  readonly sizeBytes: number
}

/** Which file to write and what is in it: buckets `from` up to, not including, `to`. */
export interface Shard {
  readonly folder: string
  readonly file: string
  readonly table: Table<unknown>
  readonly from: number
  readonly to: number
  /** Of tables of which not all is wanted at every start. */
  readonly layout: Layout<unknown, unknown> | null
}

interface Laid {
  readonly at: number
  readonly laid: LaidBucket
  readonly bytes: Buffer
}

/**
 * How shard files are laid out: a count of buckets, six numbers for each (which, then {@link LaidBucket}), all
 * of four bytes, little-endian; then the buckets, each as three packed arrays: near entries, facts of the far
 * ones, the far ones themselves. Far is all where a table has no {@link Layout}. Part of what a checkpoint is
 * trusted by: a change here is another number.
 */
export const shardLayout = 'shards-2'

const numberBytes = 4
const perBucket = 6

/**
 * Writes a shard, durable when it resolves. Null, and no file, if it would be empty. Buckets that still lie as
 * an earlier checkpoint put them are written as they lie.
 */
export async function writeShard(disk: Disk, shard: Shard, slices: Slices): Promise<ShardFile | null> {
  const pending: Promise<Laid | null>[] = []
  for (let at = shard.from; at < shard.to; at++) {
    pending.push(layBucket(shard, at))
    await slices.rest()
  }
  const buckets = (await Promise.all(pending)).filter((one) => one !== null)
  if (buckets.length === 0) return null
  const bytes = Buffer.concat([headOf(buckets), ...buckets.map((one) => one.bytes)])
  const file = await disk.open(join(shard.folder, shard.file), 'create')
  try {
    await file.write(bytes, 0)
    await file.datasync()
  } finally {
    await file.close()
  }
  return { file: shard.file, crc: hexOf(crc32(bytes)), sizeBytes: bytes.length }
}

/** The pages of a table of which a shard file holds buckets, by number; null if it is not what was written. */
export async function readShard(
  disk: Disk,
  folder: string,
  { file, crc }: ShardFile,
): Promise<ReadonlyMap<number, ShardPage<unknown>> | null> {
  const bytes = await disk.readAll(join(folder, file))
  if (bytes === null || hexOf(crc32(bytes)) !== crc) return null
  const pages = new Map<number, ShardPage<unknown>>()
  const count = bytes.readUInt32LE(0)
  let start = numberBytes * (1 + count * perBucket)
  for (let nth = 0; nth < count; nth++) {
    const number = (column: number) => bytes.readUInt32LE(numberBytes * (1 + nth * perBucket + column))
    const at = number(0)
    const laid = {
      nearCount: number(1),
      farCount: number(2),
      nearBytes: number(3),
      factsBytes: number(4),
      farBytes: number(5),
    }
    const page = pages.get(Math.floor(at / pageSize)) ?? new ShardPage<unknown>(bytes)
    page.lay(at % pageSize, start, laid)
    pages.set(Math.floor(at / pageSize), page)
    start += laid.nearBytes + laid.factsBytes + laid.farBytes
  }
  return pages
}

async function layBucket({ table, layout }: Shard, at: number): Promise<Laid | null> {
  const stored = table.storedBucket(at)
  if (stored?.page instanceof ShardPage) {
    const lies = stored.page.asItLies(stored.place)
    return lies && { at, ...lies }
  }
  const entries = [...table.bucket(at)]
  if (entries.length === 0) return null
  const isFar = ([, value]: readonly [string, unknown]) => layout === null || layout.isFar(value)
  const near = entries.filter((entry) => !isFar(entry))
  const far = entries.filter(isFar)
  const facts = far.map(([id, value]) => [id, layout?.factsOf(value)] as const)
  const parts = [
    near.length > 0 ? pack(textOf(near)) : Buffer.alloc(0),
    far.length > 0 && layout !== null ? pack(textOf(facts)) : Buffer.alloc(0),
    far.length > 0 ? pack(textOf(far)) : Buffer.alloc(0),
  ] as const
  const [nearPart, factsPart, farPart] = await Promise.all(parts)
  const laid = {
    nearCount: near.length,
    farCount: far.length,
    nearBytes: nearPart.length,
    factsBytes: factsPart.length,
    farBytes: farPart.length,
  }
  return { at, laid, bytes: Buffer.concat([nearPart, factsPart, farPart]) }
}

function headOf(buckets: readonly Laid[]): Buffer {
  const head = Buffer.alloc(numberBytes * (1 + buckets.length * perBucket))
  head.writeUInt32LE(buckets.length, 0)
  for (const [nth, { at, laid }] of buckets.entries()) {
    const { nearCount, farCount, nearBytes, factsBytes, farBytes } = laid
    for (const [column, number] of [at, nearCount, farCount, nearBytes, factsBytes, farBytes].entries())
      head.writeUInt32LE(number, numberBytes * (1 + nth * perBucket + column))
  }
  return head
}
