import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Entity } from '../../../../../src-preload/contract/conversation'
import { entityKinds } from '../../../../../src-preload/contract/conversation'
import { linkTruth, richText, safeUrl } from '../../../../../src-renderer/features/conversation/rich-text'

const words = (text: string, entities: readonly Entity[]) =>
  richText(text, entities)
    .flatMap((block) => block.runs.flatMap((run) => run.leaves.map((leaf) => leaf.text)))
    .join('')

describe('the text of a message', () => {
  it('counts offsets in UTF-16 units, as Telegram does', () => {
    const [block] = richText('👍🏽 bold', [{ kind: 'bold', offset: 5, length: 4 }])
    expect(block?.runs[0]?.leaves).toEqual([
      { text: '👍🏽 ', marks: [] },
      { text: 'bold', marks: ['bold'] },
    ])
  })
  it('shows overlapping entities without repeating a letter', () => {
    const [block] = richText('abcdef', [
      { kind: 'bold', offset: 0, length: 4 },
      { kind: 'italic', offset: 2, length: 4 },
    ])
    expect(block?.runs[0]?.leaves).toEqual([
      { text: 'ab', marks: ['bold'] },
      { text: 'cd', marks: ['bold', 'italic'] },
      { text: 'ef', marks: ['italic'] },
    ])
  })
  it('keeps a link whole across other entities', () => {
    const [block] = richText('see here now', [
      { kind: 'link', offset: 4, length: 8, url: 'https://fernline.example/a' },
      { kind: 'bold', offset: 9, length: 3 },
    ])
    expect(block?.runs.map((run) => [run.url, run.leaves.length])).toEqual([
      [null, 1],
      ['https://fernline.example/a', 2],
    ])
  })
  it('sets code and quotes apart as blocks', () => {
    const blocks = richText('a code b', [{ kind: 'pre', offset: 2, length: 4, language: 'ts' }])
    expect(blocks.map((block) => [block.kind, block.language])).toEqual([
      ['text', null],
      ['pre', 'ts'],
      ['text', null],
    ])
  })
  it('makes addresses, mails and phone numbers into links', () => {
    const at = (kind: Entity['kind'], text: string) =>
      richText(text, [{ kind, offset: 0, length: text.length }])[0]?.runs[0]?.url
    expect(at('url', 'fernline.example/x')).toBe('https://fernline.example/x')
    expect(at('email', 'mira@fernline.example')).toBe('mailto:mira@fernline.example')
    expect(at('phone', '+358 40 123')).toBe('tel:+35840123')
    expect(at('hashtag', '#refund')).toBeNull()
  })
  it('loses no letter and doubles none, whatever the entities say', () => {
    const entities = fc.array(
      fc.record({
        kind: fc.constantFrom(...entityKinds),
        offset: fc.integer({ min: 0, max: 60 }),
        length: fc.integer({ min: 1, max: 60 }),
        url: fc.constantFrom('https://a.example', 'javascript:alert(1)'),
      }),
      { maxLength: 12 },
    )
    const text = fc.array(fc.constantFrom('a', ' ', 'é', '👍', '👩‍👧', 'ש'), { maxLength: 30 })
    fc.assert(
      fc.property(text, entities, (letters, spans) => {
        expect(words(letters.join(''), spans)).toBe(letters.join(''))
      }),
    )
  })
})

describe('links', () => {
  it('open only by schemes that are safe', () => {
    for (const url of [
      'http://a.example/',
      'https://a.example/',
      'mailto:a@b.example',
      'tel:+358',
      'tg://resolve',
    ])
      expect(safeUrl(url)).toBe(url)
    for (const url of [
      'javascript:alert(1)',
      'file:///etc/passwd',
      'data:text/html,x',
      'vbscript:x',
      'x',
      '',
    ])
      expect(safeUrl(url)).toBeNull()
  })
  it('say where they lead when their words claim another place', () => {
    expect(linkTruth('bank.example', 'https://evil.example/login')).toBe('evil.example')
    expect(linkTruth('https://bank.example/x', 'https://bank.example.evil.example')).toBe(
      'bank.example.evil.example',
    )
    expect(linkTruth('https://www.bank.example', 'https://bank.example/')).toBeNull()
    expect(linkTruth('our page', 'https://bank.example/')).toBeNull()
  })
})
