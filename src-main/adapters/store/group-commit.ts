interface Waiting<T> {
  readonly item: T
  readonly resolve: () => void
  readonly reject: (error: unknown) => void
}

/**
 * Lets items that arrive while the disk is busy share the next write. `commit` is never called twice at once.
 * When it rejects, its items and all that wait behind them are rejected: those that wait were built on what
 * has just been refused. `refused` is called in that very moment, before anyone can add anything new.
 */
export class GroupCommit<T> {
  private waiting: Waiting<T>[] = []
  private work: Promise<void> | null = null

  constructor(
    private readonly commit: (items: readonly T[]) => Promise<void>,
    private readonly refused: () => void,
  ) {}

  add(item: T): Promise<void> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ item, resolve, reject })
      this.work ??= this.drain()
    })
  }

  /** Resolves when nothing is in flight, whatever became of it. */
  async settled(): Promise<void> {
    while (this.work !== null) await this.work
  }

  private async drain(): Promise<void> {
    // Those who ask in the same turn share the first write too.
    await Promise.resolve()
    while (this.waiting.length > 0) {
      const batch = this.waiting
      this.waiting = []
      try {
        await this.commit(batch.map(({ item }) => item))
        for (const { resolve } of batch) resolve()
      } catch (error) {
        this.refused()
        for (const { reject } of batch.concat(this.waiting.splice(0))) reject(error)
      }
    }
    this.work = null
  }
}
