import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pageSize, type StoredPage, Table } from '../../../../src-main/core/table'

describe('a table', () => {
  it('is the map it stands for, and every earlier one stays what it was', () => {
    const change = fc.record({ id: fc.integer({ min: 0, max: 40 }).map(String), value: fc.option(fc.nat(5)) })
    fc.assert(
      fc.property(fc.array(change, { maxLength: 80, size: 'max' }), (changes) => {
        const past: { readonly table: Table<number>; readonly plain: Map<string, number> }[] = []
        let table = Table.empty<number>()
        const plain = new Map<string, number>()
        for (const { id, value } of changes) {
          past.push({ table, plain: new Map(plain) })
          table = value === null ? table.delete(id) : table.set(id, value)
          if (value === null) plain.delete(id)
          else plain.set(id, value)
        }
        past.push({ table, plain })
        for (const { table: then, plain: was } of past) {
          expect(new Map(then.entries())).toEqual(was)
          expect(then.size).toBe(was.size)
          const differing = [...new Set([...plain.keys(), ...was.keys()])].filter(
            (id) => plain.get(id) !== was.get(id),
          )
          expect([...table.changedIds(then)].sort()).toEqual(differing.sort())
        }
        expect([...table.ids()].sort()).toEqual([...plain.keys()].sort())
        expect(Table.of(plain).size).toBe(plain.size)
      }),
    )
  })

  it('is itself when nothing changes', () => {
    const table = Table.of([['a', 1]])
    expect(table.set('a', 1)).toBe(table)
    expect(table.delete('b')).toBe(table)
    expect(table.get('a')).toBe(1)
    expect(table.has('b')).toBe(false)
  })

  it('from a checkpoint is asked for what lies near and for facts without reading anything that lies far', () => {
    const unread = () => {
      throw new Error('what lies far was read')
    }
    const page: StoredPage<{ open: boolean }> = {
      ...{ size: 2, bucket: unread, glance: unread, get: unread },
      near: (place) => new Map(place === 3 ? [['near', { open: true }]] : []),
      far: (place) => (place === 3 ? [['far', 'noted']] : []),
    }
    const layout = { isFar: ({ open }: { open: boolean }) => !open, factsOf: () => 'asked' }
    const table = Table.stored([null, page])
    expect(table.size).toBe(2)
    expect([...table.near()]).toEqual([{ open: true }])
    expect([...table.facts(layout)]).toEqual([
      ['near', 'asked'],
      ['far', 'noted'],
    ])
    expect(table.changedBuckets(Table.empty())).toHaveLength(pageSize)
    expect(table.changedBuckets(table)).toEqual([])
    expect(() => [...table.values()]).toThrow('what lies far')
  })
})
