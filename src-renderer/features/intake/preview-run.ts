import type { IntakeForm, IntakeQuestion, TicketField } from '../../../src-preload/contract/intake'
import { takesChoice } from './form-edits'

/** How somebody who tries the form out answered a question. */
export type TryAnswer =
  | { readonly kind: 'option'; readonly value: string }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'skip' }

export interface Exchange {
  readonly question: IntakeQuestion
  readonly answer: TryAnswer
  /** As it stands in the chat. */
  readonly said: string
}

/** Where a try stands. */
export interface PreviewRun {
  readonly exchanges: readonly Exchange[]
  /** The question that waits; null when the form is over. */
  readonly asked: IntakeQuestion | null
  readonly fields: readonly Pick<TicketField, 'key' | 'label' | 'value'>[]
  /** What the urgency chosen sets; null if none was. */
  readonly priority: NonNullable<IntakeQuestion['options'][number]['priority']> | null
}

/** Walks the form with what was answered so far; answers that fit no more are asked for again. */
export function previewRun(form: IntakeForm, answers: ReadonlyMap<string, TryAnswer>): PreviewRun {
  const exchanges: Exchange[] = []
  const choices = new Map<string, string>()
  const fields: Pick<TicketField, 'key' | 'label' | 'value'>[] = []
  let priority: PreviewRun['priority'] = null
  for (const question of form.isOn ? form.questions : []) {
    const { key, label, onlyIf } = question
    if (onlyIf && choices.get(onlyIf.key) !== onlyIf.value) continue
    const answer = answers.get(key)
    const said = answer && saidBy(question, answer)
    if (!answer || said === undefined) return { exchanges, asked: question, fields, priority }
    exchanges.push({ question, answer, said })
    if (answer.kind === 'skip') continue
    fields.push({ key, label, value: said })
    if (answer.kind !== 'option') continue
    choices.set(key, answer.value)
    const chosen = question.options.find(({ value }) => value === answer.value)
    if (question.kind === 'urgency') priority = chosen?.priority ?? priority
  }
  return { exchanges, asked: null, fields, priority }
}

function saidBy(question: IntakeQuestion, answer: TryAnswer): string | undefined {
  switch (answer.kind) {
    case 'skip':
      return question.required ? undefined : 'Skip'
    case 'text':
      return takesChoice(question.kind) || hintFor(question, answer.text) !== null ? undefined : answer.text
    case 'option':
      return question.options.find(({ value }) => value === answer.value)?.label
  }
}

/** What the bot says to a text that does not answer its question; null if it does. */
export function hintFor(question: IntakeQuestion, text: string): string | null {
  const { kind, options, maxLength, min, max } = question
  if (takesChoice(kind)) {
    const isOne = options.some(({ label }) => label.toLowerCase() === text.trim().toLowerCase())
    return isOne ? null : `Choose one of these: ${options.map(({ label }) => label).join(', ')}.`
  }
  if (kind === 'text') {
    return maxLength === null || [...text].length <= maxLength
      ? null
      : `Write it as text, at most ${maxLength} characters.`
  }
  if (kind === 'number') {
    const isNumber = /^[+\-−]?(\d{1,3}(\s\d{3})+|\d+)([.,]\d+)?$/u.test(text.trim())
    const value = Number(text.replace(/\s/g, '').replace('−', '-').replace(',', '.'))
    const fits = isNumber && (min === null || value >= min) && (max === null || value <= max)
    if (fits) return null
    if (min !== null && max !== null) return `Write a number from ${min} to ${max}.`
    if (min !== null) return `Write a number, at least ${min}.`
    return max === null ? 'Write a number.' : `Write a number, at most ${max}.`
  }
  const isContact =
    /^\+?[\d\s().-]{5,24}$/.test(text.trim()) || /^[^\s@]+@[^\s@]+\.[^\s@.]{2,}$/u.test(text.trim())
  return isContact ? null : 'Share your number with the button, or write a phone number or an email address.'
}

/** Two labels longer than this do not fit beside each other on a telephone. */
const besideMaxLength = 16

/** The choices in rows, as the bot lays them out under its question. */
export function buttonRows(options: IntakeQuestion['options']): readonly IntakeQuestion['options'][] {
  const rows: IntakeQuestion['options'][] = []
  for (const option of options) {
    const last = rows.at(-1)
    const fits = [...(last ?? []), option].every(({ label }) => label.length <= besideMaxLength)
    if (last?.length === 1 && fits) last.push(option)
    else rows.push([option])
  }
  return rows
}
