import { fileMedia } from '../conversation/message-media'
import { oneLine } from '../conversation/one-line'
import type { Words } from '../conversation/split-text'
import type { Course } from '../desk/course'
import type { Recorded } from '../desk/events'
import type { DeskState } from '../desk/state'
import { actorName, nameOf } from '../people/names'
import { statusNames } from '../ticket/status-names'
import type { Ticket } from '../ticket/ticket'

const messagesMax = 10
/** How far back they are looked for. */
const eventsMax = 400

/**
 * What a topic that is made anew begins with: the ticket's code, title and status, and what was said last, one line
 * each. Notes are not in it: they never leave this machine (T11). Null if nothing was said yet but `except`, the
 * number of the message, or the outbox id of the reply, that follows the recap.
 */
export function recapOf(course: Course, ticket: Ticket, except: number | string | null): Words | null {
  const lines: string[] = []
  for (const recorded of course.known.read(ticket.conversationId, { limit: eventsMax })) {
    const line = nameOfWord(recorded) === except ? null : lineOf(course.state, recorded)
    if (line !== null) lines.unshift(line)
    if (lines.length === messagesMax) break
  }
  if (lines.length === 0) return null
  const heading = `${ticket.code} ${oneLine(ticket.title)}`
  const text = [heading, statusNames[ticket.status], '', ...lines].join('\n')
  return { text, entities: [{ kind: 'bold', offset: 0, length: heading.length }] }
}

function nameOfWord({ event }: Recorded): number | string | undefined {
  if (event.kind === 'message-received') return event.message.number
  return event.kind === 'reply-queued' ? event.outboxId : undefined
}

function lineOf(state: DeskState, { event, by }: Recorded): string | null {
  if (event.kind === 'message-received') {
    const { message, partOf, isContext } = event
    const { text, media, senderId } = message
    return partOf === undefined && !isContext ? `${nameOf(state, senderId)}: ${oneLine(text, media)}` : null
  }
  if (event.kind !== 'reply-queued' || event.purpose !== undefined) return null
  if (state.outbox.get(event.outboxId)?.state.kind === 'failed') return null
  const name = by.kind === 'agent' ? nameOf(state, by.id) : actorName(state, by)
  return `${name}: ${oneLine(event.text, [...event.files.map(fileMedia), ...(event.media ?? [])])}`
}
