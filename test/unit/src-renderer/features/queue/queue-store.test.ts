import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Events } from '../../../../../src-preload/contract/events'
import type { QueuePage } from '../../../../../src-preload/contract/queue'
import {
  countOfChanged,
  createQueue,
  type QueueDesk,
} from '../../../../../src-renderer/features/queue/queue-store'
import { page, row } from './some-rows'

function stage(first: QueuePage) {
  let now = first
  const asked: string[] = []
  const heard: { [E in keyof Events]?: (payload: never) => void } = {}
  const desk: QueueDesk = {
    on: (event, listener) => {
      heard[event] = listener
      return () => undefined
    },
    queue: {
      page: async ({ view, from, count }) => {
        asked.push(`${view} ${from}`)
        return { ok: true, value: { ...now, view, from, rows: now.rows.slice(from, from + count) } }
      },
    },
  }
  const queue = createQueue(() => desk)
  const change = (next: QueuePage, ticketIds: readonly string[]) => {
    now = next
    const tell = heard['queue-changed'] as (payload: Events['queue-changed']) => void
    tell({ revision: next.revision, counts: next.counts, ticketIds })
  }
  const shown = () =>
    queue.use
      .getState()
      .shown?.stretches.get(0)
      ?.map(({ id }) => id)
  return { queue, asked, change, shown }
}
const settle = () => vi.advanceTimersByTimeAsync(150)
const rows = (...ids: string[]) => ids.map((id) => row(id))

describe('the queue in the window', () => {
  beforeEach(() => {
    vi.useFakeTimers()
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  it('shows a new order at once while nobody touches it', async () => {
    const { queue, change, shown } = stage(page(1, rows('a', 'b')))
    queue.show('all')
    await settle()
    change(page(2, rows('b', 'a')), ['b'])
    await settle()
    expect(shown()).toEqual(['b', 'a'])
  })
  it('does not jump while the pointer is in it, and says how many changed', async () => {
    const { queue, change, shown } = stage(page(1, rows('a', 'b')))
    queue.show('all')
    await settle()
    queue.point(true)
    change(page(2, rows('c', 'a', 'b')), ['c', 'a'])
    await settle()
    expect(shown()).toEqual(['a', 'b'])
    expect(countOfChanged(queue.use.getState())).toBe(2)
    queue.showWaiting()
    expect(shown()).toEqual(['c', 'a', 'b'])
  })
  it('counts no change of a ticket that stands neither in the old order nor in the new', async () => {
    const { queue, change } = stage(page(1, rows('a', 'b')))
    queue.show('mine')
    await settle()
    queue.point(true)
    change(page(2, rows('a', 'b')), ['x', 'y', 'z'])
    await settle()
    expect(countOfChanged(queue.use.getState())).toBe(0)
    change(page(3, rows('b', 'a')), ['b', 'x'])
    await settle()
    expect(countOfChanged(queue.use.getState())).toBe(1)
  })
  it('looks at each row once to count what changed, however much did in a flood', async () => {
    let looks = 0
    const watched = Array.from({ length: 60 }, (_, at) => {
      const get = () => {
        looks++
        return `r${at}`
      }
      return Object.defineProperty(row(`r${at}`), 'id', { enumerable: true, get })
    })
    const { queue, change } = stage(page(1, rows('a', 'b')))
    queue.show('all')
    await settle()
    queue.point(true)
    change(page(2, watched), ['r1', 'r2', ...Array.from({ length: 500 }, (_, at) => `x${at}`)])
    await settle()
    const state = queue.use.getState()
    looks = 0
    expect(countOfChanged(state)).toBe(2)
    expect(looks).toBeLessThanOrEqual(60)
  })
  it('takes a pointer that lay still for ten seconds for gone, until it moves again', async () => {
    const { queue, change, shown } = stage(page(1, rows('a', 'b')))
    queue.show('all')
    await settle()
    queue.point(true)
    change(page(2, rows('b', 'a')), ['b'])
    await vi.advanceTimersByTimeAsync(9000)
    queue.point(true)
    await vi.advanceTimersByTimeAsync(9000)
    expect(shown()).toEqual(['a', 'b'])
    await vi.advanceTimersByTimeAsync(1000)
    expect(shown()).toEqual(['b', 'a'])
    queue.point(true)
    change(page(3, rows('a', 'b')), ['a'])
    await settle()
    expect(shown()).toEqual(['b', 'a'])
  })
  it('does not jump within two seconds of a key, and moves on by itself after them', async () => {
    const { queue, change, shown } = stage(page(1, rows('a', 'b')))
    queue.show('all')
    await settle()
    queue.touch()
    change(page(2, rows('b', 'a')), ['b'])
    await vi.advanceTimersByTimeAsync(1900)
    expect(shown()).toEqual(['a', 'b'])
    await vi.advanceTimersByTimeAsync(200)
    expect(shown()).toEqual(['b', 'a'])
  })
  it('loses no key that leads to rows not read yet while the order changes', async () => {
    const ids = Array.from({ length: 70 }, (_, at) => `t${at}`)
    const { queue, change } = stage(page(1, rows(...ids)))
    queue.show('all')
    await settle()
    queue.touch()
    change(page(2, rows(...ids.slice(1), 't0')), ['t0'])
    expect((await queue.fetchRow(65))?.id).toBe('t66')
  })
  it('renews what a row says even while rows stand still', async () => {
    const { queue, change } = stage(page(1, rows('a', 'b')))
    queue.show('all')
    await settle()
    queue.point(true)
    change(page(2, [row('b'), row('a', { title: 'New title' })]), ['a'])
    await settle()
    expect(queue.use.getState().shown?.stretches.get(0)?.[0]?.title).toBe('New title')
  })
  it('does not go back to an older reading', async () => {
    const { queue, change, shown } = stage(page(5, rows('a', 'b')))
    queue.show('all')
    await settle()
    change(page(4, rows('b', 'a')), ['b'])
    await settle()
    expect(shown()).toEqual(['a', 'b'])
  })
  it('reads a flood of changes ten times a second at most', async () => {
    const { queue, asked, change } = stage(page(1, rows('a')))
    queue.show('all')
    await settle()
    const before = asked.length
    for (let revision = 2; revision < 102; revision += 1) {
      change(page(revision, rows('a')), ['a'])
      await vi.advanceTimersByTimeAsync(10)
    }
    expect(asked.length - before).toBeLessThanOrEqual(11)
  })
  it('shows a view seen before at once, and fetches a row that is far down', async () => {
    const many = Array.from({ length: 500 }, (_, index) => row(`t${index}`))
    const { queue, asked } = stage(page(1, many))
    queue.show('all')
    await settle()
    expect((await queue.fetchRow(400))?.id).toBe('t400')
    expect(asked).toContain('all 360')
    queue.show('mine')
    await settle()
    queue.show('all')
    expect(queue.use.getState().shown?.view).toBe('all')
  })
  it('reads the other tabs ahead when nothing happens, and once more only after a change', async () => {
    const { queue, asked, change } = stage(page(1, rows('a')))
    queue.show('all')
    await vi.advanceTimersByTimeAsync(600)
    expect(asked.sort()).toEqual(['all 0', 'mine 0', 'overdue 0', 'unassigned 0'])
    queue.show('mine')
    expect(queue.use.getState().shown?.view).toBe('mine')
    await vi.advanceTimersByTimeAsync(5000)
    expect(asked).toHaveLength(6)
    change(page(2, rows('a')), ['a'])
    await vi.advanceTimersByTimeAsync(5000)
    expect(asked.filter((one) => one === 'overdue 0')).toHaveLength(2)
  })
  it('holds the very same rows when a reading says nothing new', async () => {
    const { queue } = stage(page(1, rows('a', 'b')))
    queue.show('all')
    await settle()
    const before = queue.use.getState().shown
    queue.show('all')
    await settle()
    expect(queue.use.getState().shown).toBe(before)
  })
})
