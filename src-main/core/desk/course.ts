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

  private actor: Actor

  constructor(
    start: DeskState,
    private readonly asked: Asked,
    known: KnownMessages,
  ) {
    this.now = start
    this.actor = asked.by
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
    return this.actor
  }

  /** When it was asked, epoch ms. */
  get at(): number {
    return this.asked.at
  }

  /** Follows a rule as the wish of another: of a person who typed a command in Telegram. */
  as(actor: Actor, rule: () => void): void {
    const before = this.actor
    this.actor = actor
    try {
      rule()
    } finally {
      this.actor = before
    }
  }

  /** Lets something happen, done by the asker unless told otherwise. */
  happen(event: DeskEvent, by: Actor = this.actor): void {
    const recorded = record(this.now.seq + 1, this.asked.at, by, event)
    this.now = evolve(this.now, recorded)
    this.events.push(recorded)
    this.known.add([recorded])
  }
}
