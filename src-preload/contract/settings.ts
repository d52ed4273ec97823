import { z } from 'zod'
import { chatRules } from './account'
import { intakeSettings } from './intake'
import { ticketPriorities } from './priorities'

const minuteMs = 60_000
const dayMs = 86_400_000
/** There are some fifty things with a key. */
const mostKeys = 200
/** A promise: a span in ms, or null for none. One second to 90 days. */
const span = z
  .number()
  .int()
  .min(1000)
  .max(90 * dayMs)
  .nullable()

/** What is promised at one priority (R61, R91). */
export const promise = z.strictObject({ firstReplyMs: span, nextReplyMs: span, resolutionMs: span })
export type ServicePromise = Readonly<z.infer<typeof promise>>

/** All settings of the desk, each with its default in default-settings.ts. */
export const settings = z.strictObject({
  theme: z.enum(['system', 'light', 'dark']),
  density: z.enum(['comfortable', 'compact']),
  /** Percent. */
  textScale: z.number().int().min(90).max(130),
  /** Which key sends: Ctrl Enter (Enter is a new line), or the other way round. */
  sendKey: z.enum(['ctrl-enter', 'enter']),
  /** Single keys that were changed, by the id of what they do; absent before the first change. */
  keys: z
    .record(z.string().max(64), z.string().max(16))
    .refine((keys) => Object.keys(keys).length <= mostKeys)
    .optional(),
  /** How long a reply can be taken back before it goes out. */
  sendHoldMs: z.number().int().min(0).max(10_000),
  notifications: z.strictObject({
    newTicket: z.boolean(),
    customerWrote: z.boolean(),
    atRisk: z.boolean(),
    breached: z.boolean(),
    /** Message text in notifications; off by default (C17). */
    showText: z.boolean(),
    /** Silences all but breaches. */
    doNotDisturb: z.boolean(),
  }),
  promises: z.strictObject(
    Object.fromEntries(ticketPriorities.map((priority) => [priority, promise])) as Record<
      (typeof ticketPriorities)[number],
      typeof promise
    >,
  ),
  /** At risk begins when this share of the promise is left, in percent. */
  warnPercent: z.number().int().min(5).max(90),
  /** A customer who writes this soon after resolution reopens the ticket; later, a follow-up opens (C11). */
  reopenWindowMs: z
    .number()
    .int()
    .min(0)
    .max(90 * dayMs),
  /** A resolved ticket closes by itself after this; null for never (C21). */
  autoCloseMs: z
    .number()
    .int()
    .min(minuteMs)
    .max(365 * dayMs)
    .nullable(),
  intake: intakeSettings,
  /** Which private chats of personal accounts may become tickets. */
  chatRule: z.enum(chatRules),
  /** Tiers of customers, the most important first (R19). */
  tiers: z.array(z.string().trim().min(1).max(40)).max(20),
  /** A ticket may live without any group: private chats only. */
  withoutGroup: z.boolean(),
})
export type Settings = Readonly<z.infer<typeof settings>>

/** Any part of the settings; what is absent stays. */
export const settingsPatch = z.strictObject({
  ...settings.partial().shape,
  notifications: settings.shape.notifications.partial().optional(),
  promises: settings.shape.promises.partial().optional(),
  intake: settings.shape.intake.partial().optional(),
})
export type SettingsPatch = Readonly<z.infer<typeof settingsPatch>>
