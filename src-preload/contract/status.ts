import { z } from 'zod'

/** The link to Telegram (interface.md section 9). Times epoch ms. */
export type Link =
  | { readonly kind: 'connecting'; readonly attempt: number; readonly nextTryAt: number | null }
  | { readonly kind: 'live' }
  | { readonly kind: 'catching-up'; readonly behind: number }
  | { readonly kind: 'flood-wait'; readonly until: number }
  | { readonly kind: 'offline'; readonly since: number }
  | { readonly kind: 'signed-out' }
  /** Connected, but this account was removed from these groups, or they are gone. All else of it goes on. */
  | {
      readonly kind: 'not-in-group'
      readonly groups: readonly { readonly id: string; readonly title: string }[]
    }

/** Whether new work can be kept. `full`: the disk refuses; nothing new is accepted until it has room. */
export type Storage = { readonly kind: 'ok' } | { readonly kind: 'full'; readonly since: number }

/** How native notifications do. `failing` and `absent` mean: shown in the window instead. */
export type NativeNotifications =
  | { readonly kind: 'working' }
  | { readonly kind: 'untested' }
  | { readonly kind: 'absent'; readonly why: string }
  | { readonly kind: 'failing'; readonly why: string }

/** The strip at the bottom of the window. */
export interface DeskStatus {
  /** The link that needs attention most, of all accounts. */
  readonly link: Link
  /** Whose link that is, if there are several accounts; null else. */
  readonly linkOf: string | null
  readonly lastHeardAt: number | null
  /** Replies and topic changes not yet at Telegram. */
  readonly toSend: number
  /** Replies that were refused, stopped or are uncertain: they wait for somebody, in whatever state their ticket is. */
  readonly notSent: number
  /** Open tickets that no clock, hold or outbox entry will ever wake: should be 0. */
  readonly withoutNextStep: number
  readonly storage: Storage
  readonly notifications: NativeNotifications
}

/** Something to tell the agent inside the window. One per `key`: a newer one replaces it. */
export interface Notice {
  readonly key: string
  readonly tone: 'good' | 'info' | 'warn' | 'bad'
  readonly title: string
  readonly body: string
  readonly ticketId: string | null
}

/** How the store was found at start; the window shows the repair screen unless `ready`. */
export type Startup =
  | { readonly kind: 'ready' }
  | {
      readonly kind: 'repair'
      /** One sentence: what is damaged, and where. */
      readonly what: string
      /** What is intact: tickets and events before and after the damage, and the time of the last good one. */
      readonly intact: { readonly events: number; readonly tickets: number; readonly lastAt: number | null }
      readonly damagedBytes: number
      readonly file: string
    }
  | { readonly kind: 'newer-format' | 'in-use'; readonly what: string }

/** Where the agent's places in the app are; used by `open-ticket` and the shell's menu. */
export const linkInput = z.strictObject({ url: z.string().min(1).max(2048) })
/**
 * `keep-intact`: set the damaged file aside, untouched, and go on with all that is intact before the damage.
 * `quit`: change nothing.
 */
export const repairInput = z.strictObject({ action: z.enum(['keep-intact', 'quit']) })
