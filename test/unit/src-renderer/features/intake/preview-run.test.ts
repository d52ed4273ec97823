import { describe, expect, it } from 'vitest'
import { questionButtons } from '../../../../../src-main/core/intake/ask-words'
import { phrases } from '../../../../../src-main/core/intake/phrases'
import { builtInWords, sampleWords } from '../../../../../src-renderer/features/intake/acknowledgement-words'
import {
  buttonRows,
  hintFor,
  previewRun,
  type TryAnswer,
} from '../../../../../src-renderer/features/intake/preview-run'
import { fernlineIntake } from '../../../../renderer/data/form'

const { form } = fernlineIntake
const option = (value: string): TryAnswer => ({ kind: 'option', value })
const text = (said: string): TryAnswer => ({ kind: 'text', text: said })
const run = (answers: Readonly<Record<string, TryAnswer>>) =>
  previewRun(form, new Map(Object.entries(answers)))

describe('trying the form out', () => {
  it('asks one question after another, and leaves out what its condition excludes', () => {
    expect(run({}).asked?.key).toBe('category')
    expect(run({ category: option('order') }).asked?.key).toBe('order_number')
    expect(run({ category: option('bike') }).asked?.key).toBe('urgency')
  })
  it('ends with the fields of the ticket, and the priority that the urgency set', () => {
    const over = run({
      category: option('order'),
      order_number: text('40 112'),
      urgency: option('today'),
      contact: { kind: 'skip' },
    })
    expect(over.asked).toBeNull()
    expect(over.priority).toBe('high')
    expect(over.fields.map(({ label, value }) => `${label}: ${value}`)).toEqual([
      'Category: An order',
      'Order number: 40 112',
      'Urgency: I cannot ride',
    ])
  })
  it('asks again when the form was changed so that an answer does not fit', () => {
    const answers = new Map([['category', option('gone')]])
    expect(previewRun(form, answers).asked?.key).toBe('category')
    expect(run({ category: option('bike'), urgency: { kind: 'skip' } }).asked?.key).toBe('urgency')
  })
  it('asks nothing while the form is off', () => {
    expect(previewRun({ ...form, isOn: false }, new Map()).asked).toBeNull()
  })
  it('says what an answer has to be', () => {
    const [category, order, , contact] = form.questions
    if (!category || !order || !contact) throw new Error('The form is too short')
    expect(hintFor(order, 'ten')).toBe('Write a number, at least 1000.')
    expect(hintFor(order, '999')).toBe('Write a number, at least 1000.')
    expect(hintFor(order, '1 000')).toBeNull()
    expect(hintFor(category, 'a payment')).toBeNull()
    expect(hintFor(category, 'cheese')).toMatch(/^Choose one of these: My bike, An order/)
    expect(hintFor(contact, 'mira@example.com')).toBeNull()
    expect(hintFor(contact, 'over there')).toBe(phrases.en.reachYou)
  })
  it('lays the buttons out as the bot does', () => {
    for (const question of form.questions.filter(({ options }) => options.length > 0)) {
      const asked = questionButtons(question, 'o', phrases.en)
        .map((row) => row.map((button) => button.text))
        .filter((row) => row[0] !== phrases.en.skip)
      expect(buttonRows(question.options).map((row) => row.map(({ label }) => label))).toEqual(asked)
    }
  })
})

describe('a sample of the acknowledgement', () => {
  it('is in the bot’s own words where the team has none', () => {
    expect(builtInWords).toBe(phrases.en.acknowledgement)
  })
  it('fills the places, and leaves what is none', () => {
    const words = sampleWords('{name}: {code}, {time}, {else}', { firstReplyMs: 7_200_000 })
    expect(words).toBe('Mira: DSA312, within 2 hours, {else}')
  })
  it('does not pretend to know how other languages say the time', () => {
    expect(sampleWords('{time}', { firstReplyMs: null, isForeign: true })).toBe('[as soon as we can]')
  })
})
