import type { Ask } from '../link/ask'
import type { Arrived, CommonUpdates } from './common-updates'
import { Draft } from './draft'
import type { ForgottenChats } from './forgotten-chats'

/** What catching up with the account's own counters needs of the stream. */
export interface CommonCatchUpRoom {
  readonly ask: Ask
  readonly common: CommonUpdates
  readonly forgotten: ForgottenChats
  /** Nothing of the account was read before. */
  isFirst(): boolean
  /** Adds what an update says that is counted already. */
  add(arrived: Arrived, draft: Draft): Promise<void>
  /** Counts an update, and adds what may be told now. */
  read(arrived: Arrived, draft: Draft): Promise<void>
  keep(draft: Draft, always?: boolean): Promise<void>
  /** Gives what was pushed and not counted yet. */
  takeInHand(): readonly Arrived[]
  behindChanged(behind: number): void
  /** Between two pages of a long reading: does what else waits. */
  meanwhile(): Promise<void>
}

/** Asks for what was missed of the account's own stream, and counts it as evidence (R150). */
export class CommonCatchUp {
  /** Something private was missed and is not wholly read yet. */
  private isMissing = false

  constructor(private readonly room: CommonCatchUpRoom) {}

  async run(): Promise<void> {
    const { ask, common, isFirst, add, read, keep, takeInHand } = this.room
    let isForgotten = false
    // What a run of before did not finish is older than all that is asked for now.
    await this.readForgotten()
    for await (const { missed, inHand, held, isTooLong } of common.catchUp(ask, takeInHand)) {
      if (isTooLong) isForgotten = !(await this.noteForgotten(inHand))
      const draft = new Draft()
      for (const arrived of missed) await add(arrived, draft)
      this.countMissed(draft)
      for (const arrived of held) await read(arrived, draft)
      await keep(draft, isFirst())
    }
    if (this.isMissing && !isForgotten) {
      const end = new Draft()
      end.count('gapsClosed')
      await keep(end)
    }
    this.isMissing = false
  }

  private countMissed(draft: Draft): void {
    if (draft.facts.length === 0) return
    draft.count('recovered', draft.messages)
    draft.count('gapsFound', this.isMissing ? 0 : 1)
    this.isMissing = true
  }

  /** What is in hand comes before what is read again, which is newer: only what was changed or deleted is not in that. */
  private async noteForgotten(inHand: readonly Arrived[]): Promise<boolean> {
    const { forgotten, add, keep } = this.room
    const found = new Draft()
    found.count('gapsFound', this.isMissing ? 0 : 1)
    this.isMissing = true
    const isThere = forgotten.note(found)
    for (const arrived of inHand) if (!forgotten.isReadAgain(arrived)) await add(arrived, found)
    await keep(found)
    await this.readForgotten()
    return isThere
  }

  private async readForgotten(): Promise<void> {
    const { forgotten, keep, behindChanged, meanwhile } = this.room
    for (let page = await forgotten.next(); page; page = await forgotten.next()) {
      this.countMissed(page.draft)
      await keep(page.draft)
      if (page.left > 0) behindChanged(page.left)
      await meanwhile()
    }
  }
}
