import { join } from 'node:path'
import type { Table } from '../../core/table'
import { crc32, hexOf } from './crc32'
import type { Disk } from './disk'
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
}

/**
 * Writes a shard as one JSON array, durable when it resolves. Null, and no file, if it would be empty. Values
 * that know their own id stand alone, others behind theirs: fewer objects to make at the next start.
 */
export async function writeShard(disk: Disk, shard: Shard, slices: Slices): Promise<ShardFile | null> {
  const texts = textsOf(shard, slices)
  const first = await texts.next()
  if (first.done) return null
  const file = await disk.open(join(shard.folder, shard.file), 'create')
  let crc = 0
  let sizeBytes = 0
  const write = async (text: string) => {
    const bytes = Buffer.from(text)
    crc = crc32(bytes, crc)
    await file.write(bytes, sizeBytes)
    sizeBytes += bytes.length
  }
  try {
    await write(`[${first.value}`)
    for await (const text of texts) await write(`,\n${text}`)
    await write(']\n')
    await file.datasync()
  } finally {
    await file.close()
  }
  return { file: shard.file, crc: hexOf(crc), sizeBytes }
}

/** The array in a shard file, or null if it is not there or not what was written. */
export async function readShard(
  disk: Disk,
  folder: string,
  { file, crc }: ShardFile,
): Promise<readonly unknown[] | null> {
  const bytes = await disk.readAll(join(folder, file))
  if (bytes === null || hexOf(crc32(bytes)) !== crc) return null
  return JSON.parse(bytes.toString('utf8')) as readonly unknown[]
}

/** The entries of an array that {@link writeShard} wrote. */
export function* entriesOf(shard: readonly unknown[]): Generator<readonly [string, unknown]> {
  for (let at = 0; at < shard.length; at++) {
    const item = shard[at]
    if (typeof item === 'string') yield [item, shard[++at]]
    else yield [(item as { readonly id: string }).id, item]
  }
}

function knowsItsId(id: string, value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'id' in value && value.id === id
}

/** Entries as JSON, several to a text, at most one slice's work each. */
async function* textsOf({ table, from, to }: Shard, slices: Slices): AsyncGenerator<string> {
  let texts: string[] = []
  for (let bucket = from; bucket < to; bucket++) {
    for (const [id, value] of table.bucket(bucket)) {
      if (!knowsItsId(id, value)) texts.push(JSON.stringify(id))
      texts.push(JSON.stringify(value))
      if (!slices.isOver) continue
      yield texts.join(',\n')
      texts = []
      await slices.rest()
    }
  }
  if (texts.length > 0) yield texts.join(',\n')
}
