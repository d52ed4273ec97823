import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { selectTicket } from '../../../../src-renderer/desk/selection-store'
import { createShown } from '../../../../src-renderer/desk/shown-ticket-store'
import { createTickets } from '../../../../src-renderer/desk/ticket-store'
import { createTimelines } from '../../../../src-renderer/desk/timeline-store'
import { plainTicket } from './plain-ticket'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  selectTicket(null)
  vi.useRealTimers()
})

/** Rooms whose conversations come when the test says so; tickets come at once. */
function stage() {
  const asked: string[] = []
  const come = new Map<string, () => void>()
  const on = () => () => undefined
  const tickets = createTickets(() => ({
    on,
    tickets: { get: async ({ ticketId }) => ({ ok: true, value: { ...plainTicket, id: ticketId } }) },
  }))
  const timelines = createTimelines(() => ({
    on,
    conversation: {
      page: ({ ticketId }) => {
        asked.push(ticketId)
        return new Promise((resolve) => {
          const value = { ticketId, revision: 1, items: [], earlier: null, newFrom: null }
          come.set(ticketId, () => resolve({ ok: true, value }))
        })
      },
    },
  }))
  const shown = createShown({ tickets, timelines, around: async () => undefined }, (run) => run())
  const choose = (ticketId: string | null) => {
    selectTicket(ticketId)
    shown.follow(ticketId)
  }
  const arrive = async (ticketId: string) => {
    come.get(ticketId)?.()
    await vi.advanceTimersByTimeAsync(0)
  }
  return { shown, choose, arrive, asked, onScreen: () => shown.use.getState().ticketId }
}

test('the first ticket shows its outline at once, the next only when all of it is here', async () => {
  const { choose, arrive, onScreen } = stage()
  choose('a')
  expect(onScreen()).toBe('a')
  await arrive('a')
  choose('b')
  await vi.advanceTimersByTimeAsync(100)
  expect(onScreen()).toBe('a')
  await arrive('b')
  expect(onScreen()).toBe('b')
})

test('a ticket that takes long shows its outline', async () => {
  const { choose, arrive, onScreen } = stage()
  choose('a')
  await arrive('a')
  choose('b')
  await vi.advanceTimersByTimeAsync(151)
  expect(onScreen()).toBe('b')
})

test('what was fetched ahead shows at once, and is fetched again to be sure', async () => {
  const { shown, choose, arrive, asked, onScreen } = stage()
  choose('a')
  await arrive('a')
  const ahead = shown.fetchAhead(['b', 'a'])
  await arrive('b')
  await ahead
  choose('b')
  expect(onScreen()).toBe('b')
  expect(asked).toEqual(['a', 'b', 'b'])
})

test('a ticket passed over does not come back when it arrives', async () => {
  const { choose, arrive, onScreen } = stage()
  choose('a')
  await arrive('a')
  choose('b')
  choose('c')
  await arrive('b')
  expect(onScreen()).toBe('a')
  await arrive('c')
  expect(onScreen()).toBe('c')
  choose(null)
  expect(onScreen()).toBeNull()
})
