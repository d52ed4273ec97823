import { contentOf, isSendable } from '../conversation/content'
import { contentName } from '../conversation/content-words'
import { keepMessage } from '../conversation/keep-message'
import { type IncomingMessage, noReply } from '../conversation/message'
import { whyUnreachable } from '../conversation/private-chat'
import { captionMaxLength, splitText } from '../conversation/split-text'
import type { Course } from '../desk/course'
import { entriesInOrder } from '../outbox/entries'
import { topicTaskId } from '../outbox/outbox-id'
import { currentTicket } from '../ticket/find-ticket'
import type { Ticket } from '../ticket/ticket'
import { iso } from '../time'
import { type Mirrored, mirrorAt, privateNumberOf } from './mirror-at'
import { albumHoldMs, albumMax } from './queue-copy'
import { sayInTopic } from './say-in-topic'
import { settleCopy } from './settle-own'
import { commandOf, obey } from './staff-command'
import { tellAstray } from './tell-astray'

/** How many events back another message of the same album is looked for. */
const albumSearch = 50

/**
 * What a colleague writes in the staff group's topic of a private chat is a reply: it goes to the customer once, in
 * the colleague's name. A command is obeyed and not sent, nor is a file under which it stands. Nothing else of the group
 * is heard: not General, no topic that copies no chat (of one that did, the writer is told so), no bot, and not the
 * desk's own copies.
 */
export function hearStaff(course: Course, message: IncomingMessage): void {
  if (message.isOwn) {
    settleCopy(course, message)
    return
  }
  if (course.state.people.get(message.senderId)?.isBot) return
  const conversation = mirrorAt(course.state, message.chatId, message.topicId)
  if (!conversation) tellAstray(course, message)
  const ticket = currentTicket(course.state, conversation ?? undefined)
  if (!conversation || !ticket) return
  const command = commandOf(message.text)
  if (command) {
    withdrawAlbum(course, conversation, message)
    keep(course, conversation, ticket, message, noReply)
    obey(course, conversation, ticket, message, command)
  } else if (isOfCommand(course, conversation, message)) keep(course, conversation, ticket, message, noReply)
  else answer(course, conversation, ticket, message)
}

/** A command may stand under any picture of its album: what came before it does not go out either. */
function withdrawAlbum(course: Course, conversation: Mirrored, message: IncomingMessage): void {
  const outboxId = waitingReply(course, conversation, message)
  const entry = outboxId === null ? undefined : course.state.outbox.get(outboxId)
  if (!entry) return
  const { conversationId, ticketId, id } = entry
  course.happen({ kind: 'reply-discarded', conversationId, ticketId, outboxId: id }, by(message))
}

/** Whether a message is of an album that stands under a command: it is no more for the customer than the command is. */
function isOfCommand({ known }: Course, { id }: Mirrored, { albumId, chatId }: IncomingMessage): boolean {
  if (albumId === null) return false
  return known
    .read(id, { limit: albumSearch })
    .some(
      ({ event }) =>
        event.kind === 'message-received' &&
        event.message.chatId === chatId &&
        event.message.albumId === albumId &&
        commandOf(event.message.text) !== null,
    )
}

function answer(course: Course, conversation: Mirrored, ticket: Ticket, message: IncomingMessage): void {
  const why = whyNotSent(course, conversation, ticket, message)
  const { media } = message
  if (why !== null) {
    keep(course, conversation, ticket, message, noReply)
    refuse(course, conversation, message, why)
    return
  }
  const album = waitingReply(course, conversation, message)
  if (album !== null) {
    keep(course, conversation, ticket, message, album)
    const onTicket = { conversationId: conversation.id, ticketId: ticket.id }
    course.happen({ kind: 'reply-extended', ...onTicket, outboxId: album, media }, by(message))
    if (message.text.trim() !== '') queueParts(course, conversation, ticket, { ...message, media: [] })
    return
  }
  const outboxId = replyIdOf(message, 0)
  keep(course, conversation, ticket, message, outboxId)
  queueParts(course, conversation, ticket, message)
}

/** One reply, or as many as Telegram makes of it: a long text does not go under a file in one piece. */
function queueParts(
  course: Course,
  { id: conversationId, mirror }: Mirrored,
  { id: ticketId }: Ticket,
  message: IncomingMessage,
): void {
  const { chatId, number, albumId, media } = message
  const parts = splitText(message, media.length > 0 ? captionMaxLength : undefined)
  const isAlbum = albumId !== null && media.length > 0
  const origin = { chatId, number, ...(isAlbum ? { albumId } : {}) }
  for (const [nth, part] of (parts.length > 0 ? parts : [{ text: '', entities: [] }]).entries())
    course.happen(
      {
        kind: 'reply-queued',
        ...{ conversationId, ticketId, outboxId: replyIdOf(message, nth), ...part },
        files: [],
        media: nth === 0 ? media : [],
        ...(nth === 0 && message.content ? { content: message.content } : {}),
        replyTo: nth === 0 ? privateNumberOf(mirror, message.replyTo) : null,
        holdUntil: iso(isAlbum && nth === 0 ? course.at + albumHoldMs : course.at),
        after: 'nothing',
        origin: parts.length > 1 ? { ...origin, part: nth } : origin,
      },
      by(message),
    )
}

/** The outbox id of the nth part of a reply from the staff group: the same message gives the same. */
function replyIdOf({ chatId, number }: IncomingMessage, nth: number): string {
  return topicTaskId(`${chatId}/${number}`, nth)
}

function whyNotSent(
  { state }: Course,
  conversation: Mirrored,
  { status, code }: Ticket,
  message: IncomingMessage,
): string | null {
  if (status === 'closed') return `${code} is closed. Write /reopen to answer. This was not sent.`
  const content = contentOf(message)
  if (content && !isSendable(content)) return `${contentName(content)} cannot be passed on. It was not sent.`
  if (!content && message.media.length === 0 && message.text.trim() === '')
    return 'Telegram lets no bot pass this on. It was not sent.'
  const why = whyUnreachable(state, conversation)
  return why === null ? null : `${why} This was not sent.`
}

/** Says in the topic, and in the conversation, what was not sent and why. */
function refuse(
  course: Course,
  { id }: Mirrored,
  { number, senderId }: IncomingMessage,
  reason: string,
): void {
  course.happen({ kind: 'not-carried', conversationId: id, reason }, { kind: 'agent', id: senderId })
  sayInTopic(course, id, reason, number)
}

function waitingReply({ state }: Course, { id }: Mirrored, message: IncomingMessage): string | null {
  const { albumId, media, chatId } = message
  if (albumId === null || media.length === 0) return null
  const entry = entriesInOrder(state, id).find(
    (one) =>
      one.kind === 'reply' &&
      one.state.kind === 'held' &&
      one.origin?.chatId === chatId &&
      one.origin.albumId === albumId &&
      one.media.length < albumMax,
  )
  return entry?.id ?? null
}

function keep(
  course: Course,
  conversation: Mirrored,
  { id }: Ticket,
  message: IncomingMessage,
  partOf: string,
): void {
  keepMessage(course, conversation, id, 'team', message, by(message), { partOf })
}

function by({ senderId }: IncomingMessage) {
  return { kind: 'agent', id: senderId } as const
}
