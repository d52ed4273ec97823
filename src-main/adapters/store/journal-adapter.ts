import type { Adapter } from 'lowdb'
import type { DeskState } from '../../core/desk/state'
import type { CheckpointFolder } from './checkpoint-folder'
import { JournalDamage } from './damage'
import type { Disk } from './disk'
import { EventIndex } from './event-index'
import { type Evolve, type Fold, readJournal } from './read-journal'
import type { SegmentFolder } from './segment-folder'

/**
 * lowdb's way to the disk: reading is the newest checkpoint and what the journal says since, writing is a
 * checkpoint of what changed. Changes themselves never come this way, they are appended to the journal first.
 */
export class JournalAdapter implements Adapter<DeskState> {
  /** Where every event of the journal is; complete after {@link read}. */
  index = new EventIndex()
  /** How far reading came; of use when it failed. */
  fold: Fold
  /** Bytes of an unfinished write that reading cut off. */
  cutBytes = 0

  constructor(
    private readonly disk: Disk,
    private readonly segments: SegmentFolder,
    private readonly checkpoints: CheckpointFolder,
    private readonly evolve: Evolve,
    private readonly empty: DeskState,
  ) {
    this.fold = { state: empty, lastAt: null }
  }

  /**
   * @throws {JournalDamage} with {@link fold} as of the last intact event.
   * @throws {NewerFormat}
   */
  async read(): Promise<DeskState> {
    const durableSeq = await this.checkpoints.durableSeq()
    try {
      return await this.readFrom(Number.POSITIVE_INFINITY, durableSeq)
    } catch (error) {
      const isAhead = error instanceof JournalDamage && this.fold.state.seq > error.intactSeq
      if (!isAhead) throw error
      return await this.readFrom(error.intactSeq, durableSeq)
    }
  }

  write(state: DeskState): Promise<void> {
    return this.checkpoints.save(state)
  }

  private async readFrom(atMost: number, durableSeq: number): Promise<DeskState> {
    await this.segments.close()
    this.index = new EventIndex()
    this.fold = { state: (await this.checkpoints.load(this.empty, atMost)) ?? this.empty, lastAt: null }
    const { disk, segments, index, fold, evolve } = this
    this.cutBytes = await readJournal(disk, segments, index, fold, evolve, durableSeq)
    return fold.state
  }
}
