import type { DeskEvent, Recorded } from '../desk/events'
import type { DeskState } from '../desk/state'
import { changedNumbers } from '../outbox/changes'
import { fileCount } from '../outbox/echo'
import type { OutboxEntry, TopicTask } from '../outbox/entry'
import { ms } from '../time'
import type { Conversation, Copy, FromTopic, Mirror, PrivateSide, SentReply } from './conversation'
import { numberIn } from './message'

type InConversation = Extract<DeskEvent, { conversationId: string }>
const keptReplies = 32
const keptDeletions = 512
const keptCopies = 200

/** A topic as it is found. */
export function foundConversation({
  conversationId: id,
  chatId,
  topicId,
  title,
  privately,
}: Extract<DeskEvent, { kind: 'topic-found' }>): Conversation {
  return {
    ...{ id, chatId, topicId, title },
    state: 'open',
    privately: privately ? { ...privately, blockedAt: null, isFollowed: true } : null,
    mirror: null,
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
  { event, at }: Recorded<InConversation>,
  state: DeskState,
): Conversation {
  switch (event.kind) {
    case 'chat-followed':
      return privately(conversation, { isFollowed: true })
    case 'chat-left':
      return privately(conversation, { isFollowed: false })
    case 'bot-blocked':
      return privately(conversation, { blockedAt: ms(at) })
    case 'bot-unblocked':
      return privately(conversation, { blockedAt: null })
    case 'mirror-begun': {
      const { groupId, title } = event
      const before = conversation.mirror?.refused
      const refused = before === undefined ? {} : { refused: before }
      const mirror = { groupId, title, topicId: null, state: 'making', copies: [], ...refused } as const
      return { ...conversation, mirror }
    }
    case 'topic-task-failed': {
      if (!conversation.mirror || !event.isMirror || event.task !== 'create') return conversation
      return { ...conversation, mirror: { ...conversation.mirror, refused: event.reason } }
    }
    case 'mirror-changed':
      return conversation.mirror
        ? { ...conversation, mirror: { ...conversation.mirror, state: event.state } }
        : conversation
    case 'not-carried':
      return event.deletedNumber === undefined
        ? conversation
        : withoutTwins(conversation, event.deletedNumber)
    case 'topic-renamed':
      return { ...conversation, title: event.title }
    case 'topic-closed':
      return { ...conversation, state: 'closed', awaitedEchoes: heard(conversation, 'close') }
    case 'topic-reopened':
      return { ...conversation, state: 'open', awaitedEchoes: heard(conversation, 'reopen') }
    case 'topic-deleted':
      return { ...conversation, state: 'deleted', awaitedEchoes: [] }
    case 'topic-task-done': {
      const entry = state.outbox.get(event.outboxId)
      if (entry?.kind !== 'topic-task') return conversation
      if (entry.isMirror)
        return { ...conversation, mirror: mirrorAfter(conversation.mirror, entry.task, event.number) }
      if (typeof entry.task === 'string') return awaitEcho(conversation, entry.task)
      if (entry.task.kind === 'delete') return withoutCopies(conversation, changedNumbers(entry.task))
      if (entry.task.kind !== 'create' || event.number === undefined) return conversation
      return { ...conversation, topicId: event.number, title: entry.task.title, state: 'open' }
    }
    case 'conversation-read':
      return { ...conversation, readUpTo: Math.max(conversation.readUpTo, event.upTo) }
    case 'ticket-created':
      return { ...conversation, ticketIds: [...conversation.ticketIds, event.ticketId] }
    case 'message-received': {
      const { chatId, number } = event.message
      return chatId === conversation.chatId ? withNumber(conversation, number) : conversation
    }
    case 'message-deleted': {
      const number = numberIn(event.messageId)
      if (conversation.deletedNumbers.includes(number)) return conversation
      const deletedNumbers = [...conversation.deletedNumbers, number].slice(-keptDeletions)
      return { ...conversation, deletedNumbers }
    }
    case 'reply-sent': {
      const entry = state.outbox.get(event.outboxId)
      const before = conversation.sentReplies.find(({ outboxId }) => outboxId === event.outboxId)
      const fromTopic = entry ? fromTopicOf(entry) : before?.fromTopic
      const sent: SentReply = {
        outboxId: event.outboxId,
        number: event.number ?? before?.number ?? null,
        parts: entry?.kind === 'reply' ? Math.max(1, fileCount(entry)) : (before?.parts ?? 1),
        text: event.number === null && entry?.kind === 'reply' ? entry.text : null,
        ...(event.number === null && isAnswer(entry) ? { answers: event.ticketId } : {}),
        ...(event.number === null && fromTopic ? { fromTopic } : {}),
      }
      const others = conversation.sentReplies.filter((reply) => reply !== before)
      const known = withNumber(conversation, event.number ?? 0)
      const mirror = delivered(conversation.mirror, fromTopic, event.number)
      return { ...known, mirror, sentReplies: [...others, sent].slice(-keptReplies) }
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
function awaitEcho(conversation: Conversation, task: 'close' | 'reopen'): Conversation {
  if (conversation.state === 'deleted') return conversation
  const now = conversation.awaitedEchoes.at(-1) ?? (conversation.state === 'closed' ? 'close' : 'reopen')
  if (now === task) return conversation
  return { ...conversation, awaitedEchoes: [...conversation.awaitedEchoes, task] }
}

function privately(conversation: Conversation, change: Partial<PrivateSide>): Conversation {
  const { privately: side } = conversation
  return side ? { ...conversation, privately: { ...side, ...change } } : conversation
}

/** The staff group's topic after a task of ours was done in it; `number` is the new topic's or the copy's. */
function mirrorAfter(mirror: Mirror | null, task: TopicTask, number: number | undefined): Mirror | null {
  if (!mirror) return mirror
  if (task === 'close' || task === 'reopen') return { ...mirror, state: task === 'close' ? 'closed' : 'open' }
  if (task.kind === 'rename') return { ...mirror, title: task.title }
  if (task.kind === 'delete')
    return { ...mirror, copies: mirror.copies.filter(({ topicNumber }) => topicNumber !== task.number) }
  if (number === undefined || task.kind === 'edit') return mirror
  if (task.kind !== 'copy') {
    const { groupId, copies } = mirror
    return { groupId, copies, topicId: number, title: task.title, state: 'open' }
  }
  const { of, part, who, media } = task
  if (of === null) return mirror
  const twins = { privateNumber: of, topicNumber: number, from: 'private' } as const
  return withCopy(mirror, twins, { part, who, isCaption: media.length > 0 })
}

function withCopy(
  mirror: Mirror,
  twins: Copy,
  {
    part,
    who,
    isCaption,
  }: {
    readonly part: number | undefined
    readonly who?: string | undefined
    readonly isCaption: boolean
  },
): Mirror {
  const copy: Copy = {
    ...twins,
    ...(part === undefined || part === 0 ? {} : { part }),
    ...(who === undefined ? {} : { who }),
    ...(isCaption ? { isCaption: true } : {}),
  }
  return { ...mirror, copies: [...mirror.copies, copy].slice(-keptCopies) }
}

/** A reply was deleted in the staff group: the customer's has no twin there any more. */
function withoutTwins(conversation: Conversation, number: number): Conversation {
  const { mirror, sentReplies } = conversation
  if (!mirror) return conversation
  const copies = mirror.copies.filter(({ from, topicNumber }) => from !== 'topic' || topicNumber !== number)
  const isOf = ({ origin }: FromTopic) => origin.chatId === mirror.groupId && origin.number === number
  return {
    ...conversation,
    mirror: { ...mirror, copies },
    sentReplies: sentReplies.map(({ fromTopic, ...sent }) =>
      fromTopic && !isOf(fromTopic) ? { ...sent, fromTopic } : sent,
    ),
  }
}

/** Messages of ours were deleted at the customer: they have no twins any more. */
function withoutCopies(conversation: Conversation, numbers: readonly number[]): Conversation {
  const { mirror } = conversation
  if (!mirror) return conversation
  const copies = mirror.copies.filter(({ privateNumber }) => !numbers.includes(privateNumber))
  return { ...conversation, mirror: { ...mirror, copies } }
}

function isAnswer(entry: OutboxEntry | undefined): boolean {
  return entry?.kind === 'reply' && entry.purpose === undefined
}

function fromTopicOf(entry: OutboxEntry): FromTopic | undefined {
  if (entry.kind !== 'reply' || !entry.origin) return undefined
  return { origin: entry.origin, authorId: entry.authorId ?? null, isCaption: entry.media.length > 0 }
}

/**
 * What a colleague wrote in the staff group arrived at the customer: the two are one message from now on, unless the chat
 * is copied into another group by now.
 */
function delivered(mirror: Mirror | null, from: FromTopic | undefined, number: number | null): Mirror | null {
  if (!mirror || !from || number === null || from.origin.chatId !== mirror.groupId) return mirror
  const { number: topicNumber, part } = from.origin
  const twins = { privateNumber: number, topicNumber, from: 'topic' } as const
  return withCopy(mirror, twins, { part, isCaption: from.isCaption })
}
