import { defaultSettings } from '../../../src-preload/contract/default-settings'
import { evolveConversation, foundConversation } from '../conversation/evolve-conversation'
import { evolveDrafts } from '../conversation/evolve-drafts'
import { conversationId } from '../conversation/message'
import { evolveEvidence } from '../evidence/evolve-evidence'
import { lineOf } from '../outbox/entries'
import { outboxAfter } from '../outbox/outbox-after'
import { isMe } from '../people/names'
import { personAfter } from '../people/person-after'
import { stillTrue } from '../sla/still-true'
import type { Table } from '../table'
import { evolveTicket } from '../ticket/evolve-ticket'
import { openedTicket } from '../ticket/open-ticket'
import type { Ticket } from '../ticket/ticket'
import { isDone } from '../ticket/transitions'
import { ms } from '../time'
import type { DeskEvent, Recorded } from './events'
import { migrateGroup } from './migrate-group'
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
  const evidence = evolveEvidence(state, recorded)
  return { ...state, ...changes, evidence, seq }
}

function wide(state: DeskState, at: string, event: Wide): Partial<DeskState> {
  switch (event.kind) {
    case 'signed-in': {
      const { id, name, username, kind } = event.account
      const { accounts } = state
      const person = { id, name, username, isBot: kind === 'bot' }
      return {
        accounts: isMe(state, id)
          ? accounts.map((account) => (account.id === id ? event.account : account))
          : [...accounts, event.account],
        people: state.people.set(id, personAfter(state.people.get(id), person)),
        team: state.team.includes(id) ? state.team : [...state.team, id],
      }
    }
    // Desks of before kept the other reasons too.
    case 'signed-out':
      if (event.reason !== 'by-agent') return {}
      return signedOut(state, event.accountId)
    case 'group-chosen': {
      const accountId = state.accounts[0]?.id ?? ''
      return { groups: [{ ...event.group, accountId, role: 'public' }] }
    }
    case 'group-followed':
      return { groups: [...state.groups.filter(({ id }) => id !== event.group.id), event.group] }
    case 'group-left':
      return leftGroup(state, event.groupId)
    case 'group-migrated':
      return migrateGroup(state, event)
    case 'contact-changed':
      return { contacts: state.contacts.set(event.contact.personId, event.contact) }
    case 'telegram-read': {
      let { marks } = state
      for (const [name, mark] of Object.entries(event.marks))
        marks = mark === null ? marks.delete(name) : marks.set(name, mark)
      return { marks }
    }
    case 'fact-set-aside':
      return { asides: state.asides.set(event.aside.id, event.aside) }
    case 'fact-taken-up':
      return { asides: state.asides.delete(event.taken.id) }
    case 'person-met':
      return { people: state.people.set(event.person.id, event.person) }
    case 'team-changed': {
      let { people } = state
      for (const agent of event.agents) people = people.set(agent.id, agent)
      const teams = { ...state.teams, [event.groupId ?? '']: event.agents.map(({ id }) => id) }
      return { people, teams, team: teamOf(state, teams) }
    }
    case 'settings-changed': {
      // Settings of before lack what came since.
      const settings = { ...defaultSettings, ...event.settings }
      return { settings, tickets: renoticed({ ...state, settings }, ms(at)) }
    }
  }
}

/** Who is signed out is of the team only where a group names them. Without an id, in journals of before: everybody. */
function signedOut(state: DeskState, accountId: string | undefined): Pick<DeskState, 'accounts' | 'team'> {
  const accounts = state.accounts.filter(({ id }) => accountId !== undefined && id !== accountId)
  return { accounts, team: teamOf({ accounts }, state.teams) }
}

function inConversation(state: DeskState, recorded: Recorded<InConversation>): Partial<DeskState> {
  const { event } = recorded
  const changes = {
    conversations: conversationsAfter(state, recorded),
    drafts: evolveDrafts(state.drafts, recorded),
    ...outboxAfter(state, recorded),
    ...(event.kind === 'mirror-changed' && event.state === 'deleted'
      ? withoutLine(state, lineOf({ ...event, isMirror: true }))
      : {}),
    places: placesAfter(state, recorded),
    chats: chatsAfter(state, event),
  }
  if (event.kind === 'ticket-created') return { ...changes, ...created(state, { ...recorded, event }) }
  if (!('ticketId' in event)) return changes
  const ticket = state.tickets.get(event.ticketId)
  if (!ticket) return changes
  const after = evolveTicket(ticket, { ...recorded, event }, state)
  return after === ticket ? changes : { ...changes, tickets: state.tickets.set(ticket.id, after) }
}

/** What waited for a topic that is gone goes with it. */
function withoutLine(state: DeskState, line: string): Pick<DeskState, 'outbox' | 'waiting'> {
  let { outbox } = state
  for (const id of state.waiting.get(line) ?? []) outbox = outbox.delete(id)
  return { outbox, waiting: state.waiting.delete(line) }
}

/** The people of all groups, and the desk's own accounts. */
function teamOf({ accounts }: Pick<DeskState, 'accounts'>, teams: DeskState['teams']): DeskState['team'] {
  return [...new Set([...Object.values(teams).flat(), ...accounts.map(({ id }) => id)])]
}

/**
 * Nothing is copied any more into a staff group that was left. A group of customers keeps its conversations; its
 * admins have no say elsewhere.
 */
function leftGroup(state: DeskState, groupId: string): Partial<DeskState> {
  let { outbox, waiting, conversations } = state
  for (const conversation of state.conversations.values()) {
    if (conversation.mirror?.groupId !== groupId) continue
    conversations = conversations.set(conversation.id, { ...conversation, mirror: null })
    const line = lineOf({ conversationId: conversation.id, isMirror: true })
    ;({ outbox, waiting } = withoutLine({ ...state, outbox, waiting }, line))
  }
  const groups = state.groups.filter(({ id }) => id !== groupId)
  const { [groupId]: known, ...teams } = state.teams
  const team = known ? { teams, team: teamOf(state, teams) } : {}
  return { groups, conversations, outbox, waiting, ...team }
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

function chatsAfter({ chats, conversations }: DeskState, event: InConversation): DeskState['chats'] {
  const { conversationId: id } = event
  if (event.kind === 'chat-left') return chats.filter(({ conversationId }) => conversationId !== id)
  const side =
    event.kind === 'topic-found'
      ? event.privately
      : event.kind === 'chat-followed'
        ? conversations.get(id)?.privately
        : undefined
  if (side?.via !== 'user' || chats.some(({ conversationId }) => conversationId === id)) return chats
  return [...chats, { accountId: side.accountId, personId: side.personId, conversationId: id }]
}

/** A topic that was made by a task has another id than its conversation's: it is found by its place. */
function placesAfter(state: DeskState, { event }: Recorded<InConversation>): DeskState['places'] {
  if (event.kind !== 'topic-task-done' || event.number === undefined) return state.places
  const entry = state.outbox.get(event.outboxId)
  if (entry?.kind !== 'topic-task' || typeof entry.task === 'string' || entry.task.kind !== 'create')
    return state.places
  return state.places.set(conversationId(entry.chatId, event.number), event.conversationId)
}
