import type { ClockStory, ClockView } from '../../src-preload/contract/clock'
import { spanWords } from '../ui/span-words'

/** How long a clock ran (ms), as of `now`. */
export function ranMs(story: ClockStory, now: number): number {
  return story.segments.reduce(
    (sum, { runs, from, to }) => sum + (runs ? Math.max(0, (to ?? now) - from) : 0),
    0,
  )
}

/** A stretch of the bar: how wide (ms), and whether the clock ran, stood, or has it still to go. */
export interface Stretch {
  readonly kind: 'ran' | 'stood' | 'rest'
  readonly ms: number
}

/** The bar of "Why this SLA time": what ran and stood so far, and what is left. */
export function stretches(story: ClockStory, now: number): readonly Stretch[] {
  const passed = story.segments.map(
    ({ runs, from, to }): Stretch => ({ kind: runs ? 'ran' : 'stood', ms: Math.max(0, (to ?? now) - from) }),
  )
  const left = targetOf(story.view) - ranMs(story, now)
  return [...passed, ...(left > 0 && isOpen(story.view) ? [{ kind: 'rest', ms: left } as const] : [])].filter(
    ({ ms }) => ms > 0,
  )
}

const isOpen = (view: ClockView) => view.kind === 'running' || view.kind === 'paused'

/** The promise in ms; 0 without one. */
export const targetOf = (view: ClockView) => (view.kind === 'none' ? 0 : view.targetMs)

/** "Used 4h 44m of 8h". */
export function usedWords(story: ClockStory, now: number): string {
  const { view } = story
  const used = view.kind === 'met' || view.kind === 'ended' ? view.tookMs : ranMs(story, now)
  return `Used ${spanWords(used, 'up')} of ${spanWords(targetOf(story.view))}`
}

/** What a hold would do to a clock now; null where it would do nothing. */
export function holdWords({ view }: ClockStory, now: number): string | null {
  if (view.kind !== 'running' || view.clock === 'next-reply' || view.dueAt <= now) return null
  const left = spanWords(view.dueAt - now)
  return view.clock === 'resolution'
    ? `If you put it on hold now, it keeps ${left}.`
    : `If you put it on hold now with a reason, it keeps ${left}.`
}
