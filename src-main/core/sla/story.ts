import {
  type ClockName,
  type ClockSegment,
  type ClockStory,
  clockNames,
} from '../../../src-preload/contract/clock'
import { priorityNames } from '../../../src-preload/contract/ticket-words'
import { statusSentence } from '../conversation/sentences'
import type { Recorded } from '../desk/events'
import type { DeskState } from '../desk/state'
import { outboxAfter } from '../outbox/outbox-after'
import { actorName } from '../people/names'
import { Table } from '../table'
import { evolveTicket } from '../ticket/evolve-ticket'
import { openedTicket } from '../ticket/open-ticket'
import type { Ticket } from '../ticket/ticket'
import { ms } from '../time'
import { clockWords } from './clock-words'
import { clockView } from './deadlines'
import { promisedMs } from './fold-clocks'
import type { ServiceClock } from './service-clock'
import { spanWords } from './span-words'

/**
 * The whole story of a ticket's clocks ("Why this SLA time", R97): its events, oldest first, are folded once
 * more, and each change of a clock ends one segment and begins the next. Clocks without a promise are left out. A promise that
 * was kept before it changed is named without the priority.
 */
export function story(
  recorded: readonly Recorded[],
  ticket: Ticket,
  state: DeskState,
): readonly ClockStory[] {
  const segments = segmentsOf(recorded, ticket.id, state)
  return clockNames.flatMap((name) => {
    const view = clockView(ticket, name, state.settings)
    if (view.kind === 'none') return []
    const isPromise = promisedMs(state.settings, ticket.priority, name) === view.targetMs
    const whose = isPromise ? priorityNames[ticket.priority] : 'Promised'
    const policy = `${whose}: ${clockWords[name]} in ${spanWords(view.targetMs)}`
    return [{ view, policy, segments: segments[name] }]
  })
}

/** Why a clock begins as a reply arrives: it did not answer what was written while it was on its way. */
const overtakenWords = 'The customer wrote before the reply arrived'

type Segments = { readonly [C in ClockName]: ClockSegment[] }

function segmentsOf(recorded: readonly Recorded[], ticketId: string, state: DeskState): Segments {
  const segments: Segments = { 'first-reply': [], 'next-reply': [], resolution: [] }
  let ticket: Ticket | null = null
  let past: DeskState = { ...state, outbox: Table.empty(), waiting: Table.empty() }
  for (const one of recorded) {
    const { event } = one
    if (!('ticketId' in event) || event.ticketId !== ticketId) continue
    const before: Ticket | null = ticket
    if (event.kind === 'ticket-created') ticket = openedTicket({ ...one, event })
    else if (ticket) ticket = evolveTicket(ticket, { ...one, event }, past)
    past = { ...past, ...outboxAfter(past, { ...one, event }) }
    if (ticket) for (const name of clockNames) extend(segments, name, before, ticket, one, state)
  }
  return segments
}

/** A segment ends where its clock began to run, stand, or ended, or where another promise began to hold. */
function extend(
  segments: Segments,
  name: ClockName,
  before: Ticket | null,
  after: Ticket,
  recorded: Recorded,
  state: DeskState,
): void {
  const was = before?.clocks[name]
  const is = after.clocks[name]
  const isOtherPromise =
    before !== null &&
    promisedMs(state.settings, before.priority, name) !== promisedMs(state.settings, after.priority, name)
  if (
    phase(was) === phase(is) &&
    was?.startedAt === is?.startedAt &&
    !(isOtherPromise && phase(is) !== 'over')
  )
    return
  const list = segments[name]
  const isNew = is !== undefined && is.startedAt !== was?.startedAt
  if (isNew) list.length = 0
  const at = momentOf(recorded, is)
  const last = list[list.length - 1]
  if (last && last.to === null) list[list.length - 1] = { ...last, to: Math.max(at, last.from) }
  if (!is) list.length = 0
  else if (is.endedAt === null)
    list.push({
      runs: is.since !== null,
      from: isNew ? is.startedAt : Math.max(at, last?.from ?? at),
      to: null,
      cause: isNew && recorded.event.kind === 'reply-sent' ? overtakenWords : causeOf(recorded, state),
    })
}

function phase(clock: ServiceClock | undefined): 'none' | 'runs' | 'stands' | 'over' {
  if (!clock) return 'none'
  if (clock.endedAt !== null) return 'over'
  return clock.since === null ? 'stands' : 'runs'
}

/** When a change truly took effect: Telegram's own time for messages, see {@link Recorded} for the rest. */
function momentOf({ event, at }: Recorded, clock: ServiceClock | undefined): number {
  if (clock?.endedAt) return clock.endedAt
  if (event.kind === 'ticket-created') return ms(event.openedAt)
  if (event.kind === 'message-received') return ms(event.message.sentAt)
  if (event.kind === 'reply-sent') return ms(event.sentAt)
  return ms('trueAt' in event && event.trueAt !== undefined ? event.trueAt : at)
}

function causeOf({ event, by }: Recorded, state: DeskState): string {
  const who = actorName(state, by)
  switch (event.kind) {
    case 'status-changed':
      return statusSentence(event, who)
    case 'priority-changed':
      return `${who} set the priority to ${priorityNames[event.to]}`
    case 'reply-sent':
      return `${who} replied`
    default:
      return `${who} wrote`
  }
}
