import { describe, expect, it } from 'vitest'
import { dueWords, lastWords, rowName, turnWords } from '../../../../../src-renderer/features/queue/row-words'
import { row } from './some-rows'

const minute = 60_000
const now = new Date(2025, 2, 4, 12).getTime()

describe('a row of the queue', () => {
  it('is named by all that an eye sees', () => {
    const seen = row('dsa312', {
      ballSince: now - 24 * minute,
      unread: 1,
      clock: {
        kind: 'running',
        clock: 'next-reply',
        startedAt: now - 24 * minute,
        targetMs: 30 * minute,
        warnAt: now - minute,
        dueAt: now + 6 * minute,
      },
      assignee: { id: 'anna', name: 'Anna', username: null, isMe: true },
    })
    expect(rowName(seen, now)).toBe(
      'DSA312 Charged twice for March, Mira, our turn, waits 24 minutes, SLA at risk 6 minutes, High priority, Anna, 1 unread',
    )
  })
  it('tells how long, roughly, and whose turn it is', () => {
    expect(turnWords(row('a', { ballSince: now - 61 * minute }), now)).toBe('waits 1h')
    expect(turnWords(row('a', { ball: 'theirs', ballSince: now - 26 * minute }), now)).toBe('Mira, 26m')
    const held = row('a', { status: 'on_hold', holdUntil: new Date(2025, 2, 6, 9).getTime() })
    expect(turnWords(held, now)).toBe('until Thu 09:00')
  })
  it('never waits less than nothing when clocks differ', () => {
    expect(turnWords(row('a', { ballSince: now + minute }), now)).toBe('waits <1m')
  })
  it('gives the day of what is due, unless it is today', () => {
    expect(dueWords(new Date(2025, 2, 4, 23, 5).getTime(), new Date(2025, 2, 4, 9).getTime())).toBe(
      'at 23:05',
    )
    expect(dueWords(new Date(2025, 2, 6, 9).getTime(), new Date(2025, 2, 4, 9).getTime())).toBe('Thu 09:00')
  })
  it('says who spoke last', () => {
    const said = { kind: 'customer', by: 'Mira\u202E', byMe: false, text: 'Any\nnews?', at: now } as const
    expect(lastWords(row('a', { last: said }))).toBe('Mira: Any news?')
    expect(lastWords(row('a', { last: { ...said, kind: 'reply', byMe: true } }))).toBe('You: Any news?')
    expect(lastWords(row('a', { last: { ...said, kind: 'note', byMe: true } }))).toBe('Note: Any news?')
  })
})
