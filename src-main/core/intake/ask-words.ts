import type { IntakeQuestion } from '../../../src-preload/contract/intake'
import type { ReplyButton } from '../outbox/entry'
import { pressData } from './intake-run'
import { fill, type Phrases } from './phrases'

type Rows = readonly (readonly ReplyButton[])[]
/** Two labels longer than this do not fit beside each other on a telephone. */
const besideMaxLength = 16

/** The buttons under a question, none for what is only typed. `askedBy` is the outbox id of the question's message. */
export function questionButtons(question: IntakeQuestion, askedBy: string, words: Phrases): Rows {
  const choices = question.options.map(({ label }, answer) => choice(label, pressData({ askedBy, answer })))
  const rows: (readonly ReplyButton[])[] = takesOptions(question) ? besideEachOther(choices) : []
  if (question.kind === 'contact') rows.push([{ kind: 'contact', text: words.shareNumber }])
  if (!question.required) rows.push([choice(words.skip, pressData({ askedBy, answer: 'skip' }))])
  return rows
}

/**
 * What stands under a message of the form that has no buttons: a customer who typed their number has the button that
 * asked for it still, and would be offered it for ever.
 */
export function withoutButtons(questions: readonly IntakeQuestion[]): Rows {
  return questions.some(({ kind }) => kind === 'contact') ? [[{ kind: 'none', text: '' }]] : []
}

/** What a question takes, said plainly, after something that does not fit. */
export function hintWords(question: IntakeQuestion, words: Phrases): string {
  const { kind, options, maxLength, min, max } = question
  switch (kind) {
    case 'choice':
    case 'category':
    case 'urgency':
      return fill(words.chooseOne, { choices: options.map(({ label }) => label).join(', ') })
    case 'text':
      return maxLength === null ? words.writeText : fill(words.writeShort, { max: String(maxLength) })
    case 'number':
      if (min !== null && max !== null)
        return fill(words.numberBetween, { min: String(min), max: String(max) })
      if (min !== null) return fill(words.numberFrom, { min: String(min) })
      return max === null ? words.writeNumber : fill(words.numberUpTo, { max: String(max) })
    case 'contact':
      return words.reachYou
  }
}

function takesOptions({ kind }: IntakeQuestion): boolean {
  return kind === 'choice' || kind === 'category' || kind === 'urgency'
}

function choice(text: string, data: string): ReplyButton {
  return { kind: 'choice', text, data }
}

function besideEachOther(buttons: readonly ReplyButton[]): (readonly ReplyButton[])[] {
  const rows: (readonly ReplyButton[])[] = []
  for (const button of buttons) {
    const last = rows.at(-1)
    const [beside] = last ?? []
    const fits = [beside, button].every((one) => one && one.text.length <= besideMaxLength)
    if (last?.length === 1 && beside && fits) rows.splice(-1, 1, [beside, button])
    else rows.push([button])
  }
  return rows
}
