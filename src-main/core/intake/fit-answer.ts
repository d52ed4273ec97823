import type { IntakeQuestion, TicketField } from '../../../src-preload/contract/intake'
import { messageMaxLength } from '../../../src-preload/contract/limits'
import type { TicketPriority } from '../../../src-preload/contract/ticket'
import { contentOf, digits } from '../conversation/content'
import type { IncomingMessage } from '../conversation/message'
import { phrases } from './phrases'

type Option = IntakeQuestion['options'][number]

/** What a customer's message or press means as the answer to a question. */
export type Fit =
  | {
      readonly kind: 'answer'
      readonly field: TicketField
      /** Value of the option taken, for the conditions of later questions. */
      readonly choice?: string
      readonly priority?: TicketPriority
      /** The customer's own number. */
      readonly phone?: string
    }
  | { readonly kind: 'skip' }
  | { readonly kind: 'misfit' }

const misfit: Fit = { kind: 'misfit' }

/** How a message answers a question: by its text, or by the contact shared in it. A picture's caption counts as text. */
export function fitMessage(question: IntakeQuestion, message: IncomingMessage): Fit {
  const text = message.text.trim()
  if (question.kind === 'contact') return fitContact(question, message, text)
  if (text === '') return misfit
  switch (question.kind) {
    case 'choice':
    case 'category':
    case 'urgency': {
      const option = question.options.find(({ label }) => isSameWord(label, text))
      return option ? fitOption(question, option) : skipOr(question, text, misfit)
    }
    case 'number':
      return skipOr(question, text, fitNumber(question, text))
    case 'text':
      return skipOr(question, text, fitText(question, text))
  }
}

/** How a press answers a question: one of its options, or none of them. */
export function fitPress(question: IntakeQuestion, answer: number | 'skip'): Fit {
  if (answer === 'skip') return question.required ? misfit : { kind: 'skip' }
  const option = question.options[answer]
  return option ? fitOption(question, option) : misfit
}

function fitOption({ key, label, kind }: IntakeQuestion, option: Option): Fit {
  const field = { key, label, kind: 'choice', value: option.label } as const
  const { value: choice, priority } = option
  return kind === 'urgency' && priority !== undefined
    ? { kind: 'answer', field, choice, priority }
    : { kind: 'answer', field, choice }
}

function fitText({ key, label, maxLength }: IntakeQuestion, text: string): Fit {
  if ([...text].length > (maxLength ?? messageMaxLength)) return misfit
  return { kind: 'answer', field: { key, label, kind: 'text', value: text } }
}

/** With comma or point; spaces may stand between groups of three digits. */
function fitNumber({ key, label, min, max }: IntakeQuestion, text: string): Fit {
  if (!/^[+\-−]?(\d{1,3}(\s\d{3})+|\d+)([.,]\d+)?$/u.test(text)) return misfit
  const value = Number(text.replace(/\s/gu, '').replace('−', '-').replace(',', '.'))
  const isExact = Math.abs(value) <= Number.MAX_SAFE_INTEGER
  if (!isExact || (min !== null && value < min) || (max !== null && value > max)) return misfit
  return { kind: 'answer', field: { key, label, kind: 'number', value: value === 0 ? 0 : value } }
}

/** Somebody else's shared number reaches the customer too, but is not theirs: it does not become their own. */
function fitContact(question: IntakeQuestion, message: IncomingMessage, text: string): Fit {
  const { key, label } = question
  const shared = contentOf(message)
  if (shared?.kind === 'contact') {
    const value = shared.phone
    if (digits(value).length < 5) return misfit
    const field = { key, label, kind: 'contact', value } as const
    return shared.isOwn ? { kind: 'answer', field, phone: value } : { kind: 'answer', field }
  }
  const field = { key, label, kind: 'contact', value: text } as const
  if (isPhone(text)) return { kind: 'answer', field, phone: text }
  if (/^[^\s@]{1,64}@[^\s@]+\.[^\s@.]{2,}$/u.test(text) && text.length <= 254)
    return { kind: 'answer', field }
  return skipOr(question, text, misfit)
}

function isPhone(text: string): boolean {
  return /^\+?[\d\s().-]{5,24}$/.test(text) && text.replace(/\D/g, '').length >= 5
}

/** The word on the button does what the button does, in whatever language it was shown. */
function skipOr({ required }: IntakeQuestion, text: string, fit: Fit): Fit {
  const isSkip = !required && Object.values(phrases).some(({ skip }) => isSameWord(skip, text))
  return isSkip ? { kind: 'skip' } : fit
}

function isSameWord(one: string, other: string): boolean {
  return plain(one) === plain(other)
}

function plain(text: string): string {
  return text.normalize('NFC').trim().toLowerCase()
}
