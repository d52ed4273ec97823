import type { Failure } from '../../src-preload/contract/outcome'

/** A refusal from inside a handler of the scripted desk. */
export class Refused extends Error {
  readonly failure: Failure

  constructor(failure: Failure) {
    super(failure.message)
    this.failure = failure
  }
}
