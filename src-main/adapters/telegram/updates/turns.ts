import { Unanswered } from '../deadline'

interface Turn {
  run(): Promise<void>
  done(): void
  failed(error: unknown): void
}

/** What is to be done between two steps of the stream, so that what it tells is in order with all else. */
export class Turns {
  private readonly waiting: Turn[] = []
  private isOver = false

  constructor(private readonly ring: () => void) {}

  get isEmpty(): boolean {
    return this.waiting.length === 0
  }

  /** Waits for its turn and for what it does. @throws {@link Unanswered} if the stream is stopped before. */
  async take(run: () => Promise<void>): Promise<void> {
    await new Promise<void>((done, failed) => {
      if (this.isOver) return failed(new Unanswered('The stream was stopped'))
      this.waiting.push({ run, done, failed })
      this.ring()
    })
  }

  /** Gives the next one its turn. */
  async next(): Promise<void> {
    const [turn] = this.waiting
    if (!turn) return
    try {
      await turn.run()
      turn.done()
    } catch (error) {
      turn.failed(error)
    } finally {
      if (this.waiting[0] === turn) this.waiting.shift()
    }
  }

  /** Refuses all that waits, and whatever becomes of the one that has its turn. */
  refuse(why: Error): void {
    for (const { failed } of this.waiting.splice(0)) failed(why)
  }

  stop(): void {
    this.isOver = true
    this.refuse(new Unanswered('The stream was stopped'))
  }
}
