import { theDesk } from '../core/desk/actor'
import type { OutboxEntry } from '../core/outbox/entry'
import { isLevel } from '../core/people/is-level'
import type { Journal, SendResult } from '../core/ports'
import { Refusal } from '../core/refusal'
import type { Accounts } from './accounts'
import type { Desk } from './desk'

/**
 * What Telegram has of an entry that waits, among the newest messages of its chat; null if nothing like it.
 *
 * @throws {@link Refusal} if it cannot be looked for now.
 */
export async function lookFor(
  { desk, accounts, journal }: Omit<CheckGround, 'desk'> & { readonly desk: Pick<Desk, 'state'> },
  entry: OutboxEntry,
): Promise<SendResult | null> {
  const door = accounts.forChat(entry.chatId)
  if (!door) throw new Refusal('signed-out', 'The account this went through is signed out.')
  if (!isLevel(door.link))
    throw new Refusal('offline', 'There is no connection to Telegram. Look again when there is.')
  const copies = desk.state.conversations.get(entry.conversationId)?.mirror?.copies ?? []
  const isKnown = (number: number) =>
    journal.find(entry.chatId, number) !== null ||
    (entry.isMirror && copies.some(({ topicNumber }) => topicNumber === number))
  return door.telegram.check(entry, isKnown)
}

/** What a reply is looked for with. */
export interface CheckGround {
  readonly desk: Desk
  readonly accounts: Pick<Accounts, 'forChat'>
  readonly journal: Pick<Journal, 'find'>
}

/**
 * Looks at Telegram whether a reply of which nobody could tell has arrived; null if it has, and then it is sent.
 * Where Telegram has nothing like it, the reply stays uncertain and says so, as does the answer: what is not seen now may still be on its
 * way, so only a person decides to send it again. A bot sees only the newest messages: what it does not find may be
 * there all the same.
 *
 * @throws {@link Refusal} if it is not uncertain (any more), or cannot be looked for now.
 */
export async function checkReply(
  { desk, accounts, journal }: CheckGround,
  ticketId: string,
  outboxId: string,
): Promise<string | null> {
  const entry = desk.state.outbox.get(outboxId)
  if (!entry || entry.ticketId !== ticketId)
    throw new Refusal('not-found', 'This reply does not wait any more.', { field: 'outboxId' })
  if (entry.state.kind !== 'failed' || !entry.state.uncertain)
    throw new Refusal('not-allowed', 'Only a reply of which nobody can tell is looked for.')
  if (entry.state.isElsewhere)
    throw new Refusal(
      'not-allowed',
      'This group became another one at Telegram. Only the old one can tell: look there yourself.',
    )
  const found = await lookFor({ desk, accounts, journal }, entry)
  if (found?.kind === 'sent') {
    const { number, sentAt, media } = found
    await desk.ask({ kind: 'note-sent', outboxId, number, sentAt, media }, theDesk)
    return null
  }
  if (found) throw new Refusal('offline', 'Telegram gave no answer. Look again later.')
  const through = accounts.forChat(entry.chatId)?.accountId
  const isBot = desk.state.accounts.some(({ id, kind }) => id === through && kind === 'bot')
  const reason = isBot
    ? 'Perhaps sent. It is not among the newest messages, and a bot can see no others. Ask the customer first.'
    : 'Telegram has nothing like it. Sending it again is safe.'
  await desk.ask({ kind: 'note-failure', outboxId, reason, uncertain: true }, theDesk)
  return reason
}
