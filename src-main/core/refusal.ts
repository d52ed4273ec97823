import type { Failure, FailureCode } from '../../src-preload/contract/outcome'

/**
 * An expected "no", thrown anywhere between a command and its decision and turned into a {@link Failure}
 * at the border. Anything else that is thrown is a defect.
 */
export class Refusal extends Error {
  override readonly name = 'Refusal'

  constructor(
    readonly code: FailureCode,
    message: string,
    readonly more: { readonly field?: string; readonly retryAt?: number } = {},
  ) {
    super(message)
  }

  toFailure(): Failure {
    return { code: this.code, message: this.message, ...this.more }
  }
}
