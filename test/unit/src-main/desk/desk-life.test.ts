import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { anna, hour, minute } from '../core/desk-on-paper'
import { DeskAtWork, replyId } from './desk-at-work'
import { OpenDesk } from './open-desk'
import { settled } from './strict'

let at: DeskAtWork

beforeEach(async () => {
  vi.useFakeTimers()
  at = await DeskAtWork.start()
})
afterEach(() => void vi.useRealTimers())

describe('a start', () => {
  test('gives the window its page before Telegram begins, and begins then', async () => {
    at.starts = 0
    await at.putTogether()
    expect(at.starts).toBe(0)
    const view = await at.desk.handlers.session.get(undefined)
    expect(view.step.kind).toBe('api-needed')
    await at.desk.handlers.queue.page({ view: 'all', from: 0, count: 10 })
    await at.desk.handlers.queue.page({ view: 'mine', from: 0, count: 10 })
    expect(at.starts).toBe(0)
    vi.advanceTimersByTime(400)
    await settled()
    expect(at.starts).toBe(1)
    await settled()
    vi.advanceTimersByTime(hour)
    expect(at.starts).toBe(1)
  })

  test('waits for a window that never asks no longer than a moment', async () => {
    at.starts = 0
    await at.putTogether()
    vi.advanceTimersByTime(1_500)
    await settled()
    expect(at.starts).toBe(1)
  })

  test('that went on without a slow window is not begun again when that asks at last', async () => {
    at.starts = 0
    await at.putTogether()
    vi.advanceTimersByTime(1_500)
    await at.desk.handlers.queue.page({ view: 'all', from: 0, count: 10 })
    vi.advanceTimersByTime(hour)
    await settled()
    expect(at.starts).toBe(1)
  })

  test('lets what belongs to Telegram wait until it began', async () => {
    await at.putTogether()
    let answered = false
    const asked = Promise.resolve(at.desk.handlers.accounts.groups({ accountId: anna.id })).catch(() => {
      answered = true
    })
    await settled()
    expect(answered).toBe(false)
    vi.advanceTimersByTime(1_500)
    await asked
    expect(answered).toBe(true)
  })

  test('that ends before Telegram began begins nothing', async () => {
    at.starts = 0
    await at.putTogether()
    await at.desk.stop()
    vi.advanceTimersByTime(hour)
    expect(at.starts).toBe(0)
    expect(at.open.journal.isClosed).toBe(true)
  })

  test('whose Telegram fails shows its tickets all the same', async () => {
    at.startFails = true
    await at.putTogether()
    const page = await at.desk.handlers.queue.page({ view: 'all', from: 0, count: 10 })
    expect(page.total).toBe(1)
    vi.advanceTimersByTime(400)
    await settled()
    expect(at.open.log.errors).toEqual(['Telegram did not start'])
  })

  test('whose Telegram fails lets somebody sign in all the same', async () => {
    at.startFails = true
    await at.start()
    const view = await at.desk.handlers.session.startQr(undefined)
    expect(view.step.kind).toBe('api-needed')
  })

  test('that fails with nobody signed in lets go of the journal', async () => {
    at.open = new OpenDesk()
    at.startFails = true
    await expect(at.putTogether()).rejects.toThrow('no library')
    expect(at.open.journal.isClosed).toBe(true)
  })
})

test('files of earlier runs go at the start', async () => {
  await at.room.keep('left.txt', Uint8Array.of(1))
  await at.start()
  expect(at.room.files.size).toBe(0)
})

describe('letting go', () => {
  test('ends Telegram, then the history; nothing is told, woken or sent any more', async () => {
    at.telegram.linkChanged({ kind: 'live' })
    await at.reply(replyId)
    await settled()
    at.frame()
    at.told.length = 0
    await at.desk.stop()
    await settled()
    expect(at.stops).toEqual(['telegram'])
    expect(at.open.journal.isClosed).toBe(true)
    expect(at.open.clock.nextWake).toBeNull()
    at.telegram.linkChanged({ kind: 'live' })
    at.open.clock.advance(hour)
    await settled()
    vi.advanceTimersByTime(minute)
    expect(at.told).toEqual([])
    expect(at.sent).toEqual(['7'])
    expect(vi.getTimerCount()).toBe(0)
  })

  test('closes the history though Telegram does not end well', async () => {
    at.answer = () => {
      throw new Error('a bug')
    }
    await expect(at.desk.stop()).rejects.toThrow('a bug')
    expect(at.open.journal.isClosed).toBe(true)
  })
})
