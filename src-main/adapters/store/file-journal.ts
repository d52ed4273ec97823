import type { Low } from 'lowdb'
import type { Recorded } from '../../core/desk/events'
import type { DeskState } from '../../core/desk/state'
import { type Journal, type Log, StorageFull } from '../../core/ports'
import { CheckpointDuty } from './checkpoint-duty'
import type { CheckpointFolder } from './checkpoint-folder'
import { isForWantOfRoom } from './disk'
import { GroupCommit } from './group-commit'
import { encodeLine } from './line'
import { newestText } from './newest-text'
import type { Notebook } from './notebook'
import type { SegmentFolder } from './segment-folder'
import { storedEvent } from './stored-event'

/** What a journal consists of once it is open. */
export interface JournalParts {
  readonly low: Low<DeskState>
  readonly notebook: Notebook
  readonly segments: SegmentFolder
  readonly checkpoints: CheckpointFolder
  readonly log: Log
  /** Bytes of the journal behind the last checkpoint. */
  readonly unfoldedBytes: number
  /** After so long without an append a checkpoint is written. */
  readonly quietMs: number
  /** Lets go of the profile. */
  readonly release: () => Promise<void>
}

/** How long whoever opened the journal has for what comes first, before the index is finished (ms). */
const placeAfterMs = 1_000

interface Append {
  readonly events: readonly Recorded[]
  readonly next: DeskState
}

/** The journal on files: appended to and made durable first, folded into memory after. */
export class FileJournal implements Journal {
  private readonly commits: GroupCommit<Append>
  /** Last event given to {@link append}, durable or in flight. */
  private queuedSeq: number
  private readonly duty: CheckpointDuty
  /** The checkpoint under way, or the last one; it never rejects. */
  private lastCheckpoint: Promise<void> = Promise.resolve()
  private readonly placing: ReturnType<typeof setTimeout>
  private isClosed = false

  constructor(private readonly parts: JournalParts) {
    this.queuedSeq = this.state.seq
    this.commits = new GroupCommit(
      (appends) => this.commit(appends),
      () => {
        this.queuedSeq = this.state.seq
      },
    )
    const { checkpoints, log, quietMs, unfoldedBytes } = parts
    this.duty = new CheckpointDuty(
      () => void this.checkpoint().catch((error) => log.error('no checkpoint', error)),
      () => checkpoints.size,
      quietMs,
    )
    if (unfoldedBytes > 0) this.duty.wrote(unfoldedBytes)
    this.placing = setTimeout(() => void parts.notebook.placeMessages(), placeAfterMs)
    this.placing.unref()
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
    const { notebook, segments } = this.parts
    const seqs = notebook.index.of(conversationId, before, limit)
    return seqs.map((seq) => storedEvent(segments, notebook.index, seq))
  }

  find(chatId: string, number: number) {
    const { index } = this.parts.notebook
    const found = index.whereabouts(chatId, number)
    return found === null ? null : index.home(found.ticket)
  }

  latest(chatId: string, number: number) {
    const { notebook, segments } = this.parts
    const found = notebook.index.whereabouts(chatId, number)
    if (found === null) return null
    return newestText(found, notebook.index, (seq) => storedEvent(segments, notebook.index, seq))
  }

  /** @throws {StorageFull} if there is no room for it; the last one stands and nothing is lost. */
  checkpoint(): Promise<void> {
    this.duty.done()
    const done = this.lastCheckpoint.then(() => this.parts.low.write()).catch(refuse)
    this.lastCheckpoint = done.catch(() => undefined)
    return done
  }

  async close(): Promise<void> {
    if (this.isClosed) return
    this.isClosed = true
    clearTimeout(this.placing)
    await this.commits.settled()
    const { log, segments, release } = this.parts
    await this.checkpoint().catch((error) => log.error('no checkpoint at close', error))
    try {
      await segments.close()
    } finally {
      await release()
    }
  }

  private async commit(appends: readonly Append[]): Promise<void> {
    const { notebook, segments, low } = this.parts
    const events = appends.flatMap((append) => append.events)
    const first = events[0]
    if (first !== undefined) {
      const lasts = new Set(appends.map((append) => append.events.at(-1)))
      const lines = events.map((event, nth) =>
        encodeLine(event.seq, nth, lasts.has(event), JSON.stringify(event)),
      )
      const bytes = Buffer.concat(lines)
      const { segment, offset } = await segments.append(bytes, first.seq).catch(refuse)
      let end = offset
      for (const [at, { event }] of events.entries()) {
        const start = end
        end += lines[at]?.length ?? 0
        notebook.note(segment, event, start, end)
      }
      this.duty.wrote(bytes.length)
    }
    low.data = appends.at(-1)?.next ?? low.data
  }
}

function refuse(error: unknown): never {
  if (!isForWantOfRoom(error)) throw error
  throw new StorageFull('There is no room left on the disk.', { cause: error })
}
