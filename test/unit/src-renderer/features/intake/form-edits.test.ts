import { describe, expect, it } from 'vitest'
import { intakeForm } from '../../../../../src-preload/contract/intake'
import { questionKinds } from '../../../../../src-preload/contract/intake-lists'
import {
  addOption,
  addQuestion,
  bringBack,
  changeQuestion,
  freshKey,
  moveQuestion,
  ofKind,
  removeQuestion,
} from '../../../../../src-renderer/features/intake/form-edits'
import { fernlineIntake } from '../../../../renderer/data/form'

const { form } = fernlineIntake
const keys = (of: typeof form) => of.questions.map(({ key }) => key)

describe('editing the bot’s questions', () => {
  it('begins each kind of question so that the desk can keep it at once', () => {
    let all = { isOn: true, questions: [] as (typeof form)['questions'] }
    for (const kind of [...questionKinds, ...questionKinds]) all = addQuestion(all, kind).form
    expect(intakeForm.safeParse(all).error).toBeUndefined()
    expect(new Set(keys(all)).size).toBe(12)
  })
  it('names a question as nobody else is named, in letters Telegram’s buttons can carry', () => {
    expect(freshKey('Größe des Fahrrads', [])).toBe('gro_e_des_fahrrads')
    expect(freshKey('Category', ['category', 'category_2'])).toBe('category_3')
    expect(freshKey('42 часа', [])).toBe('answer')
  })
  it('moves a question to any place, and no further than the ends', () => {
    expect(keys(moveQuestion(form, 'contact', 0))).toEqual(['contact', 'category', 'order_number', 'urgency'])
    expect(keys(moveQuestion(form, 'category', 99))).toEqual([
      'order_number',
      'urgency',
      'contact',
      'category',
    ])
    expect(moveQuestion(form, 'nobody', 1)).toBe(form)
  })
  it('asks always what was asked only by an answer to a question that is gone', () => {
    const rest = removeQuestion(form, 'category')
    expect(rest.questions[0]).toMatchObject({ key: 'order_number', onlyIf: null })
    expect(intakeForm.safeParse(rest).success).toBe(true)
  })
  it('brings a deleted question back with its conditions, and keeps what was changed since', () => {
    const since = changeQuestion(removeQuestion(form, 'category'), 'contact', { text: 'Your number?' })
    const back = bringBack(since, form, 'category')
    expect(back).toEqual(changeQuestion(form, 'contact', { text: 'Your number?' }))
    expect(bringBack(back, form, 'category')).toBe(back)
  })
  it('drops what another kind of answer has no use for', () => {
    const [category, order, urgency] = form.questions
    if (!category || !order || !urgency) throw new Error('The form is too short')
    expect(ofKind(order, 'text')).toMatchObject({ min: null, max: null, options: [] })
    expect(ofKind(urgency, 'choice').options?.some((option) => 'priority' in option)).toBe(false)
    expect(ofKind(order, 'choice').options).toHaveLength(2)
    const changed = changeQuestion(form, 'contact', ofKind(order, 'choice'))
    expect(intakeForm.safeParse(changed).success).toBe(true)
  })
  it('adds a button that no other is called', () => {
    const options = addOption([
      { value: 'a', label: 'Choice 3' },
      { value: 'choice_4', label: 'B' },
    ])
    expect(options.at(-1)).toEqual({ value: 'choice_4_2', label: 'Choice 4' })
  })
})
