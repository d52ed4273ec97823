import { z } from 'zod'

/** The Telegram account this desk speaks as. */
export interface Account {
  readonly id: string
  readonly name: string
  readonly username: string | null
  readonly kind: 'user' | 'bot'
}

/** Why the desk is signed out. */
export type SignedOutReason = 'never' | 'by-agent' | 'by-telegram' | 'session-unreadable'

/** Where sign-in stands (interface.md section 8). Times epoch ms. */
export type SignInStep =
  | { readonly kind: 'api-needed' }
  | { readonly kind: 'signed-out'; readonly reason: SignedOutReason }
  | { readonly kind: 'qr'; readonly url: string; readonly expiresAt: number }
  | {
      readonly kind: 'code'
      /** With the middle hidden. */
      readonly phone: string
      readonly via: 'app' | 'sms' | 'call' | 'other'
      readonly length: number
      /** The way a resend would take; null if Telegram offers none. */
      readonly next: 'sms' | 'call' | 'other' | null
      readonly resendAt: number | null
    }
  | { readonly kind: 'password'; readonly hint: string | null }
  | { readonly kind: 'signed-in'; readonly account: Account }

/** What the sign-in and first-run screens show. */
export interface SessionView {
  /** Of the account that is being signed in; `signed-in` once there is one and no other is being added. */
  readonly step: SignInStep
  /** Another account is being added: its steps are in `step`, and `session.cancel` ends it. */
  readonly isAdding: boolean
  /** `missing`: the sign-in is kept in memory only and ends with the app. */
  readonly keyring: 'safe' | 'missing'
  readonly api: { readonly id: number; readonly from: 'settings' | 'environment' } | null
  /** Something is followed, or the team does without a group: the desk can be shown. */
  readonly isReady: boolean
}

/** A group the account is in, and what keeps it from being the support group. */
export interface GroupOption {
  readonly id: string
  readonly title: string
  readonly members: number
  /** Empty when it can be chosen. Each says what is missing and how to mend it. */
  readonly problems: readonly Lack[]
  /** What the desk cannot do there though it can be chosen. */
  readonly warnings: readonly Lack[]
}

/** Something a group lacks, and how to mend it in Telegram. */
export interface Lack {
  readonly what: string
  readonly mend: string
}

/** The application’s own id and hash, from my.telegram.org (R168). */
export const apiInput = z.strictObject({
  apiId: z.number().int().positive().max(2_147_483_647),
  apiHash: z
    .string()
    .trim()
    .regex(/^[0-9a-f]{32}$/i, 'The API hash is 32 letters a to f and digits.'),
})
/** A telephone number as a person writes it. */
export const phoneInput = z.strictObject({
  phone: z
    .string()
    .trim()
    .regex(/^\+?[\d\s().-]{5,24}$/, 'Write the number with the country code, such as +358 40 123 4567.'),
})
/** The code that Telegram sent. */
export const codeInput = z.strictObject({
  code: z
    .string()
    .trim()
    .regex(/^\d{3,8}$/, 'Write the whole code: digits only, usually five.'),
})
/** The two-step password (core.telegram.org/api/srp); goes no further than the sign-in. */
export const passwordInput = z.strictObject({ password: z.string().min(1, 'Write your password.').max(256) })
/** A token as BotFather gives it. */
export const botTokenInput = z.strictObject({
  token: z
    .string()
    .trim()
    .regex(/^\d{1,15}:[\w-]{20,64}$/, 'A bot token looks like 123456:ABC-DEF. BotFather gives it to you.'),
})
