import { z } from 'zod'
import { choiceKinds, intakeWays, type QuestionKind, questionKinds } from './intake-lists'
import { ticketPriorities } from './priorities'

export type { IntakeWay, QuestionKind } from './intake-lists'

const key = z
  .string()
  .regex(/^[a-z][a-z0-9_]{0,31}$/, 'Use small letters, digits and _ only, a letter first.')

/** One question the bot asks. */
export const intakeQuestion = z.strictObject({
  /** Names its answer; unique in the form. */
  key,
  kind: z.enum(questionKinds),
  /** As it is asked. */
  text: z.string().trim().min(1).max(300),
  /** As its answer is called on the ticket. */
  label: z.string().trim().min(1).max(40),
  required: z.boolean(),
  /** For `choice`, `category` and `urgency`: buttons, in order. `priority` for `urgency` only. */
  options: z
    .array(
      z.strictObject({
        value: key,
        label: z.string().trim().min(1).max(40),
        priority: z.enum(ticketPriorities).optional(),
      }),
    )
    .max(12),
  /** Asked only if an earlier choice was answered so. */
  onlyIf: z.strictObject({ key, value: key }).nullable(),
  /** Longest text, characters; null for what Telegram takes. */
  maxLength: z.number().int().min(1).max(4000).nullable(),
  min: z.number().nullable(),
  max: z.number().nullable(),
})
export type IntakeQuestion = Readonly<z.infer<typeof intakeQuestion>>

const takesChoice = (kind: QuestionKind) => choiceKinds.includes(kind)

/** The form of the bot. Off: the first message is the ticket, nothing is asked. */
export const intakeForm = z
  .strictObject({ isOn: z.boolean(), questions: z.array(intakeQuestion).max(20) })
  .superRefine(({ questions }, context) => {
    const wrong = (at: number, field: string, message: string) =>
      context.addIssue({ code: 'custom', path: ['questions', at, field], message })
    for (const [at, question] of questions.entries()) {
      const earlier = questions.slice(0, at)
      if (earlier.some((one) => one.key === question.key)) wrong(at, 'key', 'Another question has this key.')
      const values = question.options.map(({ value }) => value)
      if (takesChoice(question.kind) && values.length < 2) wrong(at, 'options', 'Give at least two choices.')
      if (new Set(values).size < values.length) wrong(at, 'options', 'Two choices have the same value.')
      const labels = question.options.map(({ label }) => label.toLowerCase())
      if (new Set(labels).size < labels.length) wrong(at, 'options', 'Two choices have the same name.')
      if (question.min !== null && question.max !== null && question.min > question.max)
        wrong(at, 'max', 'The highest number is below the lowest.')
      const { onlyIf } = question
      if (!onlyIf) continue
      const asked = earlier.find((one) => one.key === onlyIf.key)
      if (!asked || !takesChoice(asked.kind)) wrong(at, 'onlyIf', 'A condition needs a choice asked before.')
      else if (!asked.options.some(({ value }) => value === onlyIf.value))
        wrong(at, 'onlyIf', 'That question has no such choice.')
    }
  })
export type IntakeForm = Readonly<z.infer<typeof intakeForm>>

/** What happens when a customer comes in. */
export const intakeSettings = z.strictObject({
  form: intakeForm,
  /** Where a new ticket is acknowledged with its code and the expected reply time (R34). */
  acknowledge: z.record(z.enum(intakeWays), z.boolean()),
  /**
   * The team's own words for it by language tag, with {code}, {time} and {name} in their places. For a language
   * that is not here, the built-in translation, else English.
   */
  acknowledgement: z.record(
    z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})?$/),
    z.string().trim().min(1).max(1000),
  ),
})
export type IntakeSettings = Readonly<z.infer<typeof intakeSettings>>

/** An answer, kept on the ticket as a typed field (R13). A choice's value is its label. */
export type TicketField =
  | {
      readonly key: string
      readonly label: string
      readonly kind: 'text' | 'choice' | 'contact'
      readonly value: string
    }
  | { readonly key: string; readonly label: string; readonly kind: 'number'; readonly value: number }
