import type { ClockName } from '../../../src-preload/contract/clock'
import type { Settings } from '../../../src-preload/contract/settings'
import { contentOf } from '../conversation/content'
import type { IncomingMessage, StoredMedia } from '../conversation/message'
import { fileKind, oneLine } from '../conversation/one-line'
import type { MessageEvent, Recorded } from '../desk/events'
import type { DeskState } from '../desk/state'
import type { OutboxEntry } from '../outbox/entry'
import { isOvertaken } from '../outbox/is-overtaken'
import { advanceClocks } from '../sla/fold-clocks'
import { ms } from '../time'
import type { Ticket } from './ticket'
import { isDone } from './transitions'

type Received = Recorded<Extract<MessageEvent, { kind: 'message-received' }>>
type Sent = Recorded<Extract<MessageEvent, { kind: 'reply-sent' }>>

/** A ticket after a message from before it was one: it can be read, and nothing follows from it. */
export function withContext(ticket: Ticket, { event }: Received): Ticket {
  const { message, side } = event
  const at = ms(message.sentAt)
  if (ticket.last && ticket.last.at > at) return { ...ticket, messages: ticket.messages + 1 }
  return {
    ...ticket,
    messages: ticket.messages + 1,
    last: {
      kind: side === 'customer' ? 'customer' : 'reply',
      by: message.senderId,
      text: oneLine(message.text, message.media, contentOf(message)),
      at,
      number: message.number,
    },
  }
}

/** A ticket after the customer wrote: our turn, unless it is over and stays so. */
export function withCustomerMessage(ticket: Ticket, { event, seq }: Received, settings: Settings): Ticket {
  const { message } = event
  const at = ms(message.sentAt)
  const ball = isDone(ticket.status) ? 'nobody' : 'ours'
  const clocks = advanceClocks(ticket.clocks, 'customer-wrote', ticket, at, settings)
  return {
    ...ticket,
    messages: ticket.messages + 1,
    unread: ticket.unread + 1,
    customerPosition: seq,
    ball,
    ballSince: ball === ticket.ball ? ticket.ballSince : at,
    clocks,
    noticed: clocks['next-reply'] === ticket.clocks['next-reply'] ? ticket.noticed : forgetNext(ticket),
    last: wordOf('customer', message, ticket.last),
  }
}

/** A ticket after a person of the team answered in plain Telegram: it counts like any reply (R43). */
export function withTeamMessage(ticket: Ticket, { event }: Received, settings: Settings): Ticket {
  const { message } = event
  const at = ms(message.sentAt)
  return {
    ...answered(ticket, at, settings),
    messages: ticket.messages + 1,
    replyNumber: Math.max(ticket.replyNumber, message.number),
    last: wordOf('reply', message, ticket.last),
  }
}

/** A message as the last word. A picture of an album without words leaves the album's caption standing. */
function wordOf(
  kind: 'customer' | 'reply',
  message: IncomingMessage,
  before: Ticket['last'],
): Ticket['last'] {
  const { senderId: by, text, media, sentAt, number, albumId } = message
  const at = ms(sentAt)
  if (albumId !== null && before?.albumId === albumId && text === '') return { ...before, at }
  const album = albumId === null ? {} : { albumId }
  return { kind, by, text: oneLine(text, media, contentOf(message)), at, number, ...album }
}

/**
 * A ticket after our reply arrived. What the customer wrote while it waited to go out is not answered by it:
 * then it stays our turn, and the next promise counts from the first of that (product.md 2.18).
 */
export function withReply(
  ticket: Ticket,
  { event, by }: Sent,
  entry: Extract<OutboxEntry, { kind: 'reply' }>,
  settings: Settings,
): Ticket {
  const at = ms(event.sentAt)
  const media =
    event.media.length > 0 ? event.media : entry.files.map(({ mime }) => ({ kind: fileKind(mime) }))
  const author = by.kind === 'agent' ? by.id : (entry.authorId ?? '')
  const after: Ticket = {
    ...(isOvertaken(ticket, entry) ? overtaken(ticket, entry, at, settings) : answered(ticket, at, settings)),
    messages: ticket.messages + 1,
    replyNumber: Math.max(ticket.replyNumber, event.number ?? 0),
    last: {
      kind: 'reply',
      by: author,
      text: oneLine(entry.text, media, entry.content),
      at,
      ...(event.number === null ? {} : { number: event.number }),
    },
  }
  return after
}

/** A ticket after Telegram named the message of a reply that it had said before it has: edits are told by it. */
export function withLateNumber(
  ticket: Ticket,
  { conversationId, outboxId, number }: Sent['event'],
  { conversations }: DeskState,
): Ticket {
  const unnamed = (conversations.get(conversationId)?.sentReplies ?? []).filter(
    (sent) => sent.number === null && sent.answers === ticket.id,
  )
  if (number === null || !unnamed.some((sent) => sent.outboxId === outboxId)) return ticket
  const { last } = ticket
  const isLast = last?.kind === 'reply' && last.number === undefined && unnamed.at(-1)?.outboxId === outboxId
  const replyNumber = Math.max(ticket.replyNumber, number)
  return { ...ticket, replyNumber, last: isLast ? { ...last, number } : last }
}

function answered(ticket: Ticket, at: number, settings: Settings): Ticket {
  const ball = isDone(ticket.status) ? 'nobody' : 'theirs'
  const replied: Ticket = {
    ...ticket,
    repliedAt: ticket.repliedAt ?? at,
    ball,
    ballSince: ball === ticket.ball ? ticket.ballSince : at,
    unread: 0,
    seenPosition: Math.max(ticket.seenPosition, ticket.customerPosition),
  }
  return { ...replied, clocks: advanceClocks(ticket.clocks, 'replied', replied, at, settings) }
}

function overtaken(
  ticket: Ticket,
  { overtakenAt }: Extract<OutboxEntry, { kind: 'reply' }>,
  at: number,
  settings: Settings,
): Ticket {
  const { unread, seenPosition } = ticket
  const replied = { ...answered(ticket, at, settings), unread, seenPosition }
  // Whoever answered them meanwhile, or set it to wait for them, had seen what they wrote: it stays their turn.
  if (isDone(ticket.status) || ticket.ball === 'theirs') return replied
  // What waits since before desks noted it tells the newest only.
  const wroteAt = overtakenAt ?? (ticket.last?.kind === 'customer' ? ticket.last.at : at)
  const clocks = advanceClocks(replied.clocks, 'customer-wrote', replied, wroteAt, settings)
  return { ...replied, clocks, noticed: forgetNext(ticket), ball: 'ours', ballSince: wroteAt }
}

/** A row shows what a message says now: its edited text, or that it is gone. */
export function withRewrite(ticket: Ticket, text: string, media?: readonly StoredMedia[]): Ticket {
  return ticket.last ? { ...ticket, last: { ...ticket.last, text: oneLine(text, media) } } : ticket
}

const nextReply: ClockName = 'next-reply'

/** A new question is a new clock: what was told about the one before it does not count (R108). */
function forgetNext(ticket: Ticket): Ticket['noticed'] {
  return ticket.noticed.filter((noticed) => !noticed.startsWith(nextReply))
}
