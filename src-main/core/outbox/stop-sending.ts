import type { Course } from '../desk/course'
import type { OutboxEntry } from './entry'
import { noteFailure } from './fate'

/**
 * What waits is not sent any more, because nobody follows its chat: each reply says so, or that it may have arrived
 * where it was under way. It stays where it is, to be sent again or taken back. `why` is a sentence.
 */
export function stopSending(course: Course, entries: readonly OutboxEntry[], why: string): void {
  const notSent = `Not sent: ${why.charAt(0).toLowerCase()}${why.slice(1)}`
  const inOrder = entries
    .filter(({ state }) => state.kind !== 'failed')
    .sort((one, other) => one.seq - other.seq)
  course.as({ kind: 'desk' }, () => {
    for (const { id: outboxId, state, kind } of inOrder) {
      const uncertain = state.kind === 'attempted'
      const words = kind === 'reply' ? notSent : why
      const reason = uncertain ? 'Perhaps sent. Check in Telegram.' : words
      noteFailure(course, { kind: 'note-failure', outboxId, reason, uncertain })
    }
  })
}
