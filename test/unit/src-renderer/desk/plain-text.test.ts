import { describe, expect, it } from 'vitest'
import { cleanLine, cleanText } from '../../../../src-renderer/desk/plain-text'

describe('text of strangers', () => {
  it('keeps ordinary words, emoji sequences, Persian joins and Hebrew as they are', () => {
    for (const text of [
      'Hello, Mira',
      '👩‍👩‍👧‍👦 👍🏽 🏳️‍🌈',
      '🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}',
      'می‌خواهم',
      'שלום, מה שלומך',
    ])
      expect(cleanText(text)).toBe(text)
  })
  it('loses what turns the direction of the words around it', () => {
    expect(cleanText('invoice\u202Efdp.exe')).toBe('invoicefdp.exe')
    expect(cleanText('\u2067a\u2069\u202Ab')).toBe('ab')
  })
  it('loses what cannot be seen', () => {
    expect(cleanText('a\u200Bb\u0000c\uFEFFd\u00ADe\u{e0041}f')).toBe('abcdef')
  })
  it('shows half an emoji as a replacement character', () => {
    expect(cleanText('a\ud83d b')).toBe('a\ufffd b')
  })
  it('cuts towers of accents down to six', () => {
    expect(cleanText(`Z${'\u0300'.repeat(500)}`).length).toBe(7)
  })
  it('keeps at most two empty lines in a row', () => {
    expect(cleanText(`a${'\r\n'.repeat(4000)}b`)).toBe('a\n\n\nb')
  })
})

describe('names and titles of strangers', () => {
  it('stay on one line', () => {
    expect(cleanLine(' Mira\n\n Virtanen\t')).toBe('Mira Virtanen')
  })
  it('are given a name when nothing of theirs can be seen', () => {
    expect(cleanLine('\u200F\u202E \u2800\u3164', 'No name')).toBe('No name')
    expect(cleanLine('', 'No name')).toBe('No name')
  })
})
