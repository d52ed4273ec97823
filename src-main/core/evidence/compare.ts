import type { Difference } from '../../../src-preload/contract/evidence'
import { conversationAt } from '../conversation/conversation-at'
import { type MessageId, messageId } from '../conversation/message'
import { hasOtherFiles } from '../conversation/message-media'
import { generalTopicId } from '../conversation/topic'
import type { TelegramFact } from '../desk/facts'
import type { KnownMessages } from '../desk/intents'
import type { DeskState } from '../desk/state'
import { changedMessage } from '../outbox/changes'
import { entriesInOrder } from '../outbox/entries'
import type { Ticket } from '../ticket/ticket'
import { iso, ms } from '../time'
import type { Deletions } from './deletions'

type MessageFact = Extract<TelegramFact, { kind: 'message' }>

/** What Telegram's history is compared with. */
export interface Ours extends KnownMessages {
  readonly state: DeskState
  /** For all that is compared together. */
  readonly deletions: Deletions
}

/** A difference, and the fact that mends it. */
export interface Disagreement {
  readonly difference: Omit<Difference, 'repaired'>
  readonly repair: TelegramFact
}

/**
 * Compares a message as Telegram has it now with what the tickets hold (R151); null if they agree. `began` is when the
 * desk began to read its chat, `now` when it is compared (epoch ms): what was said before that is no ticket's, and
 * when a message was edited history does not say. Of a private chat that was taken off the desk nothing is compared
 * (R169). Of what this account wrote only the words count: Telegram finds
 * links and names in them by itself.
 */
export function compareMessage(
  ours: Ours,
  fact: MessageFact,
  began: number,
  now: number,
): Disagreement | null {
  const { message } = fact
  const { chatId, topicId, number, sentAt, text, entities, media, isOwn, content } = message
  const found = ours.find(chatId, number)
  if (conversationAt(ours.state, chatId, topicId)?.privately?.isFollowed === false) return null
  const place = placeOf(ours.state, found?.conversationId, chatId, topicId)
  const known = { ...place, number, at: ms(sentAt) }
  if (!found) {
    const isOurs = topicId !== generalTopicId && ms(sentAt) >= began && fact.isContext !== true
    return isOurs ? { difference: { kind: 'missing', ...known }, repair: fact } : null
  }
  if (isOwn && isChanging(ours.state, found.conversationId, messageId(chatId, number))) return null
  const latest = ours.latest(chatId, number)
  const isReplaced = hasOtherFiles(latest?.media ?? null, media)
  const isSame = isOwn
    ? latest?.text.trim() === text.trim()
    : latest?.text === text && JSON.stringify(latest.entities) === JSON.stringify(entities)
  // Journals of before hold a contact in words; Telegram never did.
  if (latest === null || (isSame && !isReplaced) || (text === '' && content)) return null
  const repair = { kind: 'message-edited', message, editedAt: iso(now) } as const
  return { difference: { kind: 'edited', ...known }, repair }
}

/**
 * Looks at a number at which Telegram has nothing; null if the tickets hold nothing there either, or know that it was
 * deleted. A reply of ours that is not there is told apart: the customer does not have it.
 */
export function compareGone(ours: Ours, chatId: string, number: number, now: number): Disagreement | null {
  const found = ours.find(chatId, number)
  const position = ours.latest(chatId, number)?.position
  if (!found || position === undefined || isDeletedHere(ours, found.conversationId, chatId, number, position))
    return null
  const [beginning] = ours.read(found.conversationId, { before: position + 1, limit: 1 })
  const isReply = beginning?.event.kind === 'reply-queued'
  const at = beginning?.event.kind === 'message-received' ? ms(beginning.event.message.sentAt) : null
  return {
    difference: {
      kind: isReply ? 'unknown-to-telegram' : 'deleted',
      ...placeOf(ours.state, found.conversationId, chatId, 0),
      number,
      at: at ?? (beginning ? ms(beginning.at) : null),
    },
    repair: { kind: 'messages-deleted', chatId, numbers: [number], at: iso(now) },
  }
}

/**
 * Takes note of a ticket in when the desk began to read each chat: with its first ticket (epoch ms). A chat without any
 * was read from its first day, as far as anybody can tell.
 */
export function noteBeginning(
  began: Map<string, number>,
  { conversations }: Pick<DeskState, 'conversations'>,
  { conversationId, createdAt }: Ticket,
): void {
  const chatId = conversations.get(conversationId)?.chatId
  if (chatId !== undefined) began.set(chatId, Math.min(began.get(chatId) ?? createdAt, createdAt))
}

/** Whether other words of a reply are on their way: until they are there, Telegram has those of before. */
function isChanging(state: DeskState, conversationId: string, name: MessageId): boolean {
  return entriesInOrder(state, conversationId).some((entry) => changedMessage(entry) === name)
}

function placeOf(
  state: DeskState,
  conversationId: string | undefined,
  chatId: string,
  topicId: number,
): Pick<Difference, 'place' | 'ticketId' | 'code'> {
  const conversation =
    conversationId === undefined
      ? conversationAt(state, chatId, topicId)
      : state.conversations.get(conversationId)
  const ticketId = conversation?.ticketIds.at(-1) ?? null
  const code = ticketId === null ? null : (state.tickets.get(ticketId)?.code ?? null)
  return { place: conversation?.title ?? `Topic ${topicId}`, ticketId, code }
}

/** The newest deletions are in the state; older ones only in the journal. */
function isDeletedHere(
  { state, deletions }: Ours,
  conversationId: string,
  chatId: string,
  number: number,
  position: number,
): boolean {
  if (state.conversations.get(conversationId)?.deletedNumbers.includes(number)) return true
  return deletions.has(conversationId, messageId(chatId, number), position)
}
