import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { initialOf } from '../../../../src-renderer/ui/face'
import { faceTone } from '../../../../src-renderer/ui/face-tone'

describe('a face', () => {
  it.each([
    ['Mira', 'M'],
    ['élodie', 'É'],
    ['«Osei»', 'O'],
    ['\u202E\u200BEve', 'E'],
    ['👩‍👩‍👧 Smith', 'S'],
    ['👩‍👩‍👧', '👩'],
    ['', '?'],
    ['\u200B\u2066', '?'],
    ['مرحبا', 'م'],
  ])('of %j shows %s', (name, initial) => {
    expect(initialOf(name)).toBe(initial)
  })

  it('has one of five grounds by the id of its person, and all five are used', () => {
    fc.assert(fc.property(fc.string(), (id) => faceTone(id) >= 1 && faceTone(id) <= 5))
    const grounds = new Set(Array.from({ length: 200 }, (_, n) => faceTone(String(70_000 + n))))
    expect(grounds).toEqual(new Set([1, 2, 3, 4, 5]))
  })
})
