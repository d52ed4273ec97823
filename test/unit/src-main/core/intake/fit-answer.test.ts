import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { IncomingMessage } from '../../../../../src-main/core/conversation/message'
import { hintWords, questionButtons } from '../../../../../src-main/core/intake/ask-words'
import { fitMessage, fitPress } from '../../../../../src-main/core/intake/fit-answer'
import { pressData, readPress } from '../../../../../src-main/core/intake/intake-run'
import { phrases } from '../../../../../src-main/core/intake/phrases'
import type { IntakeQuestion } from '../../../../../src-preload/contract/intake'
import { category, details, orders, photo, question, reach, toBot, urgency } from './questions'

const readAs = (asked: IntakeQuestion, text: string, more: Partial<IncomingMessage> = {}) =>
  fitMessage(asked, toBot({ text, ...more }))
const value = (asked: IntakeQuestion, text: string, more: Partial<IncomingMessage> = {}) => {
  const found = readAs(asked, text, more)
  return found.kind === 'answer' ? found.field.value : found.kind
}

describe('an answer to a choice', () => {
  it.each(['Billing', 'billing', '  BILLING '])('is its label, however it is typed: %j', (text) => {
    expect(readAs(category, text)).toEqual({
      ...{ kind: 'answer', choice: 'billing' },
      field: { key: 'category', label: 'category', kind: 'choice', value: 'Billing' },
    })
  })

  it('is not one that is no choice, nor its inner value, nor nothing', () => {
    for (const text of ['Refund', 'else', '', 'Billing, I think'])
      expect(value(category, text)).toBe('misfit')
  })

  it('can be pressed; a button that was never there is none', () => {
    expect(fitPress(category, 1)).toMatchObject({ kind: 'answer', choice: 'delivery' })
    expect(fitPress(category, 7)).toEqual({ kind: 'misfit' })
    expect(fitPress(category, 'skip')).toEqual({ kind: 'misfit' })
    expect(fitPress(orders, 'skip')).toEqual({ kind: 'skip' })
    expect(fitPress(details, 0)).toEqual({ kind: 'misfit' })
  })

  it('brings a priority only where urgency was asked for', () => {
    expect(readAs(urgency, 'urgent')).toMatchObject({ priority: 'high' })
    expect(readAs({ ...urgency, kind: 'choice' }, 'urgent')).not.toHaveProperty('priority')
  })
})

describe('an answer to a number', () => {
  it.each([
    ['3', 3],
    ['3,5', 3.5],
    ['3.5', 3.5],
    ['+12', 12],
    [' 500.5 ', 500.5],
    ['0', 'misfit'],
    ['501', 'misfit'],
    ['-3', 'misfit'],
    ['three', 'misfit'],
    ['1e2', 'misfit'],
    ['3 4', 'misfit'],
    ['1.234,5', 'misfit'],
    ['Infinity', 'misfit'],
    ['', 'misfit'],
  ])('%j is %j', (text, expected) => {
    expect(value(orders, text)).toBe(expected)
  })

  it('may be grouped and below nothing where it has no bounds', () => {
    const free = question({ key: 'free', kind: 'number' })
    expect(value(free, '12 345,5')).toBe(12345.5)
    expect(value(free, '12\u00a0345')).toBe(12345)
    expect(value(free, '−7')).toBe(-7)
    expect(Object.is(value(free, '-0'), 0)).toBe(true)
    expect(value(free, '9'.repeat(40))).toBe('misfit')
  })

  it('never leaves its bounds', () => {
    const bounded = fc.tuple(
      fc.integer(),
      fc.integer(),
      fc.oneof(fc.string(), fc.double().map(String), fc.integer().map(String)),
    )
    fc.assert(
      fc.property(bounded, ([one, other, text]) => {
        const [min, max] = one < other ? [one, other] : [other, one]
        const found = readAs(question({ key: 'n', kind: 'number', min, max }), text)
        if (found.kind !== 'answer') return
        expect(found.field.value).toBeGreaterThanOrEqual(min)
        expect(found.field.value).toBeLessThanOrEqual(max)
      }),
    )
  })
})

describe('an answer in text', () => {
  it('has as many characters as allowed, counted as people count them', () => {
    expect(value(details, 'x'.repeat(20))).toBe('x'.repeat(20))
    expect(value(details, 'x'.repeat(21))).toBe('misfit')
    expect(value(details, '😀'.repeat(20))).toBe('😀'.repeat(20))
  })

  it('is not a photo instead; its caption is', () => {
    expect(value(details, '', { media: [photo] })).toBe('misfit')
    expect(value(details, 'Order 12', { media: [photo] })).toBe('Order 12')
  })

  it('may be left out by the word on the button, in any language it may have been shown in', () => {
    expect(value(details, 'skip')).toBe('skip')
    expect(value(details, 'Überspringen')).toBe('skip')
    expect(value({ ...details, required: false, options: [] }, 'Hoppa över')).toBe('skip')
    expect(value({ ...details, required: true }, 'Skip')).toBe('Skip')
    expect(value({ ...category, required: false }, 'Пропустить')).toBe('skip')
    expect(value(category, 'Skip')).toBe('misfit')
  })
})

describe('an answer to how to reach the customer', () => {
  const shared = (isOwn: boolean, phone = '+358401234567') => ({
    content: { kind: 'contact', name: 'Mira', phone, isOwn } as const,
  })

  it('is their own number, shared by the button', () => {
    expect(readAs(reach, '', shared(true))).toEqual({
      ...{ kind: 'answer', phone: '+358401234567' },
      field: { key: 'reach', label: 'reach', kind: 'contact', value: '+358401234567' },
    })
  })

  it("may be somebody else's, which does not become theirs", () => {
    expect(readAs(reach, '', shared(false))).not.toHaveProperty('phone')
    expect(value(reach, '', shared(false))).toBe('+358401234567')
    expect(value(reach, '', shared(true, ''))).toBe('misfit')
  })

  it.each([
    ['+358 40 123 4567', '+358 40 123 4567'],
    ['(040) 123-4567', '(040) 123-4567'],
    ['mira@example.com', 'mira@example.com'],
    ['call me', 'misfit'],
    ['12', 'misfit'],
    ['mira@example', 'misfit'],
    ['skip', 'skip'],
  ])('%j is %j', (text, expected) => {
    expect(value(reach, text)).toBe(expected)
  })

  it('becomes the number known of them only if it is one', () => {
    expect(readAs(reach, '+358 40 123 4567')).toMatchObject({ phone: '+358 40 123 4567' })
    expect(readAs(reach, 'mira@example.com')).not.toHaveProperty('phone')
  })
})

describe('a question', () => {
  const labels = (asked: IntakeQuestion) =>
    questionButtons(asked, '9', phrases.en).map((row) => row.map(({ text }) => text))

  it('has a button for each choice, two beside each other where they fit', () => {
    expect(labels(category)).toEqual([['Billing', 'Delivery'], ['Something else altogether']])
    expect(labels({ ...category, required: false }).at(-1)).toEqual(['Skip'])
    expect(labels(details)).toEqual([['Skip']])
    expect(labels({ ...details, required: true })).toEqual([])
    expect(labels(reach)).toEqual([['Share my number'], ['Skip']])
  })

  it('has buttons that name it, in less than the 64 bytes Telegram takes', () => {
    const longest = pressData({ askedBy: '9223372036854775807', answer: 'skip' })
    expect(Buffer.byteLength(longest)).toBeLessThanOrEqual(64)
    expect(readPress(longest)).toEqual({ askedBy: '9223372036854775807', answer: 'skip' })
    expect(readPress(pressData({ askedBy: '12', answer: 11 }))).toEqual({ askedBy: '12', answer: 11 })
  })

  it.each(['', 'q:', 'q:12:', 'q:12:-1', 'q:12:skipped', 'p:12:1', 'q:x:1', 'q:12:1:1', '{"a":1}'])(
    'takes %j for no press',
    (data) => {
      expect(readPress(data)).toBeNull()
    },
  )

  it('says plainly what it takes', () => {
    const said = (asked: IntakeQuestion) => hintWords(asked, phrases.en)
    expect(said(category)).toBe('Choose one of these: Billing, Delivery, Something else altogether.')
    expect(said(details)).toBe('Write it as text, at most 20 characters.')
    expect(said({ ...details, maxLength: null })).toBe('Write it as text.')
    expect(said(orders)).toBe('Write a number from 1 to 500.5.')
    expect(said({ ...orders, max: null })).toBe('Write a number, at least 1.')
    expect(said({ ...orders, min: null })).toBe('Write a number, at most 500.5.')
    expect(said({ ...orders, min: null, max: null })).toBe('Write a number.')
    expect(said(reach)).toContain('phone number or an email address')
  })
})
