import { describe, expect, it } from 'vitest'
import type { ClockStory } from '../../../../src-preload/contract/clock'
import { holdWords, ranMs, stretches, usedWords } from '../../../../src-renderer/desk/explain-words'

const hour = 3_600_000
const story: ClockStory = {
  view: {
    kind: 'running',
    clock: 'resolution',
    startedAt: 0,
    targetMs: 8 * hour,
    warnAt: 9 * hour,
    dueAt: 10 * hour,
  },
  policy: 'High: resolution in 8h',
  segments: [
    { runs: true, from: 0, to: 4 * hour, cause: 'Hanna wrote, clock started' },
    { runs: false, from: 4 * hour, to: 6 * hour, cause: 'Waiting for Hanna' },
    { runs: true, from: 6 * hour, to: null, cause: 'Hanna answered' },
  ],
}

describe('the story of a clock', () => {
  it('adds up what ran, and leaves out what stood', () => {
    expect(ranMs(story, 7 * hour)).toBe(5 * hour)
    expect(usedWords(story, 7 * hour)).toBe('Used 5h of 8h')
  })
  it('draws what ran, what stood and what is left', () => {
    expect(stretches(story, 7 * hour)).toEqual([
      { kind: 'ran', ms: 4 * hour },
      { kind: 'stood', ms: 2 * hour },
      { kind: 'ran', ms: hour },
      { kind: 'rest', ms: 3 * hour },
    ])
  })
  it('has nothing left once it is over', () => {
    expect(stretches(story, 12 * hour).map(({ kind }) => kind)).toEqual(['ran', 'stood', 'ran'])
  })
  it('says what a hold would keep, only where a hold stops it', () => {
    expect(holdWords(story, 7 * hour)).toBe('If you put it on hold now, it keeps 3h.')
    expect(holdWords(story, 11 * hour)).toBeNull()
    const next: ClockStory = { ...story, view: { ...story.view, clock: 'next-reply' } }
    expect(holdWords(next, 7 * hour)).toBeNull()
  })
})
