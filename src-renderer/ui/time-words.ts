const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const
const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] as const

/** The time of day on this computer: `09:12`. */
export function timeOf(at: number): string {
  const date = new Date(at)
  return `${String(date.getHours()).padStart(2, '0')}:${String(date.getMinutes()).padStart(2, '0')}`
}

/** How many midnights of this computer lie between two moments; summer time does not matter. */
function midnightsBetween(from: number, to: number): number {
  const noon = (at: number) => new Date(at).setHours(12, 0, 0, 0)
  return Math.round((noon(to) - noon(from)) / 86_400_000)
}

/** The day: `Today`, `Yesterday`, `Tomorrow`, else `Fri 7 March`, with the year if it is another one. */
export function dayOf(at: number, now: number): string {
  const apart = midnightsBetween(at, now)
  if (apart === 0) return 'Today'
  if (apart === 1) return 'Yesterday'
  if (apart === -1) return 'Tomorrow'
  const date = new Date(at)
  const words = `${weekdays[date.getDay()]} ${date.getDate()} ${months[date.getMonth()]}`
  return date.getFullYear() === new Date(now).getFullYear() ? words : `${words} ${date.getFullYear()}`
}

/** Day and time: `Today 09:12`, `Fri 7 March 14:00`. */
export function momentOf(at: number, now: number): string {
  return `${dayOf(at, now)} ${timeOf(at)}`
}

/** The shortest that is clear: the time today, `Thu 09:00` within six days, else the day. */
export function shortMomentOf(at: number, now: number): string {
  const apart = Math.abs(midnightsBetween(at, now))
  if (apart === 0) return timeOf(at)
  if (apart < 7) return `${weekdays[new Date(at).getDay()]} ${timeOf(at)}`
  return dayOf(at, now)
}

/** The day as in a sentence: `1 March`, with the year if it is another one. */
export function dateOf(at: number, now: number): string {
  const date = new Date(at)
  const words = `${date.getDate()} ${months[date.getMonth()]}`
  return date.getFullYear() === new Date(now).getFullYear() ? words : `${words} ${date.getFullYear()}`
}
