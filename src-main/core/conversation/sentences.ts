import type { EventItem } from '../../../src-preload/contract/conversation'
import { priorityNames, statusNames } from '../../../src-preload/contract/ticket-words'
import type { DeskEvent, Recorded } from '../desk/events'
import type { DeskState } from '../desk/state'
import { changeFailure } from '../outbox/changes'
import { groupOf } from '../people/accounts'
import { actorName, isMe, nameOf } from '../people/names'
import { clockWords } from '../sla/clock-words'

/** What happened as one sentence in the desk's words, and its icon; null for what makes no line of its own. */
export function sentence(recorded: Recorded, state: DeskState): Pick<EventItem, 'icon' | 'text'> | null {
  const { event, by } = recorded
  const who = actorName(state, by)
  switch (event.kind) {
    case 'ticket-created': {
      const before = event.followUpOf === null ? undefined : state.tickets.get(event.followUpOf)
      const text = before ? `${event.code} opened, a follow-up of ${before.code}` : `${event.code} opened`
      return { icon: 'ticket', text }
    }
    case 'ticket-assigned':
      return assigned(event, who, state)
    case 'status-changed':
      return isPlain(event) ? null : { icon: 'status', text: statusSentence(event, who) }
    case 'priority-changed':
      return { icon: 'priority', text: `${who} set the priority to ${priorityNames[event.to]}` }
    case 'ticket-renamed':
      return by.kind === 'desk' ? null : { icon: 'title', text: `${who} renamed the ticket: ${event.title}` }
    case 'topic-renamed':
      return { icon: 'topic', text: `${who} renamed the topic: ${event.title}` }
    case 'topic-closed':
      return { icon: 'topic', text: `${who} closed the topic in Telegram` }
    case 'topic-reopened':
      return { icon: 'topic', text: `${who} reopened the topic in Telegram` }
    case 'topic-deleted':
      return { icon: 'topic', text: 'The topic was deleted in Telegram' }
    case 'topic-task-queued':
      return typeof event.task !== 'string' && event.task.kind === 'create' && !event.isMirror
        ? { icon: 'topic', text: `${who} made the topic anew` }
        : null
    case 'topic-task-failed':
      return event.isAgain || event.isUnquoted ? null : { icon: 'topic', text: taskFailure(event) }
    case 'topic-task-done':
      return event.atLast
        ? copiedFromHereOn(state, state.conversations.get(event.conversationId)?.mirror)
        : null
    case 'not-carried':
      return { icon: 'topic', text: event.reason }
    case 'chat-followed':
      return { icon: 'topic', text: `${who} put this chat back on the desk` }
    case 'chat-left':
      return { icon: 'topic', text: `${who} took this chat off the desk. Nothing of it is read any more` }
    case 'bot-blocked':
      return { icon: 'topic', text: `${who} has blocked the bot. Nothing can be sent until they write again` }
    case 'bot-unblocked':
      return { icon: 'topic', text: `${who} can be written to again` }
    case 'mirror-begun':
      return event.isAgain ? null : copiedFromHereOn(state, event)
    case 'mirror-changed':
      return event.isSaid || (event.state !== 'deleted' && by.kind === 'desk')
        ? null
        : { icon: 'topic', text: mirrorSentence(event.state, who) }
    case 'field-answered':
      return { icon: 'ticket', text: `${event.field.label}: ${event.field.value}` }
    case 'clock-noticed': {
      const clock = capitalised(clockWords[event.clock])
      const text = event.level === 'breached' ? `${clock} overdue` : `${clock} at risk`
      return { icon: 'clock', text }
    }
    default:
      return null
  }
}

function copiedFromHereOn(
  state: DeskState,
  mirror: { readonly groupId: string } | null | undefined,
): Pick<EventItem, 'icon' | 'text'> {
  const group = mirror && groupOf(state, mirror.groupId)
  return { icon: 'topic', text: `Copied into ${group?.title ?? 'the staff group'} from here on` }
}

function mirrorSentence(state: Extract<DeskEvent, { kind: 'mirror-changed' }>['state'], who: string): string {
  if (state === 'deleted')
    return 'There is no topic in the staff group. It is made anew when something is said'
  return `${who} ${state === 'closed' ? 'closed' : 'reopened'} the topic in the staff group`
}

function taskFailure({
  task,
  reason,
  isMirror,
  isUncertain,
}: Extract<DeskEvent, { kind: 'topic-task-failed' }>): string {
  if (task === 'create') return `The topic was not made: ${reason}`
  if (task === 'copy') return `Not copied into the staff group: ${reason}`
  if (task === 'edit' && isMirror) return `The copy in the staff group has the text of before: ${reason}`
  if (task === 'delete' && isMirror) return `A part that was taken out is still in the staff group: ${reason}`
  if (task === 'edit' || task === 'delete') return changeFailure(task, reason, isUncertain)
  return `Telegram did not change the topic: ${reason}`
}

function assigned(
  event: Extract<DeskEvent, { kind: 'ticket-assigned' }>,
  who: string,
  state: DeskState,
): Pick<EventItem, 'icon' | 'text'> {
  if (event.how === 'reply') return { icon: 'claim', text: `${who} claimed this ticket by replying` }
  if (event.how === 'claim') return { icon: 'claim', text: `${who} claimed this ticket` }
  if (event.agentId === null) return { icon: 'assign', text: `${who} put this ticket back` }
  const agent = isMe(state, event.agentId) ? 'you' : nameOf(state, event.agentId)
  const text =
    agent.toLowerCase() === who.toLowerCase()
      ? `${who} took this ticket over`
      : `${who} gave this ticket to ${agent}`
  return { icon: 'assign', text }
}

/** A step that the line or message before it says already: claimed, answered, written to. */
function isPlain({ from, to, cause }: Extract<DeskEvent, { kind: 'status-changed' }>): boolean {
  if (cause === 'assignment') return true
  if (cause === 'reply') return to === 'in_progress'
  return cause === 'customer' && from !== 'resolved' && from !== 'closed'
}

/** A status change by what led to it. */
export function statusSentence(
  { to, from, cause, reason }: Extract<DeskEvent, { kind: 'status-changed' }>,
  who: string,
): string {
  const status = statusNames[to]
  const because = reason === null ? '' : `: ${reason}`
  switch (cause) {
    case 'agent':
      if (from === 'resolved' || from === 'closed')
        return to === 'resolved' || to === 'closed'
          ? `${who} set this to ${status}${because}`
          : `${who} reopened this${because}`
      if (to === 'resolved') return `${who} resolved this${because}`
      if (to === 'closed') return `${who} closed this${because}`
      if (to === 'on_hold') return `${who} put this on hold${because}`
      return `${who} set this to ${status}${because}`
    case 'assignment':
      return `${who} set this to ${status}`
    case 'reply':
      if (to === 'resolved') return `${who} replied and resolved this`
      return to === 'pending_customer'
        ? `${who} replied: waiting for the customer`
        : `${who} replied: ${status.toLowerCase()}`
    case 'customer':
      return from === 'resolved' || from === 'closed'
        ? `${who} wrote again: reopened`
        : `${who} wrote: ${status.toLowerCase()}`
    case 'topic':
      return to === 'resolved' ? 'Resolved, because the topic was closed' : 'Reopened with the topic'
    case 'hold-over':
      return 'The hold has ended'
    case 'inactivity':
      return 'Closed, because nothing was said since it was resolved'
  }
}

function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}
