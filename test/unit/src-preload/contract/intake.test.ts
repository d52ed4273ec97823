import { describe, expect, it } from 'vitest'
import type { IntakeQuestion } from '../../../../src-preload/contract/intake'
import { readInput } from '../../../../src-preload/contract/read-input'
import { settingsPatch } from '../../../../src-preload/contract/settings'

const blank = { label: 'Label', text: 'Text', required: true, maxLength: null, min: null, max: null }
const options = [
  { value: 'a', label: 'A' },
  { value: 'b', label: 'B' },
]
const one = (more: Partial<IntakeQuestion> = {}): IntakeQuestion => ({
  ...{ key: 'one', kind: 'choice', options, onlyIf: null },
  ...blank,
  ...more,
})
const two = (more: Partial<IntakeQuestion> = {}) => one({ key: 'two', kind: 'text', options: [], ...more })
const three = (more: Partial<IntakeQuestion> = {}) => two({ key: 'three', ...more })
const read = (...questions: readonly unknown[]) =>
  readInput(settingsPatch, { intake: { form: { isOn: true, questions } } })
const failure = (...questions: readonly unknown[]) => {
  const outcome = read(...questions)
  return outcome.ok ? null : outcome.failure
}

describe('a form of the bot', () => {
  it('is taken as it was written', () => {
    const questions = [one(), two(), three({ onlyIf: { key: 'one', value: 'b' } })]
    expect(read(...questions)).toEqual({ ok: true, value: { intake: { form: { isOn: true, questions } } } })
    expect(read().ok).toBe(true)
  })

  it.each([
    ['onlyIf', three({ onlyIf: { key: 'two', value: 'a' } }), 'A condition needs a choice asked before.'],
    ['onlyIf', three({ onlyIf: { key: 'three', value: 'a' } }), 'A condition needs a choice asked before.'],
    ['onlyIf', three({ onlyIf: { key: 'one', value: 'c' } }), 'That question has no such choice.'],
    ['key', three({ key: 'one' }), 'Another question has this key.'],
    ['key', three({ key: 'Not a key' }), 'Use small letters, digits and _ only, a letter first.'],
    ['options', three({ kind: 'urgency', options: options.slice(1) }), 'Give at least two choices.'],
    [
      'options',
      three({ kind: 'category', options: [...options, { value: 'a', label: 'C' }] }),
      'Two choices have the same value.',
    ],
    [
      'options',
      three({ kind: 'choice', options: [...options, { value: 'c', label: 'b' }] }),
      'Two choices have the same name.',
    ],
    ['max', three({ kind: 'number', min: 2, max: 1 }), 'The highest number is below the lowest.'],
    ['text', three({ text: '  ' }), 'Write something here.'],
    ['label', three({ label: 'x'.repeat(41) }), 'This can have at most 40 characters.'],
    ['maxLength', three({ maxLength: 0 }), 'This can be at least 1.'],
    ['kind', { ...three(), kind: 'date' }, 'This is not one of the choices.'],
  ])('is refused with the question and its %s', (field, wrong, message) => {
    expect(failure(one(), two(), wrong)).toEqual({
      ...{ code: 'invalid-input', message },
      field: `intake.form.questions.2.${field}`,
    })
  })
})

describe('the words of the acknowledgement', () => {
  it('are refused with their language', () => {
    const outcome = readInput(settingsPatch, { intake: { acknowledgement: { en: 'Hello {name}', de: ' ' } } })
    expect(outcome).toMatchObject({ ok: false, failure: { field: 'intake.acknowledgement.de' } })
  })

  it('are wanted or not for each way a customer can come', () => {
    const ways = { topic: true, bot: false, privateChat: false }
    expect(readInput(settingsPatch, { intake: { acknowledge: ways } }).ok).toBe(true)
    const { topic: _, ...two } = ways
    expect(readInput(settingsPatch, { intake: { acknowledge: two } })).toMatchObject({
      failure: { field: 'intake.acknowledge.topic' },
    })
  })
})
