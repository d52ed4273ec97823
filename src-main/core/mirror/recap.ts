import { statusNames } from '../../../src-preload/contract/ticket-words'
import {
  type Amendments,
  gatherAmendments,
  nameOf as messageName,
  sentName,
} from '../conversation/amendments'
import { contentOf } from '../conversation/content'
import type { MessageId } from '../conversation/message'
import { fileMedia } from '../conversation/message-media'
import { oneLine } from '../conversation/one-line'
import type { Words } from '../conversation/split-text'
import type { Course } from '../desk/course'
import type { Recorded } from '../desk/events'
import type { DeskState } from '../desk/state'
import { actorName, nameOf } from '../people/names'
import type { Ticket } from '../ticket/ticket'

const messagesMax = 10
/** How far back they are looked for. */
const eventsMax = 400

/**
 * What a topic that is made anew begins with: the ticket's code, title and status, and what was said last, one line
 * each, as it reads now. Only what arrived and still stands is in it: no reply that waits, failed or was taken back, and
 * nothing that was deleted by itself. Notes are not in it: they never leave this machine (T11). Null if nothing was said yet but
 * what follows the recap: messages by number, replies by outbox id or number.
 */
export function recapOf(course: Course, ticket: Ticket, follows: readonly (number | string)[]): Words | null {
  const recent = course.known.read(ticket.conversationId, { limit: eventsMax })
  const gathered = gatherAmendments([...recent].reverse())
  const amendments = { ...gathered, deletions: deletedByPeople(recent, gathered) }
  const lines: string[] = []
  for (const one of recent) {
    const recorded = saidIn(one, amendments)
    if (!recorded) continue
    const isToFollow = namesOf(recorded, amendments).some((name) => follows.includes(name))
    const line = isToFollow ? null : lineOf(course.state, recorded, amendments)
    if (line !== null) lines.unshift(line)
    if (lines.length === messagesMax) break
  }
  if (lines.length === 0) return null
  const heading = `${ticket.code} ${oneLine(ticket.title)}`
  const text = [heading, statusNames[ticket.status], '', ...lines].join('\n')
  return { text, entities: [{ kind: 'bold', offset: 0, length: heading.length }] }
}

/**
 * What somebody deleted, without what went with its topic: that is what the recap brings back. Desks of before did not
 * say which it was: there it went with its topic if both were heard of at once.
 */
function deletedByPeople(recent: readonly Recorded[], { deletions }: Amendments): Amendments['deletions'] {
  const ends = new Set(recent.filter(({ event }) => event.kind === 'topic-deleted').map(({ at }) => at))
  return new Map([...deletions].filter(([, { at, event }]) => !event.withTopic && !ends.has(at)))
}

/** What was said where an event stands: a reply where it went out, as the customer saw it; null for nothing. */
function saidIn(recorded: Recorded, { first, queued }: Amendments): Recorded | null {
  const { event, seq } = recorded
  if (event.kind === 'message-received') return recorded
  if (event.kind !== 'reply-sent' || first.get(event.outboxId) !== seq) return null
  return queued.get(event.outboxId) ?? null
}

function namesOf({ event }: Recorded, { sent }: Amendments): readonly (number | string)[] {
  if (event.kind === 'message-received') return [event.message.number]
  if (event.kind !== 'reply-queued') return []
  const number = sent.get(event.outboxId)?.event.number ?? null
  return number === null ? [event.outboxId] : [event.outboxId, number]
}

function lineOf(state: DeskState, { event, by }: Recorded, amendments: Amendments): string | null {
  if (event.kind === 'message-received') {
    const { message, partOf, isContext } = event
    const text = textNow(amendments, messageName(message), message.text)
    if (text === null || partOf !== undefined || isContext) return null
    return `${nameOf(state, message.senderId)}: ${oneLine(text, message.media, contentOf(message))}`
  }
  if (event.kind !== 'reply-queued' || event.purpose !== undefined) return null
  const sent = amendments.sent.get(event.outboxId)?.event
  const text = sent && textNow(amendments, sentName(sent), event.text)
  if (text === undefined || text === null) return null
  const name = by.kind === 'agent' ? nameOf(state, by.id) : actorName(state, by)
  const media = [...event.files.map(fileMedia), ...(event.media ?? [])]
  return `${name}: ${oneLine(text, media, event.content)}`
}

/** What a message says now; null if it was deleted. */
function textNow({ deletions, edits }: Amendments, name: MessageId | null, text: string): string | null {
  if (name === null) return text
  return deletions.has(name) ? null : (edits.get(name)?.at(-1)?.event.text ?? text)
}
