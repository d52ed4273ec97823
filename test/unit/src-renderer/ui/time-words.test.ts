import { describe, expect, it } from 'vitest'
import { dateOf, dayOf, momentOf, shortMomentOf, timeOf } from '../../../../src-renderer/ui/time-words'

const at = (month: number, date: number, hours: number, minutes = 0, year = 2025) =>
  new Date(year, month - 1, date, hours, minutes).getTime()
const now = at(3, 4, 10, 5)

describe('a moment in words', () => {
  it('shows the time of day with two digits', () => {
    expect(timeOf(at(3, 4, 9, 2))).toBe('09:02')
  })

  it('names the days around today', () => {
    expect(momentOf(at(3, 4, 9, 12), now)).toBe('Today 09:12')
    expect(dayOf(at(3, 3, 23, 59), now)).toBe('Yesterday')
    expect(dayOf(at(3, 5, 0, 1), now)).toBe('Tomorrow')
  })

  it('gives weekday, day and month otherwise, and the year only if it is another', () => {
    expect(dayOf(at(3, 7, 12), now)).toBe('Fri 7 March')
    expect(dayOf(at(12, 31, 12, 0, 2024), now)).toBe('Tue 31 December 2024')
    expect(dateOf(at(3, 1, 12), now)).toBe('1 March')
  })

  it('is as short as it can be', () => {
    expect(shortMomentOf(at(3, 4, 13, 5), now)).toBe('13:05')
    expect(shortMomentOf(at(3, 6, 9), now)).toBe('Thu 09:00')
    expect(shortMomentOf(at(3, 20, 9), now)).toBe('Thu 20 March')
  })
})
