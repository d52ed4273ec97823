import type { Course } from '../desk/course'
import type { IntentOf } from '../desk/intents'
import type { DeskState } from '../desk/state'
import { beginMirror } from '../mirror/begin-mirror'
import { sayInTopic } from '../mirror/say-in-topic'
import { entriesInOrder } from '../outbox/entries'
import { stopSending } from '../outbox/stop-sending'
import { groupOf } from '../people/accounts'
import { isTeam, nameOf } from '../people/names'
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
 * The conversation of a private chat in which someone wrote, begun now if it was not known: with a bot, always; with
 * a personal account only where the rule takes strangers, who are no colleagues and no bots, and never because the
 * agent writes to somebody. Null for what is not on the desk (R29, R169).
 */
export function findPrivateChat(course: Course, chatId: string, isOwn: boolean): Conversation | null {
  const sides = privateChatOf(chatId)
  const account = course.state.accounts.find(({ id }) => id === sides?.accountId)
  if (!sides || !account) return null
  const known = knownChat(course.state, chatId)
  if (known) return known.privately?.isFollowed ? known : null
  const { settings, people } = course.state
  const isOneOfUs = isTeam(course.state, sides.personId) || people.get(sides.personId)?.isBot === true
  const isStranger = !isOwn && !isOneOfUs && settings.chatRule === 'strangers'
  if (account.kind === 'user' && !isStranger) return null
  return beginChat(course, chatId, { ...sides, via: account.kind })
}

/** A private chat that was on the desk at some time; null for any other. */
export function knownChat(
  { conversations }: Pick<DeskState, 'conversations'>,
  chatId: string,
): Conversation | null {
  return conversations.get(conversationId(chatId, noTopic)) ?? null
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
  createTicket(course, chat, { senderId: person.id, sentAt: iso(course.at) }, before, undefined, 'by-hand')
  beginMirror(course, chat.id)
}

/**
 * Takes a private chat of a personal account off the desk: nothing of it is read any more. Its tickets stay. A reply
 * that still waits is not sent behind the agent's back: it says so, and can be sent once the chat is back. What the
 * desk would have said by itself is not said.
 *
 * @throws {@link Refusal} `not-allowed` for a bot's: its customers would write in vain.
 */
export function leaveChat(course: Course, { accountId, personId }: IntentOf<'leave-chat'>): void {
  const id = conversationId(privateChat(accountId, personId), noTopic)
  const side = course.state.conversations.get(id)?.privately
  if (side?.via === 'bot') throw new Refusal('not-allowed', 'A bot’s chats are always on the desk.')
  if (!side?.isFollowed) return
  course.happen({ kind: 'chat-left', conversationId: id })
  for (const entry of entriesInOrder(course.state, id)) {
    const { ticketId, id: outboxId, state } = entry
    if (entry.kind === 'reply' && entry.purpose !== undefined && state.kind !== 'attempted')
      course.happen({ kind: 'reply-discarded', conversationId: id, ticketId, outboxId }, { kind: 'desk' })
  }
  stopSending(course, entriesInOrder(course.state, id), 'This chat was taken off the desk.')
}

/** The customer blocked the bot, or let it in again: said in the staff group too, before anyone writes in vain. */
export function blockBot(course: Course, chatId: string, isBlocked: boolean): void {
  const chat = knownChat(course.state, chatId)
  if (!chat?.privately || (chat.privately.blockedAt !== null) === isBlocked) return
  const { personId } = chat.privately
  const by = { kind: 'customer', id: personId } as const
  course.happen({ kind: isBlocked ? 'bot-blocked' : 'bot-unblocked', conversationId: chat.id }, by)
  const name = nameOf(course.state, personId)
  sayInTopic(course, chat.id, isBlocked ? blockedWords(name) : `${name} can be written to again.`)
}

/** Why nothing can be sent in a conversation; null if it can. Being signed out is no reason: it waits. */
export function whyUnreachable(state: DeskState, { chatId, privately }: Conversation): string | null {
  if (!privately)
    return groupOf(state, chatId) ? null : 'This group is not followed any more. Follow it again to reply.'
  const { personId, blockedAt, isFollowed } = privately
  const name = nameOf(state, personId)
  if (blockedAt !== null) return blockedWords(name)
  if (state.people.get(personId)?.isDeleted)
    return `${name} has deleted their account at Telegram. Nothing can be sent.`
  return isFollowed ? null : 'This chat is off the desk. Put it back to reply.'
}

function blockedWords(name: string): string {
  return `${name} has blocked the bot. Nothing can be sent until they write again.`
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
