import { z } from 'zod'
import type { TicketStatus } from './ticket'

/** A customer as the team knows them: what Telegram says, and what the team wrote down (R18, R19). */
export interface ContactView {
  readonly id: string
  readonly name: string
  readonly username: string | null
  /** Their account at Telegram is gone. */
  readonly isDeleted: boolean
  /** One of `settings.tiers`; null for none. */
  readonly tier: string | null
  /** What they are written to in, as a BCP 47 tag: the team's choice, else what Telegram told; null if neither. */
  readonly language: string | null
  readonly notes: string
  readonly phone: string | null
  /** Newest first, at most 50. */
  readonly tickets: readonly {
    readonly id: string
    readonly code: string
    readonly title: string
    readonly status: TicketStatus
    /** Epoch ms. */
    readonly createdAt: number
  }[]
}

const personId = z.string().min(1).max(64)
/** A customer, by the Telegram user id. */
export const contactRef = z.strictObject({ personId })
/** What is absent stays; null takes it away. */
export const contactInput = z.strictObject({
  personId,
  tier: z.string().trim().min(1).max(40).nullable().optional(),
  language: z
    .string()
    .trim()
    .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})?$/, 'A language is written like en or pt-BR.')
    .nullable()
    .optional(),
  notes: z.string().max(4000).optional(),
  phone: z
    .string()
    .trim()
    .regex(/^\+?[\d\s().-]{5,24}$/, 'Write the number with the country code, such as +358 40 123 4567.')
    .nullable()
    .optional(),
})
