import { evolveConversation, foundConversation } from '../conversation/evolve-conversation'
import { evolveDrafts } from '../conversation/evolve-drafts'
import { waitingAfter } from '../outbox/entries'
import { evolveOutbox } from '../outbox/evolve-outbox'
import { stillTrue } from '../sla/still-true'
import type { Table } from '../table'
import { evolveTicket } from '../ticket/evolve-ticket'
import { openedTicket } from '../ticket/open-ticket'
import type { Ticket } from '../ticket/ticket'
import { isDone } from '../ticket/transitions'
import { ms } from '../time'
import type { DeskEvent, Recorded } from './events'
import type { DeskState } from './state'

type Wide = Exclude<DeskEvent, { conversationId: string }>
type InConversation = Extract<DeskEvent, { conversationId: string }>

/**
 * The state after an event. Never throws: an event about a ticket or topic that is not there changes nothing
 * but `seq`. The same events in the same order lead to the same state in any process.
 */
export function evolve(state: DeskState, recorded: Recorded): DeskState {
  const { event, seq } = recorded
  const changes =
    'conversationId' in event
      ? inConversation(state, { ...recorded, event })
      : wide(state, recorded.at, event)
  return { ...state, ...changes, seq }
}

function wide(state: DeskState, at: string, event: Wide): Partial<DeskState> {
  switch (event.kind) {
    case 'signed-in': {
      const { id, name, username, kind } = event.account
      return {
        account: event.account,
        people: state.people.set(id, { id, name, username, isBot: kind === 'bot' }),
        team: state.team.includes(id) ? state.team : [...state.team, id],
      }
    }
    // Desks of before kept the other reasons too.
    case 'signed-out':
      return event.reason === 'by-agent' ? { account: null } : {}
    case 'group-chosen':
      return { group: event.group }
    case 'telegram-read': {
      let { marks } = state
      for (const [name, mark] of Object.entries(event.marks))
        marks = mark === null ? marks.delete(name) : marks.set(name, mark)
      return { marks }
    }
    case 'person-met':
      return { people: state.people.set(event.person.id, event.person) }
    case 'team-changed': {
      let { people } = state
      for (const agent of event.agents) people = people.set(agent.id, agent)
      return { people, team: event.agents.map(({ id }) => id) }
    }
    case 'settings-changed':
      return { settings: event.settings, tickets: renoticed({ ...state, settings: event.settings }, ms(at)) }
  }
}

function inConversation(state: DeskState, recorded: Recorded<InConversation>): Partial<DeskState> {
  const { event } = recorded
  const changes = {
    conversations: conversationsAfter(state, recorded),
    drafts: evolveDrafts(state.drafts, recorded),
    ...('outboxId' in event ? outboxAfter(state, { ...recorded, event }) : {}),
  }
  if (event.kind === 'ticket-created') return { ...changes, ...created(state, { ...recorded, event }) }
  if (!('ticketId' in event)) return changes
  const ticket = state.tickets.get(event.ticketId)
  if (!ticket) return changes
  const after = evolveTicket(ticket, { ...recorded, event }, state)
  return after === ticket ? changes : { ...changes, tickets: state.tickets.set(ticket.id, after) }
}

function outboxAfter(
  state: DeskState,
  recorded: Recorded<Extract<DeskEvent, { outboxId: string }>>,
): Pick<DeskState, 'outbox' | 'waiting'> {
  const outbox = evolveOutbox(state, recorded)
  return { outbox, waiting: waitingAfter(state, outbox, recorded.event.outboxId) }
}

function conversationsAfter(
  { conversations, ...state }: DeskState,
  recorded: Recorded<InConversation>,
): DeskState['conversations'] {
  const { event } = recorded
  const conversation = conversations.get(event.conversationId)
  if (!conversation)
    return event.kind === 'topic-found'
      ? conversations.set(event.conversationId, foundConversation(event))
      : conversations
  return conversations.set(
    conversation.id,
    evolveConversation(conversation, recorded, { ...state, conversations }),
  )
}

function created(
  state: DeskState,
  recorded: Recorded<Extract<DeskEvent, { kind: 'ticket-created' }>>,
): Partial<DeskState> {
  const { ticketId, code, customerId } = recorded.event
  return {
    tickets: state.tickets.set(ticketId, openedTicket(recorded)),
    codes: state.codes.set(code, ticketId),
    ticketsOf: state.ticketsOf.set(customerId, [...(state.ticketsOf.get(customerId) ?? []), ticketId]),
  }
}

/**
 * Promises changed: what was told of clocks that have time again is forgotten. Looks at every ticket that is not
 * done, once; of a done one no clock runs, and reopening looks for itself.
 */
function renoticed(state: DeskState, at: number): Table<Ticket> {
  let { tickets } = state
  for (const ticket of state.tickets.near()) {
    if (isDone(ticket.status) || ticket.noticed.length === 0) continue
    const noticed = stillTrue(ticket, state.settings, at)
    if (noticed.length < ticket.noticed.length) tickets = tickets.set(ticket.id, { ...ticket, noticed })
  }
  return tickets
}
