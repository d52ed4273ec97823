import { join } from 'node:path'
import { Low } from 'lowdb'
import type { DeskState } from '../../core/desk/state'
import type { Log, OpenedJournal } from '../../core/ports'
import { CheckpointFolder } from './checkpoint-folder'
import { JournalDamage, NewerFormat } from './damage'
import type { Disk } from './disk'
import { FileJournal } from './file-journal'
import { JournalAdapter } from './journal-adapter'
import { nodeDisk } from './node-disk'
import type { Evolve } from './read-journal'
import { SegmentFolder } from './segment-folder'

/** What {@link openJournal} needs and may be told. */
export interface JournalOptions {
  /** The store's own folder in the profile. Made if it is not there. */
  readonly directory: string
  /** Folds one event into a state; pure. */
  readonly evolve: Evolve
  /** The state before the first event. */
  readonly empty: DeskState
  readonly log: Log
  /** Names the rules in `evolve`: with another name than the last time the journal is folded anew. */
  readonly rules?: string
  readonly disk?: Disk
  /** Size at which a segment is followed by the next (bytes). */
  readonly segmentBytes?: number
}

/** Opens the history of a profile, or says why it cannot be opened. */
export async function openJournal(options: JournalOptions): Promise<OpenedJournal> {
  const { directory, evolve, empty, log, disk = nodeDisk, segmentBytes = 64 << 20 } = options
  const rules = [...Object.keys(empty).sort(), options.rules ?? ''].join(' ')
  const segments = new SegmentFolder(disk, join(directory, 'journal'), segmentBytes)
  const checkpoints = new CheckpointFolder(disk, join(directory, 'checkpoint'), rules)
  const adapter = new JournalAdapter(disk, segments, checkpoints, evolve, empty)
  await disk.makeFolder(segments.path)
  const low = new Low<DeskState>(adapter, empty)
  try {
    await low.read()
  } catch (error) {
    await segments.close()
    if (error instanceof NewerFormat) return { kind: 'newer-format', what: error.message }
    if (!(error instanceof JournalDamage)) throw error
    throw error
  }
  if (adapter.cutBytes > 0) log.warn('unfinished write cut off the journal', { bytes: adapter.cutBytes })
  const release = () => Promise.resolve()
  const journal = new FileJournal({ low, index: adapter.index, segments, checkpoints, log, release })
  return { kind: 'ready', journal }
}
