import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Agenda } from '../../../../../src-main/core/desk/agenda'

describe('the agenda', () => {
  it('knows the earliest, and what is due, whatever was moved or taken off', () => {
    const change = fc.record({
      id: fc.integer({ min: 0, max: 20 }).map(String),
      at: fc.option(fc.integer({ min: 0, max: 15 })),
    })
    fc.assert(
      fc.property(
        fc.array(change, { maxLength: 200, size: 'max' }),
        fc.integer({ min: -1, max: 16 }),
        (changes, now) => {
          const agenda = new Agenda()
          const plain = new Map<string, number>()
          for (const { id, at } of changes) {
            agenda.update(id, at)
            if (at === null) plain.delete(id)
            else plain.set(id, at)
            expect(agenda.next()).toBe(plain.size === 0 ? null : Math.min(...plain.values()))
          }
          const due = [...plain]
            .filter(([, at]) => at <= now)
            .sort(([one, oneAt], [other, otherAt]) => oneAt - otherAt || (one < other ? -1 : 1))
            .map(([id]) => id)
          expect(agenda.due(now)).toEqual(due)
          expect(agenda.size).toBe(plain.size)
        },
      ),
    )
  })

  it('keeps what is due until it is updated', () => {
    const agenda = new Agenda()
    agenda.update('a', 5)
    expect(agenda.due(5)).toEqual(['a'])
    expect(agenda.due(5)).toEqual(['a'])
    agenda.update('a', null)
    expect(agenda.next()).toBeNull()
  })

  it('keeps its order over thousands that are moved, taken off and put on again', () => {
    const agenda = new Agenda()
    const plain = new Map<string, number>()
    const many = 3_000
    const set = (id: string, at: number | null) => {
      agenda.update(id, at)
      if (at === null) plain.delete(id)
      else plain.set(id, at)
    }
    for (let nth = 0; nth < many; nth++) set(`t${nth}`, (nth * 7919) % 1000)
    for (let nth = 0; nth < many; nth += 3) set(`t${nth}`, null)
    for (let nth = 0; nth < many; nth += 2) set(`t${nth}`, (nth * 104_729) % 1000)
    const sorted = [...plain].sort(([one, at], [other, otherAt]) => at - otherAt || (one < other ? -1 : 1))
    const taken: string[] = []
    for (let next = agenda.next(); next !== null; next = agenda.next()) {
      const [first = ''] = agenda.due(next)
      taken.push(first)
      agenda.update(first, null)
    }
    expect(taken).toEqual(sorted.map(([id]) => id))
    expect(agenda.size).toBe(0)
  })
})
