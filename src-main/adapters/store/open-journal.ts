import { join } from 'node:path'
import { Low } from 'lowdb'
import type { DeskState } from '../../core/desk/state'
import type { Log, OpenedJournal } from '../../core/ports'
import { CheckpointFolder } from './checkpoint-folder'
import { JournalDamage, NewerFormat } from './damage'
import { type Disk, isForWantOfRoom } from './disk'
import { FileJournal } from './file-journal'
import { JournalAdapter } from './journal-adapter'
import { keepIntact } from './keep-intact'
import { migrateFormat1 } from './migrate'
import { nodeDisk } from './node-disk'
import { lockProfile } from './profile-lock'
import type { Evolve, Reading } from './read-journal'
import { SegmentFolder } from './segment-folder'
import { shardLayout } from './shard-file'
import { storedEvent } from './stored-event'

/** What {@link openJournal} needs and may be told. */
export interface JournalOptions {
  /** The store's own folder in the profile. Made if it is not there. */
  readonly directory: string
  /** Folds one event into a state; pure. */
  readonly evolve: Evolve
  /** The state before the first event. */
  readonly empty: DeskState
  readonly log: Log
  /** Names the rules in `evolve`: under another name than the last time the whole journal is folded anew. */
  readonly rules?: string
  readonly disk?: Disk
  /** Size at which a segment is followed by the next (bytes). */
  readonly segmentBytes?: number
  /** After so long without a change a checkpoint is written. */
  readonly quietMs?: number
}

type Release = () => Promise<void>

/**
 * Opens the history of a profile, or says why it cannot be opened. While the answer is `damaged` the profile
 * stays held, so that nobody changes it before the agent has decided.
 */
export async function openJournal(options: JournalOptions): Promise<OpenedJournal> {
  const { directory, log, disk = nodeDisk } = options
  await disk.makeFolder(directory)
  const release = await lockProfile(disk, directory).catch((error) => {
    if (!isForWantOfRoom(error)) throw error
    // What is there can be read on a full disk too, and the shell lets no second desk start beside this one.
    log.warn('no room to hold the profile')
    return async () => undefined
  })
  if (release === null) {
    return { kind: 'in-use', what: 'This desk is open in another Topicdesk. Close that one first.' }
  }
  try {
    return await openHeld(options, release)
  } catch (error) {
    await release()
    if (error instanceof NewerFormat) return { kind: 'newer-format', what: error.message }
    throw error
  }
}

async function openHeld(options: JournalOptions, release: Release): Promise<OpenedJournal> {
  const { directory, evolve, empty, log, disk = nodeDisk, segmentBytes = 64 << 20, rules = '' } = options
  const journal = join(directory, 'journal')
  const checkpoint = join(directory, 'checkpoint')
  const old = await carryOver(options, release, false)
  if (old !== null) return old
  const segments = new SegmentFolder(disk, journal, segmentBytes)
  const checkpoints = new CheckpointFolder(
    disk,
    checkpoint,
    [shardLayout, ...Object.keys(empty).sort(), rules].join(' '),
  )
  const adapter = new JournalAdapter({ disk, segments, checkpoints, evolve, empty })
  const low = new Low<DeskState>(adapter, empty)
  try {
    await disk.makeFolder(journal)
    await low.read()
  } catch (error) {
    if (!(error instanceof JournalDamage)) {
      await segments.close()
      throw error
    }
    const { state } = adapter.reading
    const lastAt = timeOfLast(adapter.reading)
    await segments.close()
    return damaged(log, error, state, lastAt, async () => {
      await keepIntact(disk, { journal, checkpoint }, error)
      return openHeld(options, release)
    })
  }
  const { notebook, readBytes, cutBytes } = adapter.reading
  if (cutBytes > 0) log.warn('unfinished write cut off the journal', { bytes: cutBytes })
  log.info('journal open', { events: notebook.index.seq, segments: segments.all.length, readBytes })
  const { quietMs = 5 * 60_000 } = options
  const parts = { low, notebook, segments, checkpoints, log, unfoldedBytes: readBytes, quietMs, release }
  return { kind: 'ready', journal: new FileJournal(parts) }
}

/** When the last event read was recorded; null if there is none, or it is the next to be damaged. */
function timeOfLast({ segments, notebook, state }: Reading): string | null {
  try {
    return state.seq === 0 ? null : storedEvent(segments, notebook.index, state.seq).at
  } catch {
    return null
  }
}

/** Migrates what an older version wrote; null if all went well. */
async function carryOver(
  options: JournalOptions,
  release: Release,
  isDamageFine: boolean,
): Promise<OpenedJournal | null> {
  const { directory, evolve, empty, log, disk = nodeDisk, segmentBytes = 64 << 20 } = options
  let state = empty
  let lastAt: string | null = null
  try {
    const events = await migrateFormat1(disk, directory, segmentBytes, isDamageFine, (recorded) => {
      state = evolve(state, recorded)
      lastAt = recorded.at
    })
    if (events !== null) log.info('history carried over from format 1', { events })
    return null
  } catch (error) {
    if (!(error instanceof JournalDamage)) throw error
    return damaged(log, error, state, lastAt, async () => {
      const again = await carryOver(options, release, true)
      return again ?? openHeld(options, release)
    })
  }
}

function damaged(
  log: Log,
  damage: JournalDamage,
  state: DeskState,
  lastAt: string | null,
  keep: () => Promise<OpenedJournal>,
): OpenedJournal {
  const { what, file, damagedBytes, intactSeq } = damage
  log.warn('journal damaged', { intactSeq, damagedBytes })
  return {
    kind: 'damaged',
    what,
    file,
    damagedBytes,
    intact: {
      events: intactSeq,
      tickets: state.tickets.size,
      lastAt: lastAt === null ? null : Date.parse(lastAt),
    },
    keepIntact: keep,
  }
}
