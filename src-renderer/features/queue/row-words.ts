import type { TicketRow } from '../../../src-preload/contract/ticket'
import { priorityNames, statusNames } from '../../../src-preload/contract/ticket-words'
import { clockSpoken } from '../../desk/clock-words'
import { cleanLine } from '../../desk/plain-text'
import { spanSpoken } from '../../ui/span-words'
import { shortMomentOf, timeOf } from '../../ui/time-words'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/** How long ago, in one unit, rounded down: it is only to be felt. */
export function roughSpan(ms: number): string {
  if (ms < minute) return '<1m'
  if (ms < hour) return `${Math.floor(ms / minute)}m`
  if (ms < day) return `${Math.floor(ms / hour)}h`
  return `${Math.floor(ms / day)}d`
}

function roughSpoken(ms: number): string {
  if (ms < minute) return 'less than a minute'
  const unit = ms < hour ? minute : ms < day ? hour : day
  return spanSpoken(ms - (ms % unit))
}

/** Whose turn it is, as an icon knows it. */
export type Turn = 'ours' | 'theirs' | 'hold' | 'done'

export function turnOf(row: TicketRow): Turn {
  if (row.status === 'on_hold') return 'hold'
  return row.ball === 'nobody' ? 'done' : row.ball
}

export const nameOf = (row: TicketRow) => cleanLine(row.customer.name, 'No name')

/** The words beside the arrow: "waits 24m", "Jonas, 26m", "until Thu 09:00". */
export function turnWords(row: TicketRow, now: number): string {
  const since = Math.max(0, now - row.ballSince)
  switch (turnOf(row)) {
    case 'ours':
      return `waits ${roughSpan(since)}`
    case 'theirs':
      return `${nameOf(row)}, ${roughSpan(since)}`
    case 'hold':
      return row.holdUntil === null ? 'on hold' : `until ${shortMomentOf(row.holdUntil, now)}`
    case 'done':
      return `${statusNames[row.status].toLowerCase()} ${shortMomentOf(row.ballSince, now)}`
  }
}

/** The same where there is little room: how long, or until when. */
export function shortTurnWords(row: TicketRow, now: number): string {
  const turn = turnOf(row)
  if (turn === 'ours' || turn === 'theirs') return roughSpan(Math.max(0, now - row.ballSince))
  return shortMomentOf(row.holdUntil ?? row.ballSince, now)
}

/** When something is due, after "due": `at 13:05` today, else `Thu 13:05` or the day. */
export function dueWords(dueAt: number, now: number): string {
  const when = shortMomentOf(dueAt, now)
  return when === timeOf(dueAt) ? `at ${when}` : when
}

function turnSpoken(row: TicketRow, now: number): string {
  const since = Math.max(0, now - row.ballSince)
  switch (turnOf(row)) {
    case 'ours':
      return `our turn, waits ${roughSpoken(since)}`
    case 'theirs':
      return `customer's turn, for ${roughSpoken(since)}`
    case 'hold':
      return row.holdUntil === null ? 'on hold' : `on hold until ${shortMomentOf(row.holdUntil, now)}`
    case 'done':
      return statusNames[row.status]
  }
}

/** Who said the last thing, before its text: "You: ", "Note: ", "Mira: ". */
export function lastWords(row: TicketRow): string {
  if (row.last === null) return 'Nothing written yet'
  const { kind, by, byMe, text } = row.last
  const who = kind === 'note' ? 'Note' : byMe ? 'You' : cleanLine(by, 'No name')
  return `${who}: ${cleanLine(text, 'A message')}`
}

/** The name of a row for ears and tests (interface.md section 14). */
export function rowName(row: TicketRow, now: number): string {
  return [
    `${row.code} ${cleanLine(row.title, 'No title')}`,
    nameOf(row),
    ...(row.customer.tier === null ? [] : [cleanLine(row.customer.tier)]),
    ...(row.way === 'topic' ? [] : [row.way === 'bot' ? 'private chat with the bot' : 'private chat']),
    turnSpoken(row, now),
    clockSpoken(row.clock, now),
    `${priorityNames[row.priority]} priority`,
    row.assignee === null ? 'unassigned' : cleanLine(row.assignee.name, 'No name'),
    ...(row.unread > 0 ? [`${row.unread} unread`] : []),
    ...(row.failedReplies > 0 ? [`${row.failedReplies} not sent`] : []),
  ].join(', ')
}
