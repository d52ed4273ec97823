import { announceClocks } from '../notice/announce-clocks'
import { announceUnsent } from '../notice/announce-unsent'
import { announceWords } from '../notice/announce-words'
import { withdrawSettled } from '../notice/withdraw'
import type { Effect } from './effects'
import type { Recorded } from './events'
import type { DeskState } from './state'

/**
 * What people must be told once events are durable: the outside effects that do not follow from the state
 * alone. Sending and waking do, and need none.
 */
export function react(before: DeskState, after: DeskState, recorded: readonly Recorded[]): readonly Effect[] {
  return [
    ...withdrawSettled(before, after, recorded),
    ...[
      ...announceWords(after, recorded),
      ...announceUnsent(before, after, recorded),
      ...announceClocks(after, recorded),
    ].map((announcement) => ({ kind: 'announce', announcement }) as const),
  ]
}
