import type { IntakeForm, IntakeQuestion } from '../../../src-preload/contract/intake'
import { choiceKinds, type QuestionKind } from '../../../src-preload/contract/intake-lists'

type Option = IntakeQuestion['options'][number]

export const takesChoice = (kind: QuestionKind): boolean => choiceKinds.includes(kind)

const option = (value: string, label: string, priority?: Option['priority']): Option => ({
  value,
  label,
  ...(priority === undefined ? {} : { priority }),
})

/** What a new question of each kind begins with: whole, so that it can be saved at once. */
const begun: Readonly<
  Record<QuestionKind, Pick<IntakeQuestion, 'text' | 'label'> & Partial<IntakeQuestion>>
> = {
  category: {
    text: 'What is it about?',
    label: 'Category',
    options: [option('order', 'An order'), option('payment', 'A payment'), option('other', 'Something else')],
  },
  urgency: {
    text: 'How urgent is it?',
    label: 'Urgency',
    options: [
      option('today', 'I need it today', 'high'),
      option('soon', 'In the next days', 'medium'),
      option('later', 'It can wait', 'low'),
    ],
  },
  contact: { text: 'How can we reach you?', label: 'Contact', required: false },
  choice: { text: 'Which one is it?', label: 'Choice', options: [option('yes', 'Yes'), option('no', 'No')] },
  text: { text: 'Tell us a little more.', label: 'Details' },
  number: { text: 'What is the number of your order?', label: 'Order number', min: 0 },
}

/** A name that no other has: `category`, `category_2`. Small letters, digits and _ only. */
export function freshKey(words: string, taken: readonly string[]): string {
  const bare = words
    .normalize('NFD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^[^a-z]+|_+$/g, '')
    .slice(0, 24)
  const base = bare === '' ? 'answer' : bare
  for (let count = 1; ; count++) {
    const key = count === 1 ? base : `${base}_${count}`
    if (!taken.includes(key)) return key
  }
}

/** The form with one more question at the end, and the key of that. */
export function addQuestion(
  form: IntakeForm,
  kind: QuestionKind,
): { readonly form: IntakeForm; readonly key: string } {
  const key = freshKey(
    kind,
    form.questions.map((question) => question.key),
  )
  const question: IntakeQuestion = {
    key,
    kind,
    required: true,
    options: [],
    onlyIf: null,
    maxLength: null,
    min: null,
    max: null,
    ...begun[kind],
  }
  return { form: { ...form, questions: [...form.questions, question] }, key }
}

/** Changes one question. Another kind keeps what it can use of the answers before. */
export function changeQuestion(form: IntakeForm, key: string, change: Partial<IntakeQuestion>): IntakeForm {
  return {
    ...form,
    questions: form.questions.map((question) =>
      question.key === key ? { ...question, ...change } : question,
    ),
  }
}

/** What changes with a question's kind: choices, limits and priorities that mean nothing any more go. */
export function ofKind(question: IntakeQuestion, kind: QuestionKind): Partial<IntakeQuestion> {
  const options = takesChoice(kind)
    ? question.options.length > 0
      ? question.options.map(({ value, label, priority }) =>
          kind === 'urgency' && priority ? { value, label, priority } : { value, label },
        )
      : (begun[kind].options ?? [])
    : []
  return {
    kind,
    options: [...options],
    maxLength: kind === 'text' ? question.maxLength : null,
    min: kind === 'number' ? question.min : null,
    max: kind === 'number' ? question.max : null,
  }
}

/** The form without a question. What was asked only by an answer to it is asked always. */
export function removeQuestion(form: IntakeForm, key: string): IntakeForm {
  return {
    ...form,
    questions: form.questions
      .filter((question) => question.key !== key)
      .map((question) => (question.onlyIf?.key === key ? { ...question, onlyIf: null } : question)),
  }
}

/**
 * The form with a question of `before` again, where it was, and with what was asked by an answer to it. What was
 * changed of the others since stays.
 */
export function bringBack(form: IntakeForm, before: IntakeForm, key: string): IntakeForm {
  const at = before.questions.findIndex((question) => question.key === key)
  const gone = before.questions[at]
  if (!gone || form.questions.some((question) => question.key === key)) return form
  const asked = form.questions.map((question) => {
    const { onlyIf = null } = before.questions.find((one) => one.key === question.key) ?? {}
    return onlyIf?.key === key && question.onlyIf === null ? { ...question, onlyIf } : question
  })
  return { ...form, questions: [...asked.slice(0, at), gone, ...asked.slice(at)] }
}

/** The form with a question at another place, counted from 0; places beyond the ends are the ends. */
export function moveQuestion(form: IntakeForm, key: string, to: number): IntakeForm {
  const moved = form.questions.find((question) => question.key === key)
  if (!moved) return form
  const rest = form.questions.filter((question) => question !== moved)
  const place = Math.max(0, Math.min(rest.length, to))
  return { ...form, questions: [...rest.slice(0, place), moved, ...rest.slice(place)] }
}

/** The choices of a question with one more, which has a name of its own. */
export function addOption(options: readonly Option[]): Option[] {
  const labels = options.map(({ label }) => label)
  let number = options.length + 1
  while (labels.includes(`Choice ${number}`)) number += 1
  const value = freshKey(
    `choice_${number}`,
    options.map((one) => one.value),
  )
  return [...options, option(value, `Choice ${number}`)]
}
