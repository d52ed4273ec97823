import type { Low } from 'lowdb'
import type { Recorded } from '../../core/desk/events'
import type { DeskState } from '../../core/desk/state'
import { type Journal, type Log, StorageFull } from '../../core/ports'
import type { CheckpointFolder } from './checkpoint-folder'
import { errorCode } from './disk'
import type { EventIndex } from './event-index'
import { GroupCommit } from './group-commit'
import { decodeLine, encodeLine, recordedOf } from './line'
import { newestText } from './newest-text'
import { conversationOf, placementOf } from './placement'
import type { SegmentFolder } from './segment-folder'

/** What a journal consists of once it is open. */
export interface JournalParts {
  readonly low: Low<DeskState>
  readonly index: EventIndex
  readonly segments: SegmentFolder
  readonly checkpoints: CheckpointFolder
  readonly log: Log
  /** Lets go of the profile. */
  readonly release: () => Promise<void>
}

interface Append {
  readonly events: readonly Recorded[]
  readonly next: DeskState
}

const fullCodes = new Set(['ENOSPC', 'EDQUOT'])
const leastBytesBetweenCheckpoints = 32 << 20

/** The journal on files: appended to and made durable first, folded into memory after. */
export class FileJournal implements Journal {
  private readonly commits: GroupCommit<Append>
  /** Last event given to {@link append}, durable or in flight. */
  private queuedSeq: number
  private bytesSinceCheckpoint = 0
  private checkpoints: Promise<void> = Promise.resolve()
  private isClosed = false

  constructor(private readonly parts: JournalParts) {
    this.queuedSeq = this.state.seq
    this.commits = new GroupCommit(
      (appends) => this.commit(appends),
      () => {
        this.queuedSeq = this.state.seq
      },
    )
  }

  get state(): DeskState {
    return this.parts.low.data
  }

  async append(events: readonly Recorded[], next: DeskState): Promise<void> {
    if (this.isClosed) throw new Error('the journal is closed')
    let expected = this.queuedSeq
    for (const { seq } of events) {
      if (seq !== ++expected) throw new Error(`event ${seq} given where ${expected} should be`)
    }
    if (next.seq !== expected) throw new Error(`state at ${next.seq} given with events up to ${expected}`)
    this.queuedSeq = expected
    await this.commits.add({ events, next })
  }

  read(
    conversationId: string,
    { before = Number.POSITIVE_INFINITY, limit }: { readonly before?: number; readonly limit: number },
  ): readonly Recorded[] {
    return this.parts.index.of(conversationId, before, limit).map((seq) => this.event(seq))
  }

  find(chatId: string, number: number) {
    const found = this.parts.index.whereabouts(chatId, number)
    return found === null ? null : this.parts.index.home(found.ticket)
  }

  latest(chatId: string, number: number) {
    const found = this.parts.index.whereabouts(chatId, number)
    return found === null ? null : newestText(found, this.parts.index, (seq) => this.event(seq))
  }

  checkpoint(): Promise<void> {
    const done = this.checkpoints
      .then(() => this.parts.low.write())
      .catch((error) => {
        throw asStorageFull(error)
      })
    this.bytesSinceCheckpoint = 0
    this.checkpoints = done.catch(() => undefined)
    return done
  }

  async close(): Promise<void> {
    if (this.isClosed) return
    this.isClosed = true
    await this.commits.settled()
    await this.checkpoint().catch((error) =>
      this.parts.log.warn('no checkpoint at close', { why: String(error) }),
    )
    await this.parts.segments.close()
    await this.parts.release()
  }

  private event(seq: number): Recorded {
    const { index, segments } = this.parts
    const segment = segments.holding(seq)
    const offset = index.offsetOf(seq)
    const isLastOfSegment = seq === index.seq || segments.holding(seq + 1) !== segment
    const end = isLastOfSegment ? segment.size : index.offsetOf(seq + 1)
    const line = decodeLine(segment.file.readNow(offset, end - offset - 1))
    if (line === null || line.seq !== seq) throw new Error(`event ${seq} cannot be read in ${segment.path}`)
    return recordedOf(line)
  }

  private async commit(appends: readonly Append[]): Promise<void> {
    const { index, segments, low } = this.parts
    const events = appends.flatMap((append) => append.events)
    const first = events[0]
    if (first !== undefined) {
      const lasts = new Set(appends.map((append) => append.events.at(-1)))
      const lines = events.map((event, nth) =>
        encodeLine(event.seq, nth, lasts.has(event), JSON.stringify(event)),
      )
      const bytes = Buffer.concat(lines)
      let offset = await segments.append(bytes, first.seq).catch((error) => {
        throw asStorageFull(error)
      })
      for (const [at, { event }] of events.entries()) {
        index.add(offset, conversationOf(event), placementOf(event))
        offset += lines[at]?.length ?? 0
      }
      this.noteWritten(bytes.length)
    }
    low.data = appends.at(-1)?.next ?? low.data
  }

  private noteWritten(bytes: number): void {
    this.bytesSinceCheckpoint += bytes
    const limit = Math.max(leastBytesBetweenCheckpoints, this.parts.checkpoints.size / 4)
    if (this.bytesSinceCheckpoint < limit) return
    this.checkpoint().catch((error) => this.parts.log.warn('no checkpoint', { why: String(error) }))
  }
}

function asStorageFull(error: unknown): unknown {
  if (!fullCodes.has(errorCode(error) ?? '')) return error
  return new StorageFull('There is no room left on the disk.', { cause: error })
}
