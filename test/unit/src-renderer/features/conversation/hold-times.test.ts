import { describe, expect, it } from 'vitest'
import { holdTimes } from '../../../../../src-renderer/features/conversation/hold-times'

const labels = (now: Date) => holdTimes(now.getTime()).map(({ label }) => label)

describe('when a hold may end', () => {
  it('is soon, tomorrow, on Monday, or when somebody says so', () => {
    expect(labels(new Date(2025, 2, 4, 10, 5))).toEqual([
      'For an hour, 11:05',
      'For four hours, 14:05',
      'Until tomorrow, Wed 09:00',
      'Until Monday, Mon 09:00',
      'Until somebody takes it off hold',
    ])
  })
  it('offers Monday once when tomorrow is Monday, and the next one on a Monday', () => {
    expect(labels(new Date(2025, 2, 9, 10))).toHaveLength(4)
    expect(holdTimes(new Date(2025, 2, 10, 10).getTime())[3]?.until).toBe(new Date(2025, 2, 17, 9).getTime())
  })
})
