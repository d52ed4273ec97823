import { describe, expect, it } from 'vitest'
import { toggleMark, wrapLink } from '../../../../../src-renderer/features/composer/formatting'

describe('formatting keys', () => {
  it('put a mark around the selected words and keep them selected', () => {
    expect(toggleMark({ text: 'say it loud', from: 4, to: 6 }, 'bold')).toEqual({
      text: 'say **it** loud',
      from: 6,
      to: 8,
    })
  })
  it('take the mark away again', () => {
    expect(toggleMark({ text: 'say **it** loud', from: 6, to: 8 }, 'bold')).toEqual({
      text: 'say it loud',
      from: 4,
      to: 6,
    })
    expect(toggleMark({ text: '`a`', from: 0, to: 3 }, 'code')).toEqual({ text: 'a', from: 0, to: 1 })
  })
  it('stand ready between two marks when nothing is selected', () => {
    expect(toggleMark({ text: '', from: 0, to: 0 }, 'italic')).toEqual({ text: '____', from: 2, to: 2 })
  })
  it('make the selected words a link to the pasted address', () => {
    expect(wrapLink({ text: 'see here', from: 4, to: 8 }, 'https://a.example').text).toBe(
      'see [here](https://a.example)',
    )
  })
})
