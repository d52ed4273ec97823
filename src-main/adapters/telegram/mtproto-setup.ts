import type { Clock, Log, Secrets } from '../../core/ports'
import type { Endpoint } from './endpoint'

/** Telegram's id and hash of this application, from my.telegram.org; never in the code. */
export interface ApiCredentials {
  readonly id: number
  readonly hash: string
}

/** What the adapter is made of. */
export interface MtprotoSetup {
  /** Whose session is kept; null for an account that is still to be signed in. */
  readonly accountId: string | null
  readonly secrets: Secrets
  /** Asked each time somebody signs in; null while nobody has given them. */
  readonly api: () => Promise<ApiCredentials | null>
  /** Given by the composition roots of tests and demo only. */
  readonly endpoint?: Endpoint
  readonly clock: Clock
  readonly log: Log
  /** How long the link may be without an answer before the session is proven; tests are less patient. */
  readonly proofAfterMs?: number
  /** How often a quiet stream is checked for what was never sent; tests are less patient. */
  readonly checkEveryMs?: number
}
