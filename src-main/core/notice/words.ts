import type { ClockName } from '../../../src-preload/contract/clock'
import { priorityNames } from '../../../src-preload/contract/ticket-words'
import { contentOf } from '../conversation/content'
import type { IncomingMessage } from '../conversation/message'
import { oneLine } from '../conversation/one-line'
import type { Announcement } from '../desk/effects'
import type { DeskState } from '../desk/state'
import { isMe, nameOf } from '../people/names'
import { clockWords } from '../sla/clock-words'
import { clockViews, deadlines, mostUrgent } from '../sla/deadlines'
import { spanSentence } from '../sla/span-words'
import type { Ticket } from '../ticket/ticket'

const open = { id: 'open', label: 'Open' } as const
const claim = { id: 'claim', label: 'Claim' } as const

/** The key of a ticket's announcement of one kind: a newer one takes its place. */
export function noticeKey(kind: Announcement['kind'], ticketId: string): string {
  return `${kind}:${ticketId}`
}

/** A new ticket, to be opened or claimed from the notification. Its text only if the settings allow (C17). */
export function newTicketNotice(state: DeskState, ticket: Ticket): Announcement {
  const { id, code, customerId, priority } = ticket
  const said = state.settings.notifications.showText && ticket.last ? `: ${ticket.last.text}` : ''
  return {
    key: noticeKey('new-ticket', id),
    kind: 'new-ticket',
    title: `New ticket ${code}`,
    body: `${nameOf(state, customerId)}, ${priorityNames[priority]}${said}`,
    ticketId: id,
    urgent: false,
    actions: [open, claim],
  }
}

/** The customer wrote on a ticket of mine; `now` (epoch ms) tells how long there is to answer. */
export function customerWroteNotice(
  state: DeskState,
  ticket: Ticket,
  message: IncomingMessage,
  now: number,
): Announcement {
  const clock = mostUrgent(clockViews(ticket, state.settings))
  const due =
    clock.kind === 'running'
      ? `${capitalised(clockWords[clock.clock])} ${dueIn(clock.dueAt - now)}`
      : 'No reply is promised'
  return {
    key: noticeKey('customer-wrote', ticket.id),
    kind: 'customer-wrote',
    title: `${nameOf(state, message.senderId)} wrote, ${ticket.code}`,
    body: state.settings.notifications.showText
      ? oneLine(message.text, message.media, contentOf(message))
      : due,
    ticketId: ticket.id,
    urgent: false,
    actions: [open],
  }
}

/** A reply of mine did not go out, and waits in its ticket for a word. */
export function notSentNotice(
  state: DeskState,
  { id, code, customerId }: Ticket,
  { reason, uncertain }: { readonly reason: string; readonly uncertain: boolean },
): Announcement {
  return {
    key: noticeKey('not-sent', id),
    kind: 'not-sent',
    title: `${uncertain ? 'Perhaps not sent' : 'Not sent'} to ${nameOf(state, customerId)}, ${code}`,
    body: reason,
    ticketId: id,
    urgent: false,
    actions: [open],
  }
}

/** Replies of mine in several tickets did not go out, as after a day without the network. */
export function manyNotSentNotice(tickets: number, { id, code }: Ticket): Announcement {
  return {
    key: 'not-sent',
    kind: 'not-sent',
    title: `Replies in ${tickets} tickets were not sent`,
    body: `They wait for your word. First: ${code}`,
    ticketId: id,
    urgent: false,
    actions: [open],
  }
}

/** What became of a clock: its ticket, which clock, when truly (epoch ms). */
export interface ClockNotice {
  readonly ticket: Ticket
  readonly clock: ClockName
  readonly level: 'at-risk' | 'breached'
  readonly trueAt: number
}

/** A promise is at risk or broken. `now` (epoch ms). */
export function clockNotice(state: DeskState, notice: ClockNotice, now: number): Announcement {
  const { ticket, clock, level, trueAt } = notice
  const { id, code, customerId, priority, assignee, ballSince, ball } = ticket
  const customer = nameOf(state, customerId)
  const due = deadlines(ticket, state.settings).find((deadline) => deadline.clock === clock)
  const waited = ball === 'ours' ? `${customer} has waited ${spanSentence(now - ballSince)}.` : `${customer}.`
  const holder =
    assignee === null ? 'with nobody' : `with ${isMe(state, assignee) ? 'you' : nameOf(state, assignee)}`
  return {
    key: noticeKey(level, id),
    kind: level,
    title:
      level === 'breached'
        ? `${code} is overdue: ${clockWords[clock]}`
        : `${code} is due in ${spanSentence((due?.dueAt ?? trueAt) - now)}: ${clockWords[clock]}`,
    body:
      level === 'breached'
        ? `${waited} ${priorityNames[priority]}, ${holder}`
        : `${customer}, ${priorityNames[priority]}, ${holder}`,
    ticketId: id,
    urgent: level === 'breached',
    actions: assignee === null ? [open, claim] : [open],
    clock: { name: clock, trueAt },
  }
}

/** How many of each came together; `mostUrgent` is the ticket to look at first. */
export interface Digest {
  readonly breached: number
  readonly atRisk: number
  readonly opened: number
  readonly mostUrgent: Ticket | null
}

/** One announcement instead of many, after the desk was away (architecture.md section 1). */
export function digestNotice({ breached, atRisk, opened, mostUrgent: first }: Digest): Announcement {
  const parts = [
    breached > 0 ? `${breached} overdue` : '',
    atRisk > 0 ? `${atRisk} at risk` : '',
    opened > 0 ? `${opened} new` : '',
  ].filter((part) => part !== '')
  return {
    key: breached + atRisk > 0 ? 'digest' : 'digest:new',
    kind: 'digest',
    title: `While you were away: ${parts.join(', ')}`,
    body: first ? `Most urgent: ${first.code}` : 'Open the queue to see them',
    ticketId: first?.id ?? null,
    urgent: breached > 0,
    actions: [open],
  }
}

function dueIn(spanMs: number): string {
  return spanMs >= 0 ? `due in ${spanSentence(spanMs)}` : `overdue by ${spanSentence(-spanMs, 'up')}`
}

function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}
