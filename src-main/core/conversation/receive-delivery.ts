import type { Course } from '../desk/course'
import type { TelegramDelivery, TelegramFact } from '../desk/facts'
import { moveGroup } from '../desk/session'
import { setAside, takeUp } from '../evidence/set-aside'
import { answerByPress } from '../intake/answer-intake'
import { groupOf } from '../people/accounts'
import { isMe } from '../people/names'
import { personAfter } from '../people/person-after'
import { isSamePerson } from '../people/same-person'
import { Refusal } from '../refusal'
import type { Conversation } from './conversation'
import { type Person, privateChatOf } from './message'
import { blockBot } from './private-chat'
import { receiveMessage } from './receive-message'
import { deleteMessages, editMessage } from './rewrite-message'
import { changeTeam } from './team'
import { changeTopic, createTopic, deleteTopic, readTopic } from './topic'

/**
 * Takes one step of Telegram's stream: people, facts in their order, and last the adapter's marks, so that
 * what was read and what followed from it are kept together or not at all (telegram.md B.2).
 *
 * @throws {@link Refusal} `not-found` for news of an account that is signed out: nobody reads its chats now, and what it was told
 * is not to count as read.
 */
export function receiveDelivery(course: Course, delivery: TelegramDelivery): void {
  const isNews = delivery.facts.length > 0 || delivery.setAside !== undefined
  if (isNews && !isMe(course.state, delivery.accountId))
    throw new Refusal('not-found', 'This account is not signed in.', { field: 'accountId' })
  for (const person of delivery.people) meet(course, person)
  let again = 0
  for (const fact of delivery.facts) {
    if (!isOurs(course, fact)) continue
    if (isToldAgain(course, fact)) again++
    hear(course, fact, delivery.facts)
  }
  const { accountId, marks } = delivery
  for (const aside of delivery.setAside ?? []) setAside(course, aside)
  for (const taken of delivery.takenUp ?? []) takeUp(course, accountId, taken)
  const tally = withDuplicates(delivery.tally, again)
  if (Object.keys(marks).length > 0 || tally)
    course.happen({ kind: 'telegram-read', marks, accountId, ...(tally ? { tally } : {}) }, { kind: 'desk' })
}

/** Whether a fact is of a private chat or a group that is followed. What a group told that was left since is dropped. */
function isOurs({ state }: Course, fact: TelegramFact): boolean {
  const chatId = 'message' in fact ? fact.message.chatId : 'chatId' in fact ? fact.chatId : null
  return chatId === null || privateChatOf(chatId) !== null || groupOf(state, chatId) !== null
}

/** Whether a fact tells of a message that was taken in before; what we sent ourselves comes back by right. */
function isToldAgain({ known }: Course, fact: TelegramFact): boolean {
  if (fact.kind !== 'message' || fact.message.isOwn) return false
  return known.find(fact.message.chatId, fact.message.number) !== null
}

function withDuplicates(tally: TelegramDelivery['tally'], again: number): TelegramDelivery['tally'] {
  return again === 0 ? tally : { ...tally, duplicates: (tally?.duplicates ?? 0) + again }
}

function meet(course: Course, person: Person): void {
  const known = course.state.people.get(person.id)
  const after = personAfter(known, person)
  if (!isSamePerson(known, after)) course.happen({ kind: 'person-met', person: after }, { kind: 'desk' })
}

function hear(course: Course, fact: TelegramFact, together: readonly TelegramFact[]): void {
  switch (fact.kind) {
    case 'message':
      receiveMessage(course, fact.message, fact.isContext)
      break
    case 'message-edited':
      editMessage(course, fact)
      break
    case 'messages-deleted':
      deleteMessages(course, fact, isGoneIn(together))
      break
    case 'topic-created':
      createTopic(course, fact)
      break
    case 'topic-changed':
      changeTopic(course, fact)
      break
    case 'topic-deleted':
      deleteTopic(course, fact)
      break
    case 'topic-read':
      readTopic(course, fact)
      break
    case 'bot-blocked':
      blockBot(course, fact.chatId, fact.isBlocked)
      break
    case 'group-migrated':
      moveGroup(course, fact)
      break
    case 'button-pressed':
      answerByPress(course, fact)
      break
    case 'team':
      changeTeam(course, fact.groupId, fact.agents)
      break
    default:
      fact satisfies never
  }
}

/** Whether a conversation's topic is deleted by one of these facts. */
function isGoneIn(facts: readonly TelegramFact[]): (conversation: Conversation) => boolean {
  return ({ chatId, topicId }) =>
    facts.some((fact) => fact.kind === 'topic-deleted' && fact.chatId === chatId && fact.topicId === topicId)
}
