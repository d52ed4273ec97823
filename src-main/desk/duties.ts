import type { Log } from '../core/ports'
import type { TimeKeeper } from './time-keeper'

/** Something the desk does by itself from time to time. It says when next: epoch ms, or null for not now. */
export interface Duty {
  readonly name: string
  next(): number | null
  run(): Promise<void> | void
}

/**
 * What the desk does by itself at a time of day or every so often, through the one wake-up there is. A duty that
 * fails is told in the log and comes again at its next time.
 */
export class Duties {
  private readonly all = new Map<string, Duty>()

  constructor(
    private readonly time: Pick<TimeKeeper, 'planDuty'>,
    private readonly log: Log,
  ) {}

  add(duty: Duty): void {
    this.all.set(duty.name, duty)
    this.plan(duty.name)
  }

  /** When a duty is due may have changed. */
  plan(name: string): void {
    const duty = this.all.get(name)
    if (duty) this.time.planDuty(name, duty.next())
  }

  /** The time of these has come. */
  async run(names: readonly string[]): Promise<void> {
    for (const name of names) {
      try {
        await this.all.get(name)?.run()
      } catch (error) {
        this.log.error(`a duty failed: ${name}`, error)
      }
      this.plan(name)
    }
  }
}
