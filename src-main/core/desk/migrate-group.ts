import type { Conversation } from '../conversation/conversation'
import { conversationId } from '../conversation/message'
import { waitingAfter } from '../outbox/entries'
import type { OutboxEntry } from '../outbox/entry'
import type { Ticket } from '../ticket/ticket'
import type { DeskEvent } from './events'
import type { DeskState } from './state'

/**
 * A group goes on under another id: its topics stay what they are, and are found under the new one (T8). Messages are
 * numbered anew there, so no number of before stands for a message of now.
 */
export function migrateGroup(
  state: DeskState,
  { from, to }: Extract<DeskEvent, { kind: 'group-migrated' }>,
): Partial<DeskState> {
  let { conversations, places, outbox, waiting, tickets } = state
  for (const conversation of state.conversations.values()) {
    const { id, chatId, topicId, mirror } = conversation
    if (chatId === from) {
      conversations = conversations.set(id, renumbered(conversation, to))
      places = withPlace(state, places, conversationId(to, topicId), id)
      for (const ticketId of conversation.ticketIds) {
        const ticket = tickets.get(ticketId)
        if (!ticket) continue
        tickets = tickets.set(ticketId, { ...ticket, replyNumber: 0, last: withoutNumber(ticket.last) })
      }
    } else if (mirror?.groupId === from) {
      conversations = conversations.set(id, {
        ...conversation,
        mirror: { ...mirror, groupId: to, copies: [] },
      })
      if (mirror.topicId !== null) places = withPlace(state, places, conversationId(to, mirror.topicId), id)
    }
  }
  for (const entry of [...state.outbox.values()].filter(({ chatId }) => chatId === from)) {
    const there = withoutNumbers(entry)
    const after = there ? outbox.set(entry.id, { ...there, chatId: to }) : outbox.delete(entry.id)
    waiting = waitingAfter({ outbox, waiting }, after, entry.id)
    outbox = after
  }
  const isKnown = state.groups.some(({ id }) => id === to)
  const groups = state.groups.flatMap((group) =>
    group.id !== from ? group : isKnown ? [] : { ...group, id: to },
  )
  const { [from]: team, ...teams } = state.teams
  return {
    ...{ conversations, places, outbox, waiting, tickets, groups },
    teams: team ? { ...teams, [to]: team } : teams,
  }
}

/** A topic that was known under the new id already stays where it is. */
function withPlace(
  { conversations }: DeskState,
  places: DeskState['places'],
  place: string,
  id: string,
): DeskState['places'] {
  return conversations.has(place) || places.has(place) ? places : places.set(place, id)
}

function withoutNumber(last: Ticket['last']): Ticket['last'] {
  if (!last) return last
  const { number: _, ...word } = last
  return word
}

/** What waits to go there quotes nothing any more. Null for what would change a message that has another number now. */
function withoutNumbers(entry: OutboxEntry): OutboxEntry | null {
  if (entry.kind === 'reply') return { ...entry, replyTo: null, state: leftBehind(entry.state) }
  const { task } = entry
  if (typeof task === 'string') return entry
  if (task.kind === 'edit' || task.kind === 'delete') return null
  return task.kind === 'copy' ? { ...entry, task: { ...task, replyTo: null } } : entry
}

function leftBehind(state: OutboxEntry['state']): OutboxEntry['state'] {
  return state.kind === 'failed' && state.uncertain ? { ...state, isElsewhere: true } : state
}

function renumbered(conversation: Conversation, chatId: string): Conversation {
  return {
    ...conversation,
    chatId,
    lastNumber: 0,
    readUpTo: 0,
    deletedNumbers: [],
    sentReplies: conversation.sentReplies.map((reply) => ({ ...reply, number: null, text: null })),
  }
}
