import { z } from 'zod'

/** What the doctor looks at (product.md 4.17, row 7). */
export const doctorChecks = [
  'signed-in',
  'privacy-mode',
  'group-type',
  'topics-on',
  'rights',
  'membership',
  'clock-skew',
  'second-desk',
  'flood',
  'sending',
  'taken-in',
  'keyring',
  'disk',
] as const
export type DoctorCheck = (typeof doctorChecks)[number]

/** One finding: what is so, what follows from it, and exactly what helps. */
export interface Finding {
  /** Stable: `check/account/group`. */
  readonly id: string
  readonly check: DoctorCheck
  readonly accountId: string | null
  readonly groupId: string | null
  readonly state: 'ok' | 'warn' | 'bad' | 'unknown'
  readonly title: string
  /** What this means for customers and team; empty if all is well. */
  readonly effect: string
  /** What to do, step by step; empty if all is well. */
  readonly remedy: string
  /** Epoch ms. */
  readonly checkedAt: number
}

/** All findings, good and bad, and whether the doctor is looking. */
export interface DoctorView {
  readonly findings: readonly Finding[]
  readonly isExamining: boolean
}

/** One account by its id, or all of them for null. */
export const examineInput = z.strictObject({
  /** All accounts if null. */
  accountId: z.string().min(1).max(32).nullable(),
})
