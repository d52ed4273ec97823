import type { Course } from '../desk/course'
import type { IntentOf } from '../desk/decide'
import { personAfter } from '../people/person-after'
import { isSamePerson } from '../people/same-person'
import { Refusal } from '../refusal'
import { createTicket } from '../ticket/create-ticket'
import { currentTicket } from '../ticket/find-ticket'
import { isDone } from '../ticket/transitions'
import { iso } from '../time'
import type { Conversation } from './conversation'
import { conversationId, noTopic, privateChat, privateChatOf } from './message'

/**
 * The conversation of a private chat, begun now if it was not known: with a bot, always; with a personal account
 * only where the agent or a rule put it on the desk. Null for what is not on the desk (R29, R169).
 */
export function findPrivateChat(course: Course, chatId: string): Conversation | null {
  const sides = privateChatOf(chatId)
  const account = course.state.accounts.find(({ id }) => id === sides?.accountId)
  if (!sides || !account) return null
  const id = conversationId(chatId, noTopic)
  const known = course.state.conversations.get(id)
  if (known?.privately?.isFollowed === false) return null
  if (known) return known
  return beginChat(course, chatId, { ...sides, via: account.kind })
}

/**
 * Puts a private chat on the desk, with a ticket opened by hand if none is open (C5: `open`).
 *
 * @throws {@link Refusal} `not-found` for an account that is not signed in.
 */
export function openChat(course: Course, { accountId, person }: IntentOf<'open-chat'>): void {
  const account = course.state.accounts.find(({ id }) => id === accountId)
  if (!account) throw new Refusal('not-found', 'This account is not signed in.', { field: 'accountId' })
  const met = course.state.people.get(person.id)
  const after = personAfter(met, person)
  if (!isSamePerson(met, after)) course.happen({ kind: 'person-met', person: after }, { kind: 'desk' })
  const chatId = privateChat(accountId, person.id)
  const id = conversationId(chatId, noTopic)
  const known = course.state.conversations.get(id)
  if (known?.privately?.isFollowed === false) course.happen({ kind: 'chat-followed', conversationId: id })
  const chat =
    course.state.conversations.get(id) ??
    beginChat(course, chatId, { accountId, personId: person.id, via: account.kind })
  const before = currentTicket(course.state, chat ?? undefined)
  if (!chat || (before && !isDone(before.status))) return
  createTicket(course, chat, { senderId: person.id, sentAt: iso(course.at) }, before, 'by-hand')
}

/** Takes a private chat off the desk: nothing of it is read any more. Its tickets stay. */
export function leaveChat(course: Course, { accountId, personId }: IntentOf<'leave-chat'>): void {
  const id = conversationId(privateChat(accountId, personId), noTopic)
  if (course.state.conversations.get(id)?.privately?.isFollowed)
    course.happen({ kind: 'chat-left', conversationId: id })
}

/** The customer blocked the bot, or let it in again. */
export function blockBot(course: Course, chatId: string, isBlocked: boolean): void {
  const chat = findPrivateChat(course, chatId)
  if (!chat?.privately || (chat.privately.blockedAt !== null) === isBlocked) return
  const by = { kind: 'customer', id: chat.privately.personId } as const
  course.happen({ kind: isBlocked ? 'bot-blocked' : 'bot-unblocked', conversationId: chat.id }, by)
}

function beginChat(
  course: Course,
  chatId: string,
  privately: { readonly accountId: string; readonly personId: string; readonly via: 'bot' | 'user' },
): Conversation | null {
  const id = conversationId(chatId, noTopic)
  const title = course.state.people.get(privately.personId)?.name ?? 'Private chat'
  course.happen(
    { kind: 'topic-found', conversationId: id, chatId, topicId: noTopic, title, privately },
    { kind: 'desk' },
  )
  return course.state.conversations.get(id) ?? null
}
