const secondMs = 1000
const minuteMs = 60 * secondMs
const hourMs = 60 * minuteMs
const dayMs = 24 * hourMs

/** A span in ms as the desk says it: `45s`, `6m`, `1h 05m`, `2d 3h`. Rounded down, or up when it counts over. */
export function spanWords(spanMs: number, round: 'down' | 'up' = 'down'): string {
  const cut = (unitMs: number) => (round === 'up' ? Math.ceil : Math.floor)(Math.max(0, spanMs) / unitMs)
  if (cut(secondMs) < 60) return `${cut(secondMs)}s`
  const minutes = cut(minuteMs)
  if (minutes < 60) return `${minutes}m`
  if (minutes < 24 * 60)
    return `${Math.floor(minutes / 60)}h ${String(minutes % 60).padStart(2, '0')}m`.replace(' 00m', '')
  const hours = cut(hourMs)
  const rest = hours % 24
  return rest === 0 ? `${Math.floor(hours / 24)}d` : `${Math.floor((hours * hourMs) / dayMs)}d ${rest}h`
}

/** The same in a sentence: `45 s`, `6 min`, `1 h 05 min`, `2 d 3 h`. */
export function spanSentence(spanMs: number, round: 'down' | 'up' = 'down'): string {
  return spanWords(spanMs, round)
    .replace(/(\d)([smhd])/g, '$1 $2')
    .replaceAll(/ m\b/g, ' min')
}
