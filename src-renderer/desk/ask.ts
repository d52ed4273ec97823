import type { Failure, Outcome } from '../../src-preload/contract/outcome'

/** The desk refused: an expected answer, with words for the agent in `failure.message`. */
export class Refusal extends Error {
  readonly failure: Failure

  constructor(failure: Failure) {
    super(failure.message)
    this.name = 'Refusal'
    this.failure = failure
  }
}

/**
 * Waits for an answer of the desk and unwraps it.
 *
 * @throws {@link Refusal} if the desk refused.
 */
export async function ask<T>(answer: Promise<Outcome<T>>): Promise<T> {
  const outcome = await answer
  if (!outcome.ok) throw new Refusal(outcome.failure)
  return outcome.value
}

/** Whatever was thrown, as a failure: a refusal's own, or an honest sentence for a defect, whose detail goes to the console. */
export function failureOf(thrown: unknown): Failure {
  if (thrown instanceof Refusal) return thrown.failure
  console.error(thrown)
  return { code: 'internal', message: 'Something went wrong in Topicdesk. Nothing was changed.' }
}
