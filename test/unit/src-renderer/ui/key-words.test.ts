import { describe, expect, it } from 'vitest'
import { ariaKeys, keyCaps } from '../../../../src-renderer/ui/key-words'

describe('a key hint', () => {
  it('draws one cap for each key', () => {
    expect(keyCaps('Mod+Shift+L', false)).toEqual(['Ctrl', 'Shift', 'L'])
    expect(keyCaps('G D', false)).toEqual(['G', 'D'])
    expect(keyCaps('Mod+,', false)).toEqual(['Ctrl', ','])
  })

  it('uses the signs of macOS there', () => {
    expect(keyCaps('Mod+K', true)).toEqual(['⌘', 'K'])
    expect(ariaKeys('Mod+K', true)).toBe('Meta+K')
  })

  it('is told to assistive technology in its own words', () => {
    expect(ariaKeys('Mod+Enter', false)).toBe('Control+Enter')
  })

  it('is not told when it takes two steps, which has no such words', () => {
    expect(ariaKeys('G D', false)).toBeUndefined()
  })
})
