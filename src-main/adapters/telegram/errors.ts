import { Unanswered } from './deadline'

/** Telegram's name of an error ("PHONE_CODE_INVALID"), or null if it is none of Telegram's. Codes vary; names do not. */
export function errorName(error: unknown): string | null {
  if (!(error instanceof Error) || !('errorMessage' in error)) return null
  return typeof error.errorMessage === 'string' ? error.errorMessage : null
}

/** How long Telegram asks to wait, in ms; null if the error asks for no pause. */
export function askedPauseMs(error: unknown): number | null {
  const seconds = /^(?:FLOOD|FLOOD_PREMIUM|SLOWMODE|FLOOD_TEST_PHONE)_WAIT_(\d+)$/.exec(
    errorName(error) ?? '',
  )
  return seconds ? Number(seconds[1]) * 1000 : null
}

const sessionEnders = new Set([
  'AUTH_KEY_UNREGISTERED',
  'AUTH_KEY_INVALID',
  'AUTH_KEY_DUPLICATED',
  'AUTH_KEY_PERM_EMPTY',
  'SESSION_REVOKED',
  'SESSION_EXPIRED',
  'USER_DEACTIVATED',
  'USER_DEACTIVATED_BAN',
])

/** Telegram has ended the session; it tells only whoever asks something (telegram.md B.1, 7). */
export function endsSession(error: unknown): boolean {
  return sessionEnders.has(errorName(error) ?? '')
}

const groupHiders = new Set([
  'CHANNEL_PRIVATE',
  'CHANNEL_INVALID',
  'CHANNEL_PUBLIC_GROUP_NA',
  'CHAT_FORBIDDEN',
])

/** The group is gone, turned private, or this account was put out of it: Telegram does not tell which. */
export function hidesGroup(error: unknown): boolean {
  return groupHiders.has(errorName(error) ?? '')
}

/** The link broke or no answer came: the request may be asked again. */
export function isUnanswered(error: unknown): boolean {
  return error instanceof Unanswered
}
