import { type ClockName, type ClockView, clockState } from '../../src-preload/contract/clock'
import { spanSpoken, spanWords } from '../ui/span-words'

/** `row`: bare span. `sheet`: with "left". `bar`: what is owed, "Reply in 6m". */
export type ClockWording = 'row' | 'sheet' | 'bar'

/** Time left (ms) on a clock; negative when over. Null where nothing runs or stands. */
export function clockRest(view: ClockView, now: number): number | null {
  if (view.kind === 'running') return view.dueAt - now
  return view.kind === 'paused' ? view.targetMs - view.ranMs : null
}

/** What a badge says about a clock (interface.md section 6). */
export function clockWords(view: ClockView, now: number, wording: ClockWording = 'row'): string {
  if (view.kind === 'none') return 'No SLA'
  if (view.kind === 'ended') return 'Ended, no reply'
  if (view.kind === 'met') {
    return view.tookMs > view.targetMs
      ? `Late ${spanWords(view.tookMs - view.targetMs, 'up')}`
      : `Met in ${spanWords(view.tookMs, 'up')}`
  }
  const rest = clockRest(view, now) ?? 0
  if (rest <= 0) return `${spanWords(-rest, 'up')} over`
  const span = spanWords(rest, 'down')
  if (wording === 'sheet') return `${span} left`
  if (wording === 'bar' && view.kind === 'running') {
    return view.clock === 'resolution' ? `Resolve in ${span}` : `Reply in ${span}`
  }
  return span
}

/** The same for ears: `SLA at risk 6 minutes`. */
export function clockSpoken(view: ClockView, now: number): string {
  if (view.kind === 'none') return 'No SLA'
  if (view.kind === 'ended') return 'SLA ended without a reply'
  if (view.kind === 'met') {
    return view.tookMs > view.targetMs
      ? `SLA met late by ${spanSpoken(view.tookMs - view.targetMs, 'up')}`
      : `SLA met in ${spanSpoken(view.tookMs, 'up')}`
  }
  const rest = clockRest(view, now) ?? 0
  const span = rest <= 0 ? `${spanSpoken(-rest, 'up')} over` : spanSpoken(rest, 'down')
  return `SLA ${clockState(view, now).replace('-', ' ')} ${span}`
}

const names: Readonly<Record<ClockName, string>> = {
  'first-reply': 'First reply',
  'next-reply': 'Next reply',
  resolution: 'Resolution',
}

/** The promise's name as shown. */
export function clockTitle(clock: ClockName): string {
  return names[clock]
}
