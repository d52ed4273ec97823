import { join } from 'node:path'
import { layouts } from '../../core/desk/layouts'
import { type DeskState, type TableName, tableNames } from '../../core/desk/state'
import { bucketCount, Table } from '../../core/table'
import { currentFormat } from './damage'
import type { Disk } from './disk'
import { filesOf, type Manifest, readManifests, sizeOf, writeManifest } from './manifest'
import { readShard, type ShardFile, writeShard } from './shard-file'
import type { ShardPage } from './shard-page'
import { openingMs, Slices } from './slices'

const largeTable = 2048
const shardsOfLarge = 64

interface Checkpoint {
  readonly state: DeskState
  readonly manifest: Manifest
}

/**
 * Pictures of the state, so that a start need not fold the whole journal. Nothing is lost with them: the
 * journal alone is the history. A table is cut into shards and only those that changed are written anew; two
 * generations are kept, so that a damaged one costs a longer start and nothing else.
 */
export class CheckpointFolder {
  private saved: Checkpoint | null = null
  private generation = 0

  constructor(
    private readonly disk: Disk,
    readonly path: string,
    /** See {@link Manifest.rules}. */
    private readonly rules: string,
  ) {}

  /** Size of the newest checkpoint; 0 for none. */
  get size(): number {
    return this.saved === null ? 0 : sizeOf(this.saved.manifest)
  }

  /** The last event of the newest checkpoint; 0 for none. */
  get seq(): number {
    return this.saved?.manifest.seq ?? 0
  }

  /** The newest event that any readable manifest knows of: all up to it was durable. */
  async durableSeq(): Promise<number> {
    const manifests = await readManifests(this.disk, this.path)
    return Math.max(0, ...manifests.map(({ seq }) => seq))
  }

  /** The newest checkpoint that is whole and not beyond `atMost`, or null. `empty` gives what it lacks. */
  async load(empty: DeskState, atMost: number): Promise<DeskState | null> {
    const names = await this.disk.list(this.path)
    this.generation = Math.max(
      0,
      ...names.map((name) => Number(/-(\d+)\.(?:json|shard)$/.exec(name)?.[1] ?? 0)),
    )
    for (const manifest of await readManifests(this.disk, this.path)) {
      if (manifest.rules !== this.rules || manifest.seq > atMost) continue
      const state = await this.assemble(manifest, empty)
      if (state === null) continue
      this.saved = { state, manifest }
      return state
    }
    this.saved = null
    return null
  }

  /** Writes what changed since the last one. Rejects without harm if the disk does: the last one stands. */
  async save(state: DeskState): Promise<void> {
    if (this.saved !== null && this.saved.manifest.seq === state.seq) return
    await this.disk.makeFolder(this.path)
    const generation = ++this.generation
    const slices = new Slices()
    const tables: { [T in TableName]?: (ShardFile | null)[] } = {}
    for (const name of tableNames) tables[name] = await this.saveTable(name, state[name], generation, slices)
    const scalars = Object.fromEntries(Object.entries(state).filter(([key]) => !isTable(key)))
    const manifest = { format: currentFormat, rules: this.rules, generation, seq: state.seq, scalars, tables }
    await writeManifest(this.disk, this.path, manifest)
    const before = this.saved
    this.saved = { state, manifest }
    await this.sweep([manifest, ...(before === null ? [] : [before.manifest])])
  }

  private async saveTable(
    name: TableName,
    table: Table<unknown>,
    generation: number,
    slices: Slices,
  ): Promise<(ShardFile | null)[]> {
    const count = table.size < largeTable ? 1 : shardsOfLarge
    const width = bucketCount / count
    const before = this.saved?.manifest.tables[name]
    const isSameCut = before !== undefined && before.length === count
    const since = isSameCut && this.saved !== null ? this.saved.state[name] : Table.empty<unknown>()
    const files: (ShardFile | null)[] = isSameCut ? [...before] : new Array(count).fill(null)
    const changed = new Set(table.changedBuckets(since))
    for (const at of new Set([...changed].map((bucket) => Math.floor(bucket / width)))) {
      const file = `${name}-${at}-${generation}.shard`
      const place = { table, from: at * width, to: (at + 1) * width, layout: layouts[name] ?? null }
      const lying = files[at] ?? null
      const shard = { folder: this.path, file, ...place, before: lying && { file: lying, changed } }
      files[at] = await writeShard(this.disk, shard, slices)
    }
    return files
  }

  private async assemble(manifest: Manifest, empty: DeskState): Promise<DeskState | null> {
    const state: Record<string, unknown> = { ...empty, ...manifest.scalars }
    const slices = new Slices(openingMs)
    for (const name of tableNames) {
      const table = await this.readTable(manifest.tables[name] ?? [], slices)
      if (table === null) return null
      state[name] = table
    }
    return state as unknown as DeskState
  }

  /** Null if one of its files is not as it was written. What it holds is read when it is needed. */
  private async readTable(
    files: readonly (ShardFile | null)[],
    slices: Slices,
  ): Promise<Table<unknown> | null> {
    const pages: (ShardPage<unknown> | null)[] = []
    for (const file of files) {
      if (file === null) continue
      const shard = await readShard(this.disk, this.path, file)
      if (shard === null) return null
      for (const [number, page] of shard) pages[number] = page
      await slices.rest()
    }
    const table = Table.stored(pages)
    // Of a small one all is wanted soon, and often.
    return files.length > 1 ? table : Table.of(table.entries())
  }

  private async sweep(kept: readonly Manifest[]): Promise<void> {
    const files = new Set(kept.flatMap(filesOf))
    for (const name of await this.disk.list(this.path)) {
      if (!files.has(name)) await this.disk.remove(join(this.path, name))
    }
  }
}

function isTable(key: string): boolean {
  return (tableNames as readonly string[]).includes(key)
}
