import type { Ask } from '../link/ask'
import type { GroupPeer } from '../peers/group'
import type { Draft } from './draft'
import type { Followed } from './interpret'
import type { Keeper } from './keeper'

/** What reading a group needs. */
export interface GroupReading {
  readonly ask: Ask
  readonly group: GroupPeer
  readonly followed: Followed
  readonly keeper: Keeper
  readonly isBot: boolean
}

/** What catching up tells as it goes. */
export interface CatchUpSteps {
  behind(behind: number): void
  /** Keeps what was read; from then on the stream stands at `pts`. */
  keep(draft: Draft, pts: number): Promise<void>
  /** Told of what is kept without a pts of its own: it was missed all the same. */
  missed(draft: Draft): void
}
