import type { Account } from '../../../../src-preload/contract/session'
import type { Clock, Log, TelegramListener, Watch } from '../../../core/ports'
import type { Ask } from '../link/ask'
import type { LinkFacts } from '../link/link-of'

/** What the stream is made of. */
export interface StreamSetup {
  readonly ask: Ask
  readonly account: Account
  readonly listener: Pick<TelegramListener, 'receive' | 'typing'>
  readonly marks: ReadonlyMap<string, string>
  readonly watch: Watch
  readonly clock: Clock
  readonly log: Log
  /** How often a quiet stream is checked for what was never sent. */
  readonly checkEveryMs: number
  /** How many messages the desk is behind Telegram; null when level. */
  behindChanged(behind: number | null): void
  /** The groups that are followed and to which this account has no access. */
  lostGroupsChanged(groups: LinkFacts['lostGroups']): void
  /** Telegram asks for a pause of so many ms. */
  pauseAsked(pauseMs: number): void
}
