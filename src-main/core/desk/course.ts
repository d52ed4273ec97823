import type { Actor } from './actor'
import type { DeskEvent, Recorded } from './events'
import { evolve } from './evolve'
import type { Asked, KnownMessages } from './intents'
import { KnownOverlay } from './known-overlay'
import { record } from './record'
import type { DeskState } from './state'

/**
 * One decision under way. Each event is folded in at once, so every rule sees what the rule before it did:
 * the second message of a delivery finds the ticket the first one opened.
 */
export class Course {
  private now: DeskState
  private readonly events: Recorded[] = []
  readonly known: KnownOverlay

  constructor(
    start: DeskState,
    private readonly asked: Asked,
    known: KnownMessages,
  ) {
    this.now = start
    this.known = new KnownOverlay(known)
  }

  get state(): DeskState {
    return this.now
  }

  get recorded(): readonly Recorded[] {
    return this.events
  }

  /** Who asked. */
  get by(): Actor {
    return this.asked.by
  }

  /** When it was asked, epoch ms. */
  get at(): number {
    return this.asked.at
  }

  /** Lets something happen, done by the asker unless told otherwise. */
  happen(event: DeskEvent, by: Actor = this.asked.by): void {
    const recorded = record(this.now.seq + 1, this.asked.at, by, event)
    this.now = evolve(this.now, recorded)
    this.events.push(recorded)
    this.known.add([recorded])
  }
}
