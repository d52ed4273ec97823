type Rounding = 'down' | 'up'

const second = 1000
const minute = 60 * second
const hour = 60 * minute

interface Parts {
  readonly days: number
  readonly hours: number
  readonly minutes: number
  readonly seconds: number
}

/** Cuts a span into the one or two units that are shown; the others are zero. */
function partsOf(ms: number, rounding: Rounding): Parts {
  const span = Math.max(0, ms)
  const whole = (unit: number) => Math[rounding === 'down' ? 'floor' : 'ceil'](span / unit)
  const none = { days: 0, hours: 0, minutes: 0, seconds: 0 }
  if (whole(second) < 60) return { ...none, seconds: whole(second) }
  if (whole(minute) < 60) return { ...none, minutes: whole(minute) }
  if (whole(minute) < 24 * 60) {
    return { ...none, hours: Math.floor(whole(minute) / 60), minutes: whole(minute) % 60 }
  }
  return { ...none, days: Math.floor(whole(hour) / 24), hours: whole(hour) % 24 }
}

/**
 * A span (ms) in short: `45s`, `6m`, `1h 05m`, `2d 3h`; a zero second unit is left out (interface.md section 6).
 * What is left is rounded down and what is over is rounded up, so that a badge never flatters.
 */
export function spanWords(ms: number, rounding: Rounding = 'down'): string {
  const { days, hours, minutes, seconds } = partsOf(ms, rounding)
  if (days) return hours ? `${days}d ${hours}h` : `${days}d`
  if (hours) return minutes ? `${hours}h ${String(minutes).padStart(2, '0')}m` : `${hours}h`
  return minutes ? `${minutes}m` : `${seconds}s`
}

/** The same span spelt out, for names and sentences: `1 hour 38 minutes`. */
export function spanSpoken(ms: number, rounding: Rounding = 'down'): string {
  const { days, hours, minutes, seconds } = partsOf(ms, rounding)
  const words = [
    [days, 'day'],
    [hours, 'hour'],
    [minutes, 'minute'],
    [seconds, 'second'],
  ] as const
  const said = words.filter(([n]) => n > 0).map(([n, word]) => `${n} ${word}${n === 1 ? '' : 's'}`)
  return said.length > 0 ? said.join(' ') : '0 seconds'
}
