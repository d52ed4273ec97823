import { conversationAt } from '../conversation/conversation-at'
import { noTopic, privateChatOf } from '../conversation/message'
import type { Course } from '../desk/course'
import type { SetAside, TakenUp, TelegramFact } from '../desk/facts'
import type { DeskState } from '../desk/state'
import { groupOf } from '../people/accounts'
import { Refusal } from '../refusal'

/** What is kept of a fact that the rules failed on, or of a person for null: where it is at Telegram, never what it says. */
export function asideOf(accountId: string, fact: TelegramFact | null, error: unknown): SetAside {
  const chatId = fact === null ? null : chatOf(fact)
  const numbers = fact === null ? [] : numbersOf(fact)
  return {
    ...asideAt(accountId, fact?.kind ?? null, chatId, numbers, error),
    ...(fact?.kind === 'message' && fact.isContext ? { isContext: true } : {}),
  }
}

/** The same for what could not even be made a fact. */
export function asideAt(
  accountId: string,
  what: SetAside['what'],
  chatId: string | null,
  numbers: readonly number[],
  error: unknown,
): SetAside {
  return {
    id: [accountId, what ?? 'person', chatId ?? '', numbers[0] ?? ''].join('/'),
    ...{ accountId, what, chatId, numbers },
    error: error instanceof Refusal ? error.code : error instanceof Error ? error.name : typeof error,
  }
}

/** Takes note of what could not be taken in, once. */
export function setAside(course: Course, aside: SetAside): void {
  if (!course.state.asides.has(aside.id)) course.happen({ kind: 'fact-set-aside', aside })
}

/** Takes note that something is dealt with that was set aside. */
export function takeUp(course: Course, accountId: string, taken: TakenUp): void {
  if (course.state.asides.has(taken.id)) course.happen({ kind: 'fact-taken-up', accountId, taken })
}

/** What of an account is set aside, of the groups and chats that are on the desk; in each in Telegram's order. */
export function asidesOf(state: DeskState, accountId: string): readonly SetAside[] {
  return [...state.asides.values()]
    .filter(
      (aside) => aside.accountId === accountId && (aside.chatId === null || isOnDesk(state, aside.chatId)),
    )
    .sort((one, other) => (one.numbers[0] ?? 0) - (other.numbers[0] ?? 0))
}

function isOnDesk(state: DeskState, chatId: string): boolean {
  if (privateChatOf(chatId) === null) return groupOf(state, chatId) !== null
  return conversationAt(state, chatId, noTopic)?.privately?.isFollowed !== false
}

/** The chat a fact is about, or the box of private chats. */
export function chatOf(fact: TelegramFact): string {
  switch (fact.kind) {
    case 'message':
    case 'message-edited':
      return fact.message.chatId
    case 'group-migrated':
      return fact.from
    case 'team':
      return fact.groupId
    default:
      return fact.chatId
  }
}

/** The messages by which Telegram can be asked again. A topic has the number of the message that opened it. */
function numbersOf(fact: TelegramFact): readonly number[] {
  switch (fact.kind) {
    case 'message':
    case 'message-edited':
      return [fact.message.number]
    case 'messages-deleted':
      return fact.numbers
    case 'topic-created':
    case 'topic-deleted':
      return [fact.topicId]
    case 'topic-changed':
      return [fact.number]
    default:
      return []
  }
}
