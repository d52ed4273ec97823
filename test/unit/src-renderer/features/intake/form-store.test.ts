import { describe, expect, it } from 'vitest'
import type { Failure } from '../../../../../src-preload/contract/outcome'
import { errorAt, wrongPlace } from '../../../../../src-renderer/features/intake/form-store'

const wrong = (field: string): Failure => ({ code: 'invalid-input', message: 'Write something here.', field })

describe('what keeps the form from being saved', () => {
  it('stands at the field of its question, and at no other', () => {
    const failure = wrong('intake.form.questions.2.options.1.label')
    expect(wrongPlace(failure)).toBe(2)
    expect(errorAt(failure, 2, 'options.1.label')).toBe('Write something here.')
    expect(errorAt(failure, 2, 'options')).toBe('Write something here.')
    expect(errorAt(failure, 2, 'options.1')).toBe('Write something here.')
    expect(errorAt(failure, 2, 'text')).toBeNull()
    expect(errorAt(failure, 1, 'options')).toBeNull()
  })
  it('tells question 1 from question 11', () => {
    expect(errorAt(wrong('intake.form.questions.11.text'), 1, 'text')).toBeNull()
  })
  it('is no question’s when the desk could not be asked', () => {
    expect(wrongPlace({ code: 'storage-full', message: 'The disk is full.' })).toBeNull()
    expect(wrongPlace(null)).toBeNull()
  })
})
