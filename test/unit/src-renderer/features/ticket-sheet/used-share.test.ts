import { describe, expect, it } from 'vitest'
import { usedShare } from '../../../../../src-renderer/features/ticket-sheet/used-share'

const running = {
  kind: 'running',
  clock: 'resolution',
  startedAt: 0,
  targetMs: 100,
  warnAt: 80,
  dueAt: 150,
} as const

describe('the bar of a clock', () => {
  it('fills with what ran, not with what stood', () => {
    expect(usedShare(running, 90)).toBe(0.4)
  })
  it('is full when it is over, and stands while it is paused', () => {
    expect(usedShare(running, 900)).toBe(1)
    expect(
      usedShare({ kind: 'paused', clock: 'resolution', startedAt: 0, targetMs: 100, ranMs: 25 }, 900),
    ).toBe(0.25)
  })
  it('is absent once the promise was kept', () => {
    expect(
      usedShare({ kind: 'met', clock: 'resolution', startedAt: 0, targetMs: 100, tookMs: 25 }, 900),
    ).toBeNull()
  })
})
