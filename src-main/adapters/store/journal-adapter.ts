import type { Adapter } from 'lowdb'
import type { DeskState } from '../../core/desk/state'
import type { CheckpointFolder } from './checkpoint-folder'
import { JournalDamage } from './damage'
import type { Disk } from './disk'
import { EventIndex } from './event-index'
import { Notebook } from './notebook'
import { type Evolve, type Reading, readJournal } from './read-journal'
import type { SegmentFolder } from './segment-folder'

/** What the adapter stands on. */
export interface AdapterParts {
  readonly disk: Disk
  readonly segments: SegmentFolder
  readonly checkpoints: CheckpointFolder
  readonly evolve: Evolve
  readonly empty: DeskState
}

/**
 * lowdb's way to the disk: reading is the newest checkpoint and what the journal says since, writing is a
 * checkpoint of what changed. Changes themselves never come this way, they are appended to the journal first.
 */
export class JournalAdapter implements Adapter<DeskState> {
  /** How {@link read} went; after a failure, how far it came. */
  reading: Reading

  constructor(private readonly parts: AdapterParts) {
    this.reading = this.begin(parts.empty)
  }

  /**
   * @throws {JournalDamage} with {@link reading} as of the last intact event.
   * @throws {NewerFormat}
   */
  async read(): Promise<DeskState> {
    const durableSeq = await this.parts.checkpoints.durableSeq()
    try {
      return await this.readFrom(Number.POSITIVE_INFINITY, durableSeq)
    } catch (error) {
      const isAhead = error instanceof JournalDamage && this.reading.state.seq > error.intactSeq
      if (!isAhead) throw error
      return await this.readFrom(error.intactSeq, durableSeq)
    }
  }

  async write(state: DeskState): Promise<void> {
    await this.reading.notebook.save()
    await this.parts.checkpoints.save(state)
  }

  private async readFrom(atMost: number, durableSeq: number): Promise<DeskState> {
    const { segments, checkpoints, empty } = this.parts
    await segments.close()
    this.reading = this.begin((await checkpoints.load(empty, atMost)) ?? empty)
    await readJournal(this.reading, durableSeq)
    return this.reading.state
  }

  private begin(state: DeskState): Reading {
    const { disk, segments, evolve } = this.parts
    const notebook = new Notebook(disk, segments.path, new EventIndex())
    return { disk, segments, notebook, evolve, state, readBytes: 0, cutBytes: 0 }
  }
}
