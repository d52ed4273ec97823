import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseMarks, writeMarks } from '../../../../src-renderer/desk/marks'

describe('marks in a reply', () => {
  it('become entities of the text without them', () => {
    expect(parseMarks('a **bold** and __slanted__ `code`')).toEqual({
      text: 'a bold and slanted code',
      entities: [
        { kind: 'bold', offset: 2, length: 4 },
        { kind: 'italic', offset: 11, length: 7 },
        { kind: 'code', offset: 19, length: 4 },
      ],
    })
  })
  it('may lie within each other', () => {
    expect(parseMarks('**a __b__ c**')).toEqual({
      text: 'a b c',
      entities: [
        { kind: 'bold', offset: 0, length: 5 },
        { kind: 'italic', offset: 2, length: 1 },
      ],
    })
  })
  it('count emoji as Telegram does', () => {
    expect(parseMarks('👍 **b**').entities).toEqual([{ kind: 'bold', offset: 3, length: 1 }])
  })
  it('make words a link, to http and https only', () => {
    expect(parseMarks('[our page](https://fernline.example/a_(b))')).toEqual({
      text: 'our page',
      entities: [{ kind: 'link', offset: 0, length: 8, url: 'https://fernline.example/a_(b)' }],
    })
    expect(parseMarks('[x](javascript:alert)').entities).toEqual([])
  })
  it('leave code as it was written', () => {
    expect(parseMarks('```ts\nlet a = **b**\n```')).toEqual({
      text: 'let a = **b**',
      entities: [{ kind: 'pre', offset: 0, length: 13, language: 'ts' }],
    })
  })
  it('are letters where they mark nothing', () => {
    for (const text of ['2**3**4', '** a **', 'snake__case__name', '__init__.py', 'a * b', '``', '[a](b)'])
      expect(parseMarks(text)).toEqual({ text, entities: [] })
  })
  it('come back when a reply is taken back', () => {
    for (const text of ['a **bold __x__** `c`', '[p](https://a.example) ~~s~~', '```ts\nx\n```'])
      expect(writeMarks(parseMarks(text).text, parseMarks(text).entities)).toBe(text)
  })
  it('never name a stretch outside the text', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('**', '__', '`', 'a', ' ', '~~', '[', '](https://a.b)', '\n', '👍')),
        (parts) => {
          const { text, entities } = parseMarks(parts.join(''))
          for (const { offset, length } of entities) {
            expect(length).toBeGreaterThan(0)
            expect(offset + length).toBeLessThanOrEqual(text.length)
          }
        },
      ),
    )
  })
})
