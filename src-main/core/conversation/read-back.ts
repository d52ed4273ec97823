import type { Recorded } from '../desk/events'
import type { KnownMessages } from '../desk/intents'

/** Where reading back begins, and how many events are read at once. */
export interface ReadBack {
  /** The newest event if absent. */
  readonly before?: number | undefined
  readonly chunk: number
}

/** Events of one conversation before a position, newest first. Reads the disk chunk by chunk, as they are taken. */
export function* readingBack(
  known: Pick<KnownMessages, 'read'>,
  conversationId: string,
  { before, chunk }: ReadBack,
): Generator<Recorded, void> {
  for (let from = before; ; ) {
    const read = known.read(conversationId, { limit: chunk, ...(from === undefined ? {} : { before: from }) })
    yield* read
    from = read.at(-1)?.seq
    if (read.length < chunk || from === undefined) return
  }
}
