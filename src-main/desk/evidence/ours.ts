import type { Ours } from '../../core/evidence/compare'
import type { Deletions } from '../../core/evidence/deletions'
import type { Journal } from '../../core/ports'
import type { Desk } from '../desk'

/** The part of the journal that is compared with Telegram. */
export type ComparedJournal = Pick<Journal, 'find' | 'latest' | 'read'>

/** What the tickets hold now, to be compared with what Telegram has. */
export function oursNow(
  { state }: Pick<Desk, 'state'>,
  journal: ComparedJournal,
  deletions: Deletions,
): Ours {
  return {
    ...{ state, deletions },
    find: (chatId, number) => journal.find(chatId, number),
    latest: (chatId, number) => journal.latest(chatId, number),
    read: (conversationId, options) => journal.read(conversationId, options),
  }
}
