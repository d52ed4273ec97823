import { describe, expect, it } from 'vitest'
import type { ClockView } from '../../../../src-preload/contract/clock'
import { clockSpoken, clockWords } from '../../../../src-renderer/desk/clock-words'

const minute = 60_000
const now = 1_741_082_700_000
const running = (leftMs: number, clock: ClockView['clock'] = 'next-reply'): ClockView => ({
  kind: 'running',
  clock,
  startedAt: now + leftMs - 30 * minute,
  targetMs: 30 * minute,
  warnAt: now + leftMs - 10 * minute,
  dueAt: now + leftMs,
})
const met = (tookMs: number): ClockView => ({
  kind: 'met',
  clock: 'first-reply',
  startedAt: now,
  targetMs: 30 * minute,
  tookMs,
})
const paused = (ranMs: number): ClockView => ({
  kind: 'paused',
  clock: 'resolution',
  startedAt: now,
  targetMs: 300 * minute,
  ranMs,
})

describe('an SLA badge', () => {
  it.each([
    ['not set', { kind: 'none', clock: 'resolution' } as const, 'No SLA'],
    ['healthy', running(98 * minute), '1h 38m'],
    ['at risk', running(6 * minute + 59_000), '6m'],
    ['breached', running(-17 * minute - 1), '18m over'],
    ['paused', paused(50 * minute), '4h 10m'],
    ['met', met(8 * minute), 'Met in 8m'],
    ['met late', met(39 * minute), 'Late 9m'],
    [
      'ended',
      { kind: 'ended', clock: 'first-reply', startedAt: 0, targetMs: 9, tookMs: 5 } as const,
      'Ended, no reply',
    ],
  ])('says for %s what the table says', (_, view, words) => {
    expect(clockWords(view, now)).toBe(words)
  })

  it('adds "left" in the sheet, and what is owed in the bar', () => {
    expect(clockWords(running(6 * minute), now, 'sheet')).toBe('6m left')
    expect(clockWords(running(6 * minute), now, 'bar')).toBe('Reply in 6m')
    expect(clockWords(running(6 * minute, 'resolution'), now, 'bar')).toBe('Resolve in 6m')
    expect(clockWords(running(-minute), now, 'sheet')).toBe('1m over')
  })

  it('is over, not left, when it stands beyond its promise', () => {
    expect(clockWords(paused(310 * minute), now)).toBe('10m over')
  })

  it('is read out with its state in words', () => {
    expect(clockSpoken(running(6 * minute), now)).toBe('SLA at risk 6 minutes')
    expect(clockSpoken(running(-18 * minute), now)).toBe('SLA breached 18 minutes over')
    expect(clockSpoken(met(8 * minute), now)).toBe('SLA met in 8 minutes')
  })
})
