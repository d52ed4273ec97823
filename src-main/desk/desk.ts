import type { Actor } from '../core/desk/actor'
import { Change } from '../core/desk/change'
import type { Recorded } from '../core/desk/events'
import type { Intent } from '../core/desk/intents'
import { KnownOverlay } from '../core/desk/known-overlay'
import type { DeskState } from '../core/desk/state'
import { take } from '../core/desk/take'
import { type Clock, type Journal, type Log, StorageFull } from '../core/ports'
import { Refusal } from '../core/refusal'

/** One durable step of the desk: what happened, and the state before and after it. */
export class Commit extends Change {
  constructor(
    before: DeskState,
    after: DeskState,
    readonly recorded: readonly Recorded[],
  ) {
    super(before, after)
  }
}

/**
 * The one place where anything happens. Intents are decided strictly in the order they are asked, each on the
 * state the one before led to; nobody hears of an event before it is durable. Deciding does not wait for the
 * disk, so any number of intents share one write.
 */
export class Desk {
  /** What is decided; runs ahead of {@link state} while writes are in flight. */
  private head: DeskState
  /** The newest commit, under way or done. */
  private last: Promise<void> = Promise.resolve()
  /** Grows whenever decisions were taken back; what was decided before that is void. */
  private generation = 0
  /** What is decided but not durable yet. */
  private readonly pending: KnownOverlay
  private readonly listeners: ((commit: Commit) => void)[] = []
  private published: DeskState

  constructor(
    private readonly journal: Journal,
    private readonly clock: Clock,
    private readonly log: Log,
    /** Told after every write whether there was room for it. */
    private readonly onWrite: (hadRoom: boolean) => void,
  ) {
    this.head = journal.state
    this.published = journal.state
    this.pending = new KnownOverlay(journal)
  }

  /** The durable state: what may be shown and acted upon. */
  get state(): DeskState {
    return this.published
  }

  /** Where what is decided leads, durable or not yet: only for leaving alone what it will need. */
  get decided(): DeskState {
    return this.head
  }

  /** Told of every commit, in order, before {@link ask} resolves. One that fails keeps nobody else from hearing. */
  onCommit(listener: (commit: Commit) => void): void {
    this.listeners.push(listener)
  }

  /**
   * Decides an intent and makes its events durable. Resolves to the durable state that includes them; an
   * intent that changes nothing resolves once everything it relied on is durable, and is refused with it.
   *
   * @throws {@link Refusal} if the rules refuse, or `storage-full` if the disk does. Either way nothing happened.
   */
  async ask(intent: Intent, by: Actor): Promise<DeskState> {
    const { recorded, next } = take(this.head, { intent, by, at: this.clock.now() }, this.pending)
    if (recorded.length > 0) this.last = this.commit(recorded, next, this.last)
    await this.last
    return recorded.length > 0 ? next : this.published
  }

  private async commit(recorded: readonly Recorded[], next: DeskState, before: Promise<void>): Promise<void> {
    const { generation } = this
    this.head = next
    this.pending.add(recorded)
    try {
      await this.journal.append(recorded, next)
    } catch (error) {
      this.takeBack(generation)
      const why = this.reasonOf(error)
      // What was built on something refused is refused for the same reason.
      throw await before.then(
        () => why,
        (first) => first,
      )
    }
    this.onWrite(true)
    this.pending.forget(recorded)
    this.publish(new Commit(this.published, next, recorded))
  }

  /** Once for all that was in flight together: what was decided since stands on firm ground again. */
  private takeBack(generation: number): void {
    if (generation !== this.generation) return
    this.generation++
    this.head = this.journal.state
    this.pending.clear()
    this.last = Promise.resolve()
  }

  private reasonOf(error: unknown): unknown {
    if (!(error instanceof StorageFull)) return error
    this.onWrite(false)
    return new Refusal('storage-full', 'The disk is full. This was not kept; all that came before is safe.')
  }

  private publish(commit: Commit): void {
    this.published = commit.after
    for (const listener of this.listeners) {
      try {
        listener(commit)
      } catch (error) {
        // What happened is durable: whoever asked must not be told that it was not.
        this.log.error('a commit could not be followed', error)
      }
    }
  }
}
