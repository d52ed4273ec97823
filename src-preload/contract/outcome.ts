/**
 * Why a command was refused, in a word that code can act on.
 *
 * `conflict`: someone or something was first (R85). `forbidden`: this person may not (R134). `not-allowed`:
 * nobody may, in this state. `rate-limited`: Telegram asks for a pause, see `retryAt`. `storage-full`: nothing
 * was accepted and nothing was lost. `internal`: a defect; the detail stays in main's log.
 */
export type FailureCode =
  | 'invalid-input'
  | 'not-found'
  | 'conflict'
  | 'forbidden'
  | 'not-allowed'
  | 'offline'
  | 'rate-limited'
  | 'signed-out'
  | 'storage-full'
  | 'internal'

/** A refusal as data: a sentence for the agent, the field it belongs to, and when to try again (epoch ms). */
export interface Failure {
  readonly code: FailureCode
  readonly message: string
  readonly field?: string
  readonly retryAt?: number
}

/** What every command resolves to. It never rejects. */
export type Outcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly failure: Failure }
