/** No answer came in time, or the link broke before it did. Whether Telegram acted on it is not known. */
export class Unanswered extends Error {
  override readonly name = 'Unanswered'

  constructor(what = 'Telegram did not answer in time') {
    super(what)
  }
}

/**
 * Waits for `work` at most `ms`. The library has no request timeout (telegram.md B.3): every request to
 * Telegram goes through here.
 *
 * @throws {@link Unanswered} when the time is over. The work itself is not stopped.
 */
export async function withDeadline<T>(work: Promise<T>, ms: number): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const over = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Unanswered()), Math.max(0, ms))
  })
  try {
    return await Promise.race([work, over])
  } finally {
    clearTimeout(timer)
  }
}
