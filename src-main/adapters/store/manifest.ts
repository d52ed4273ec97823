import { join } from 'node:path'
import type { TableName } from '../../core/desk/state'
import { currentFormat, NewerFormat } from './damage'
import type { Disk } from './disk'
import { frame, unframe } from './framed'
import type { ShardFile } from './shard-file'

/** What makes up one checkpoint: the files of every table and all of the state that is no table. */
export interface Manifest {
  readonly format: number
  /** Which rules folded the state. Of other rules a checkpoint is of no use: the journal is folded anew. */
  readonly rules: string
  readonly generation: number
  /** The last event folded in. */
  readonly seq: number
  readonly scalars: Readonly<Record<string, unknown>>
  /** Per table its shards in order: one for a small table, 64 for a large one, null for an empty shard. */
  readonly tables: { readonly [T in TableName]?: readonly (ShardFile | null)[] }
}

const named = (generation: number) => `manifest-${generation}.json`

/** Writes a manifest; from here on its checkpoint is the one that counts. */
export async function writeManifest(disk: Disk, folder: string, manifest: Manifest): Promise<void> {
  const path = join(folder, named(manifest.generation))
  const file = await disk.open(`${path}.tmp`, 'write')
  try {
    await file.truncate(0)
    await file.write(frame(manifest), 0)
    await file.datasync()
  } finally {
    await file.close()
  }
  await disk.rename(`${path}.tmp`, path)
  await disk.syncFolder(folder)
}

/**
 * The readable manifests of a folder, newest first.
 * @throws {NewerFormat} if one is of a format above ours.
 */
export async function readManifests(disk: Disk, folder: string): Promise<Manifest[]> {
  const manifests: Manifest[] = []
  for (const name of await disk.list(folder)) {
    if (!/^manifest-\d+\.json$/.test(name)) continue
    const bytes = await disk.readAll(join(folder, name))
    const manifest = bytes && (unframe(bytes) as Manifest | null)
    if (!manifest) continue
    if (manifest.format > currentFormat) throw new NewerFormat(manifest.format)
    manifests.push(manifest)
  }
  return manifests.sort((a, b) => b.generation - a.generation)
}

/** Makes a checkpoint count no more, durably. Its shards go with the next sweep. */
export async function removeManifest(disk: Disk, folder: string, generation: number): Promise<void> {
  await disk.remove(join(folder, named(generation)))
  await disk.syncFolder(folder)
}

/** Names of all files a checkpoint consists of. */
export function filesOf(manifest: Manifest): string[] {
  const shards = Object.values(manifest.tables).flatMap((files) => files.flatMap((file) => file?.file ?? []))
  return [named(manifest.generation), ...shards]
}

/** Size of all files of a checkpoint but its manifest. */
export function sizeOf(manifest: Manifest): number {
  return Object.values(manifest.tables)
    .flat()
    .reduce((sum, file) => sum + (file?.sizeBytes ?? 0), 0)
}
