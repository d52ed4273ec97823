import type { Conversation } from '../conversation/conversation'
import { conversationId } from '../conversation/message'
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
  let { conversations, places, outbox, tickets } = state
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
  for (const entry of state.outbox.values())
    if (entry.chatId === from) outbox = outbox.set(entry.id, { ...entry, chatId: to })
  const isKnown = state.groups.some(({ id }) => id === to)
  const groups = state.groups.flatMap((group) =>
    group.id !== from ? group : isKnown ? [] : { ...group, id: to },
  )
  const { [from]: team, ...teams } = state.teams
  return {
    ...{ conversations, places, outbox, tickets, groups },
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
