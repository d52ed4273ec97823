import { Refusal } from '../../../core/refusal'
import { askedPauseMs, errorName, isUnanswered } from '../errors'
import { pauseInWords } from '../pause-in-words'

/** The field of the sign-in card an error belongs to. */
export type SignInField = 'phone' | 'code' | 'password' | 'token' | 'qr'

interface Words {
  readonly field: SignInField | 'apiId'
  readonly text: string
}

const words: Readonly<Record<string, Words>> = {
  PHONE_NUMBER_INVALID: {
    field: 'phone',
    text: 'Telegram does not know that number. Check the country code.',
  },
  PHONE_NUMBER_UNOCCUPIED: { field: 'phone', text: 'This number has no Telegram account.' },
  PHONE_NUMBER_BANNED: { field: 'phone', text: 'Telegram has blocked this number.' },
  PHONE_NUMBER_FLOOD: { field: 'phone', text: 'This number was tried too often today. Try again tomorrow.' },
  PHONE_PASSWORD_FLOOD: { field: 'phone', text: 'Too many passwords were tried. Try again tomorrow.' },
  PHONE_CODE_INVALID: { field: 'code', text: 'That code is not right. Check it and try again.' },
  PHONE_CODE_EXPIRED: { field: 'code', text: 'That code is too old. Ask for a new one.' },
  PHONE_CODE_EMPTY: { field: 'code', text: 'Write the code that Telegram sent.' },
  PHONE_CODE_HASH_EMPTY: { field: 'code', text: 'That code is too old. Ask for a new one.' },
  SEND_CODE_UNAVAILABLE: {
    field: 'code',
    text: 'Telegram has no other way to send the code. Wait for the first one.',
  },
  PASSWORD_HASH_INVALID: { field: 'password', text: 'That password is not right. Check it and try again.' },
  PASSWORD_EMPTY: { field: 'password', text: 'Write your password.' },
  ACCESS_TOKEN_INVALID: { field: 'token', text: 'That token is not right. BotFather shows the current one.' },
  ACCESS_TOKEN_EXPIRED: { field: 'token', text: 'That token was replaced. BotFather shows the current one.' },
  BOT_TOKEN_INVALID: { field: 'token', text: 'That token is not right. BotFather shows the current one.' },
  API_ID_INVALID: { field: 'apiId', text: 'Telegram does not know this API id and hash. Check both.' },
  API_ID_PUBLISHED_FLOOD: {
    field: 'apiId',
    text: 'Telegram has blocked this API id. Use your own from my.telegram.org.',
  },
}

/**
 * What the sign-in card says beside the field (interface.md section 8). What Telegram calls by a name not known
 * here keeps that name, so that it can be looked up.
 */
export function signInRefusal(error: unknown, field: SignInField, now: number): Error {
  if (error instanceof Refusal) return error
  const pause = askedPauseMs(error)
  if (pause !== null) {
    const text = `Telegram asks you to wait ${pauseInWords(pause)}.`
    return new Refusal('rate-limited', text, { field, retryAt: now + pause })
  }
  if (isUnanswered(error)) {
    return new Refusal('offline', 'Telegram cannot be reached. Check the network and try again.', { field })
  }
  const name = errorName(error)
  if (name === null) return error instanceof Error ? error : new Error(String(error))
  const known = words[name]
  if (known) return new Refusal('invalid-input', known.text, { field: known.field })
  return new Refusal('not-allowed', `Telegram said no (${name}).`, { field })
}
