import type { Effect } from '../core/desk/effects'
import { react } from '../core/desk/react'
import type { Commit } from './desk'

/**
 * Carries out what people must be told of commits; of those that belong together at once, so that a night's
 * worth of broken promises, kept in slices, is one notification.
 */
export class ReactTogether {
  private held: Commit[] = []
  /** How much work is under way. */
  private works = 0

  constructor(private readonly run: (effects: readonly Effect[]) => void) {}

  committed(commit: Commit): void {
    if (this.works > 0) this.held.push(commit)
    else this.run(react(commit.before, commit.after, commit.recorded))
  }

  /** Holds what is to be told until the work is over, however it ends. */
  async during(work: () => Promise<void>): Promise<void> {
    this.works++
    try {
      await work()
    } finally {
      this.works--
      if (this.works === 0) this.tell(this.held.splice(0))
    }
  }

  private tell(commits: readonly Commit[]): void {
    const [first] = commits
    const last = commits[commits.length - 1]
    if (!first || !last) return
    const recorded = commits.flatMap((commit) => commit.recorded)
    this.run(react(first.before, last.after, recorded))
  }
}
