import type { OutboxEntry, TopicTask } from '../../../core/outbox/entry'
import type { SendResult } from '../../../core/ports'
import { Refusal } from '../../../core/refusal'
import { askedPauseMs, endsSession, errorName, isUnanswered } from '../errors'
import { tl } from '../library'
import { doTopicTask } from './do-topic-task'
import { isPassing, refusalReason } from './refusals'
import { sendMessage } from './send-message'
import type { SendingRoom } from './sending-room'
import { sentOf, toldInFull } from './sent-of'

/** Sends one entry of the outbox; its id is the random_id, so that trying again cannot double (telegram.md B.1, 4). */
export async function send(entry: OutboxEntry, room: SendingRoom): Promise<SendResult> {
  try {
    if (entry.kind === 'topic-task') return await doTopicTask(entry, room)
    const from = entry.origin ?? null
    const answer = await sendMessage({ ...entry, from }, room)
    const inFull = answer instanceof tl.UpdateShortSentMessage ? toldInFull(answer, entry) : null
    if (inFull) room.told(inFull)
    return sentOf(answer, entry.id, room)
  } catch (error) {
    return resultOf(error, entry, room)
  }
}

/** What Telegram says when what was asked is so already. */
const alreadySo = new Set(['TOPIC_NOT_MODIFIED', 'MESSAGE_NOT_MODIFIED'])

/** What Telegram says of a topic that was deleted. */
const topicIsGone = new Set(['TOPIC_DELETED', 'TOPIC_ID_INVALID'])

/** What Telegram says of a message that is to be changed and was deleted. */
const messageIsGone = new Set(['MESSAGE_ID_INVALID', 'MSG_ID_INVALID'])

function resultOf(error: unknown, entry: OutboxEntry, room: SendingRoom): SendResult {
  const now = room.clock.now()
  const pause = askedPauseMs(error)
  if (pause !== null) return { kind: 'wait', until: now + pause }
  const name = errorName(error)
  const isThere = name === 'RANDOM_ID_DUPLICATE' || (entry.kind === 'topic-task' && alreadySo.has(name ?? ''))
  if (isThere)
    return { kind: 'sent', number: room.numberOf(entry.id), sentAt: new Date(now).toISOString(), media: [] }
  if (endsSession(error) || isPassing(error)) return { kind: 'unanswered' }
  if (name === 'USER_IS_BLOCKED') room.blocked(entry.chatId)
  if (name !== null && topicIsGone.has(name)) {
    room.topicGone(entry.chatId, entry.topicId)
    return { kind: 'refused', reason: refusalReason(error), isTopicGone: true }
  }
  if (entry.kind === 'topic-task' && isEdit(entry.task) && messageIsGone.has(name ?? '')) {
    if (!entry.isMirror) room.messageGone(entry.chatId, entry.task.number)
    return { kind: 'refused', reason: 'The message was deleted in Telegram.' }
  }
  if (name !== null) return { kind: 'refused', reason: refusalReason(error) }
  if (error instanceof Refusal) return resultOfRefusal(error)
  if (isUnanswered(error)) return { kind: 'unanswered' }
  throw error
}

function isEdit(task: TopicTask): task is Extract<TopicTask, { kind: 'edit' }> {
  return typeof task !== 'string' && task.kind === 'edit'
}

/** A file of another account that cannot be fetched now is tried again; what can never go is told. */
function resultOfRefusal({ code, message, more }: Refusal): SendResult {
  if (code === 'rate-limited' && more.retryAt !== undefined) return { kind: 'wait', until: more.retryAt }
  return code === 'offline' ? { kind: 'unanswered' } : { kind: 'refused', reason: message }
}
