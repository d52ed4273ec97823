import { conversationId } from '../../../../../src-main/core/conversation/message'
import type { DeskState } from '../../../../../src-main/core/desk/state'
import { lineOf } from '../../../../../src-main/core/outbox/entries'
import { isDone } from '../../../../../src-main/core/ticket/transitions'

/** What does not fit together in a state, in words; nothing in any state that a desk can come to. */
export function unsound(state: DeskState): readonly string[] {
  return [...linesOf(state), ...ticketsOf(state), ...conversationsOf(state)]
}

function* linesOf({ outbox, waiting }: DeskState): Iterable<string> {
  const inLine = new Map<string, string>()
  for (const [line, ids] of waiting.entries())
    for (const id of ids) {
      if (inLine.has(id)) yield `${id} waits twice`
      inLine.set(id, line)
      if (!outbox.has(id)) yield `${id} waits in ${line} and is gone`
    }
  for (const entry of outbox.values())
    if (inLine.get(entry.id) !== lineOf(entry)) yield `${entry.id} waits in no line of its own`
}

function* ticketsOf({ tickets, outbox, codes, ticketsOf: byCustomer }: DeskState): Iterable<string> {
  for (const ticket of tickets.values()) {
    const { id, code, failedReplies, status, ball, customerId, unread, customerPosition, seenPosition } =
      ticket
    const failed = [...outbox.values()].filter(
      (entry) => entry.kind === 'reply' && entry.ticketId === id && entry.state.kind === 'failed',
    )
    if (failed.length !== failedReplies) yield `${id} counts ${failedReplies} failed of ${failed.length}`
    if (isDone(status) !== (ball === 'nobody')) yield `${id} is ${status}, and the turn is ${ball}`
    if (codes.get(code) !== id) yield `${id} is not found by its code`
    if (!byCustomer.get(customerId)?.includes(id)) yield `${id} is not its customer's`
    if (unread > 0 && seenPosition >= customerPosition) yield `${id} has ${unread} unread, all seen`
    for (const [name, clock] of Object.entries(ticket.clocks)) {
      if (clock && isDone(status) && clock.since !== null) yield `${name} of ${id} runs, and it is done`
      if (clock && clock.since !== null && clock.endedAt !== null) yield `${name} of ${id} runs and has ended`
    }
  }
}

function* conversationsOf({ conversations, places, tickets }: DeskState): Iterable<string> {
  for (const { id, chatId, topicId, ticketIds, mirror } of conversations.values()) {
    for (const ticketId of ticketIds)
      if (tickets.get(ticketId)?.conversationId !== id) yield `${ticketId} is not of ${id}`
    const place = conversationId(chatId, topicId)
    if ((places.get(place) ?? place) !== id) yield `${id} is not found where it is`
    if (mirror && mirror.topicId !== null) {
      const beside = conversationId(mirror.groupId, mirror.topicId)
      if (places.get(beside) !== id) yield `${id} is not found in the staff group`
    }
  }
}
