import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { prefixed, splitText } from '../../../../../src-main/core/conversation/split-text'
import type { Entity } from '../../../../../src-preload/contract/conversation'

const letters = fc.constantFrom('a', 'b', 'c', ' ', ' ', '\n', '😀', 'é', 'word', ' end')
const text = fc.array(letters, { maxLength: 60 }).map((parts) => parts.join(''))
const words = text.chain((written) =>
  fc.record({
    text: fc.constant(written),
    entities:
      written.length === 0
        ? fc.constant([])
        : fc.array(
            fc.tuple(fc.nat(written.length - 1), fc.integer({ min: 1, max: written.length })).map(
              ([offset, length]): Entity => ({
                kind: 'bold',
                offset,
                length: Math.min(length, written.length - offset),
              }),
            ),
            { maxLength: 4 },
          ),
  }),
)
const max = fc.integer({ min: 2, max: 20 })

describe('a text that is too long for one message', () => {
  it('loses nothing: its parts in a row are the text, none longer than Telegram takes', () => {
    fc.assert(
      fc.property(words, max, max, (said, first, next) => {
        const parts = splitText(said, first, next)
        expect(parts.map((part) => part.text).join('')).toBe(said.text)
        for (const [nth, part] of parts.entries())
          expect(part.text.length).toBeLessThanOrEqual(nth === 0 ? first : next)
      }),
    )
  })

  it('never breaks inside a letter, and inside a word only if the word alone is too long', () => {
    fc.assert(
      fc.property(words, max, (said, limit) => {
        const parts = splitText(said, limit, limit)
        for (const [nth, part] of parts.entries()) {
          const next = parts[nth + 1]
          if (!next) continue
          expect(/[\uD800-\uDBFF]$/.test(part.text) && /^[\uDC00-\uDFFF]/.test(next.text)).toBe(false)
          if (!/\s$/u.test(part.text)) expect(/\s/u.test(part.text)).toBe(false)
        }
      }),
    )
  })

  it('keeps every letter as bold as it was', () => {
    fc.assert(
      fc.property(words, max, (said, limit) => {
        const before = boldAt(said.text.length, said.entities)
        const after = splitText(said, limit, limit).flatMap((part) => boldAt(part.text.length, part.entities))
        expect(after).toEqual(before)
      }),
    )
  })

  it('splits 4,096 characters behind a name in two, and keeps a link whole', () => {
    const link = { kind: 'link', offset: 4090, length: 6, url: 'https://fernline.example' } as const
    const long = `${'a'.repeat(4089)} source`
    const parts = splitText(prefixed('Ravi', { text: long, entities: [link] }))
    expect(parts.map((part) => part.text)).toEqual([`Ravi: ${'a'.repeat(4089)} `, 'source'])
    expect(parts[0]?.entities).toEqual([{ kind: 'bold', offset: 0, length: 5 }])
    expect(parts[1]?.entities).toEqual([{ ...link, offset: 0 }])
  })
})

function boldAt(length: number, entities: readonly Entity[]): readonly boolean[] {
  return Array.from({ length }, (_, at) =>
    entities.some(({ offset, length: span }) => at >= offset && at < offset + span),
  )
}
