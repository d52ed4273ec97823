import { Refusal } from '../../core/refusal'
import { askedPauseMs, errorName, hidesGroup, isUnanswered } from './errors'
import { pauseInWords } from './pause-in-words'

/** What Telegram said no with, for whoever asked; `now` in epoch ms. */
export function askRefusal(error: unknown, now: number): Error {
  if (error instanceof Refusal) return error
  const pause = askedPauseMs(error)
  if (pause !== null) {
    return new Refusal('rate-limited', `Telegram asks you to wait ${pauseInWords(pause)}.`, {
      retryAt: now + pause,
    })
  }
  if (isUnanswered(error))
    return new Refusal('offline', 'Telegram cannot be reached. Try again when connected.')
  if (hidesGroup(error)) return new Refusal('not-found', 'This account is not in that group any more.')
  const name = errorName(error)
  if (name !== null) return new Refusal('not-allowed', `Telegram said no (${name}).`)
  return error instanceof Error ? error : new Error(String(error))
}
