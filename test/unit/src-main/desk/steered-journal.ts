import type { Recorded } from '../../../../src-main/core/desk/events'
import { type DeskState, emptyDesk } from '../../../../src-main/core/desk/state'
import { type Journal, StorageFull } from '../../../../src-main/core/ports'
import { MemoryJournal } from '../../../conformance/memory-journal'
import { settled } from './strict'

interface Waiting {
  readonly events: readonly Recorded[]
  readonly next: DeskState
  resolve(): void
  reject(error: unknown): void
}

/**
 * A journal whose disk obeys: it writes at once, holds on until told, or refuses. Numbering is checked as the
 * real one does, and after a refusal it starts anew from what is durable.
 */
export class SteeredJournal implements Journal {
  readonly events: Recorded[] = []
  private readonly kept = new MemoryJournal(emptyDesk)
  private readonly waiting: Waiting[] = []
  private queuedSeq = 0
  private isHeld = false
  private isFull = false
  writes = 0
  isClosed = false

  get state(): DeskState {
    return this.kept.state
  }

  async append(events: readonly Recorded[], next: DeskState): Promise<void> {
    if (this.isClosed) throw new Error('the journal is closed')
    let expected = this.queuedSeq
    for (const { seq } of events) if (seq !== ++expected) throw new Error(`event ${seq} is out of turn`)
    if (next.seq !== expected) throw new Error(`state ${next.seq} is out of turn`)
    this.queuedSeq = expected
    const written = new Promise<void>((resolve, reject) => {
      this.waiting.push({ events, next, resolve, reject })
    })
    if (this.isFull) queueMicrotask(() => this.refuse(new StorageFull()))
    else if (!this.isHeld) await this.write()
    await written
  }

  /** From now on nothing is written until {@link write} or {@link refuse}. */
  hold(): void {
    this.isHeld = true
  }

  /** Writes all that waits, in one go, and whatever comes after at once. */
  async write(): Promise<void> {
    this.isHeld = false
    const batch = this.waiting.splice(0)
    if (batch.length > 0) this.writes++
    for (const { events, next } of batch) {
      await this.kept.append(events, next)
      this.events.push(...events)
    }
    for (const { resolve } of batch) resolve()
  }

  /** Refuses all that waits. What comes after is written at once. */
  refuse(error: unknown = new StorageFull()): void {
    this.isHeld = false
    this.queuedSeq = this.state.seq
    for (const { reject } of this.waiting.splice(0)) reject(error)
  }

  /** Refuses all that waits, but tells each only a while after the one before. It goes on holding. */
  async refuseSlowly(): Promise<void> {
    this.queuedSeq = this.state.seq
    for (const { reject } of this.waiting.splice(0)) {
      reject(new StorageFull())
      await settled()
    }
  }

  /** From now on the disk has no room, until {@link makeRoom}. */
  fill(): void {
    this.isFull = true
  }

  makeRoom(): void {
    this.isFull = false
  }

  find = (chatId: string, number: number) => this.kept.find(chatId, number)
  latest = (chatId: string, number: number) => this.kept.latest(chatId, number)
  read: Journal['read'] = (conversationId, options) => this.kept.read(conversationId, options)

  async checkpoint(): Promise<void> {
    throw new Error('a desk does not ask for checkpoints')
  }

  async close(): Promise<void> {
    this.isClosed = true
  }
}
