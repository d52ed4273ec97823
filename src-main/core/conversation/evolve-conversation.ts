import type { DeskEvent, Recorded } from '../desk/events'
import type { DeskState } from '../desk/state'
import type { Conversation, SentReply } from './conversation'
import { conversationChat } from './message'

type InConversation = Extract<DeskEvent, { conversationId: string }>
const keptReplies = 32
const keptDeletions = 64

/** A topic as it is found. */
export function foundConversation({
  conversationId: id,
  chatId,
  topicId,
  title,
}: Extract<DeskEvent, { kind: 'topic-found' }>): Conversation {
  return {
    ...{ id, chatId, topicId, title },
    state: 'open',
    ticketIds: [],
    lastNumber: 0,
    readUpTo: 0,
    awaitedEchoes: [],
    sentReplies: [],
    deletedNumbers: [],
  }
}

/** Folds an event into the conversation it names. `state` is the desk before the event. */
export function evolveConversation(
  conversation: Conversation,
  { event }: Recorded<InConversation>,
  state: DeskState,
): Conversation {
  switch (event.kind) {
    case 'topic-renamed':
      return { ...conversation, title: event.title }
    case 'topic-closed':
      return { ...conversation, state: 'closed', awaitedEchoes: heard(conversation, 'close') }
    case 'topic-reopened':
      return { ...conversation, state: 'open', awaitedEchoes: heard(conversation, 'reopen') }
    case 'topic-deleted':
      return { ...conversation, state: 'deleted', awaitedEchoes: [] }
    case 'topic-task-done':
      return awaitEcho(conversation, state, event.outboxId)
    case 'conversation-read':
      return { ...conversation, readUpTo: Math.max(conversation.readUpTo, event.upTo) }
    case 'ticket-created':
      return { ...conversation, ticketIds: [...conversation.ticketIds, event.ticketId] }
    case 'message-received':
      return withNumber(conversation, event.message.number)
    case 'message-deleted': {
      const chat = conversationChat(conversation.id)
      const number = Number(event.messageId.slice(chat.length + 1))
      const deletedNumbers = [...conversation.deletedNumbers, number].slice(-keptDeletions)
      return { ...conversation, deletedNumbers }
    }
    case 'reply-sent': {
      const entry = state.outbox.get(event.outboxId)
      const before = conversation.sentReplies.find(({ outboxId }) => outboxId === event.outboxId)
      const sent: SentReply = {
        outboxId: event.outboxId,
        number: event.number ?? before?.number ?? null,
        parts: entry?.kind === 'reply' ? Math.max(1, entry.files.length) : (before?.parts ?? 1),
        text: event.number === null && entry?.kind === 'reply' ? entry.text : null,
      }
      const others = conversation.sentReplies.filter((reply) => reply !== before)
      const known = withNumber(conversation, event.number ?? 0)
      return { ...known, sentReplies: [...others, sent].slice(-keptReplies) }
    }
    default:
      return conversation
  }
}

function withNumber(conversation: Conversation, number: number): Conversation {
  return number > conversation.lastNumber ? { ...conversation, lastNumber: number } : conversation
}

/** An echo settles the awaited one of its kind and all before it. */
function heard({ awaitedEchoes }: Conversation, task: 'close' | 'reopen'): Conversation['awaitedEchoes'] {
  return awaitedEchoes.slice(awaitedEchoes.indexOf(task) + 1)
}

/** Telegram took our close or reopen; unless it told of it already, it still will. */
function awaitEcho(conversation: Conversation, state: DeskState, outboxId: string): Conversation {
  const entry = state.outbox.get(outboxId)
  if (entry?.kind !== 'topic-task' || conversation.state === 'deleted') return conversation
  const now = conversation.awaitedEchoes.at(-1) ?? (conversation.state === 'closed' ? 'close' : 'reopen')
  if (now === entry.task) return conversation
  return { ...conversation, awaitedEchoes: [...conversation.awaitedEchoes, entry.task] }
}
