import type { ClockName } from '../../../src-preload/contract/clock'

/** The clocks inside a sentence. */
export const clockWords: Readonly<Record<ClockName, string>> = {
  'first-reply': 'first reply',
  'next-reply': 'next reply',
  resolution: 'resolution',
}
