import type { Api } from 'telegram'
import type { OutboxEntry } from '../../../core/outbox/entry'
import { albumPartIds } from '../../../core/outbox/outbox-id'
import type { Clock, FileRoom, SendResult } from '../../../core/ports'
import { askedPauseMs, endsSession, errorName, isUnanswered } from '../errors'
import { long, tl } from '../library'
import type { Ask } from '../link/ask'
import { entitiesTo } from '../translate/entities'
import { mediaOf } from '../translate/media'
import { isoOf } from '../translate/translate'
import type { GroupPeer } from '../updates/group'
import { isPassing, refusalReason } from './refusals'
import { uploadedMedia } from './upload'

/** What sending needs. */
export interface SendingRoom {
  readonly ask: Ask
  readonly outgoing: FileRoom
  readonly clock: Clock
  group(chatId: string): GroupPeer
  /** The message number Telegram gave a random_id, if its answer was seen. */
  numberOf(randomId: string): number | null
}

type Reply = Extract<OutboxEntry, { kind: 'reply' }>

/** Sends one entry of the outbox; its id is the random_id, so that trying again cannot double (telegram.md B.1, 4). */
export async function send(entry: OutboxEntry, room: SendingRoom): Promise<SendResult> {
  try {
    const { peer } = room.group(entry.chatId)
    if (entry.kind === 'topic-task') return await changeTopic(entry, peer, room)
    return sentOf(await sendReply(entry, peer, room), entry, room)
  } catch (error) {
    return resultOf(error, entry, room)
  }
}

async function changeTopic(
  entry: Extract<OutboxEntry, { kind: 'topic-task' }>,
  peer: Api.InputPeerChannel,
  room: SendingRoom,
): Promise<SendResult> {
  const closed = entry.task === 'close'
  await room.ask(new tl.messages.EditForumTopic({ peer, topicId: entry.topicId, closed }))
  return { kind: 'sent', number: null, sentAt: new Date(room.clock.now()).toISOString(), media: [] }
}

async function sendReply(
  entry: Reply,
  peer: Api.InputPeerChannel,
  room: SendingRoom,
): Promise<Api.TypeUpdates> {
  const replyTo = placeOf(entry)
  const entities = entitiesTo(entry.entities)
  const text = { message: entry.text, ...(entities.length > 0 ? { entities } : {}) }
  const where = { peer, ...(replyTo ? { replyTo } : {}) }
  const [first, ...others] = entry.files
  if (!first) {
    return room.ask(
      new tl.messages.SendMessage({ ...where, ...text, randomId: long(entry.id), noWebpage: true }),
    )
  }
  if (others.length === 0) {
    const media = await uploadedMedia(first, room)
    return room.ask(new tl.messages.SendMedia({ ...where, ...text, media, randomId: long(entry.id) }), {
      deadlineMs: 30_000,
    })
  }
  const ids = albumPartIds(entry.id, entry.files.length)
  const multiMedia: Api.InputSingleMedia[] = []
  for (const [index, file] of entry.files.entries()) {
    const uploaded = await room.ask(
      new tl.messages.UploadMedia({ peer, media: await uploadedMedia(file, room) }),
    )
    const words = index === 0 ? text : { message: '' }
    multiMedia.push(
      new tl.InputSingleMedia({
        ...words,
        media: storedMedia(uploaded),
        randomId: long(ids[index] ?? entry.id),
      }),
    )
  }
  return room.ask(new tl.messages.SendMultiMedia({ ...where, multiMedia }), { deadlineMs: 30_000 })
}

/** Both ids, or the library and Telegram put it into General (telegram.md B.4). */
function placeOf(entry: Reply): Api.InputReplyToMessage | null {
  if (entry.topicId === 1) {
    return entry.replyTo === null ? null : new tl.InputReplyToMessage({ replyToMsgId: entry.replyTo })
  }
  return new tl.InputReplyToMessage({ replyToMsgId: entry.replyTo ?? entry.topicId, topMsgId: entry.topicId })
}

function storedMedia(uploaded: Api.TypeMessageMedia): Api.TypeInputMedia {
  if (uploaded instanceof tl.MessageMediaPhoto && uploaded.photo instanceof tl.Photo) {
    const { id, accessHash, fileReference } = uploaded.photo
    return new tl.InputMediaPhoto({ id: new tl.InputPhoto({ id, accessHash, fileReference }) })
  }
  if (uploaded instanceof tl.MessageMediaDocument && uploaded.document instanceof tl.Document) {
    const { id, accessHash, fileReference } = uploaded.document
    return new tl.InputMediaDocument({ id: new tl.InputDocument({ id, accessHash, fileReference }) })
  }
  throw new Error('An upload came back as something else')
}

/** Reads Telegram's answer. The same answer also goes down the update stream, as the echo. */
function sentOf(answer: Api.TypeUpdates, entry: Reply, room: SendingRoom): SendResult {
  const updates = 'updates' in answer ? answer.updates : []
  const messages: Api.Message[] = []
  for (const update of updates) {
    if (update instanceof tl.UpdateNewChannelMessage && update.message instanceof tl.Message) {
      messages.push(update.message)
    }
  }
  const first = messages[0]
  return {
    kind: 'sent',
    number: room.numberOf(entry.id) ?? first?.id ?? null,
    sentAt: first ? isoOf(first.date) : new Date(room.clock.now()).toISOString(),
    media: messages.flatMap((message) => mediaOf(message.media)),
  }
}

function resultOf(error: unknown, entry: OutboxEntry, room: SendingRoom): SendResult {
  const now = room.clock.now()
  const pause = askedPauseMs(error)
  if (pause !== null) return { kind: 'wait', until: now + pause }
  const name = errorName(error)
  const isThere =
    name === 'RANDOM_ID_DUPLICATE' || (entry.kind === 'topic-task' && name === 'TOPIC_NOT_MODIFIED')
  if (isThere) {
    return { kind: 'sent', number: room.numberOf(entry.id), sentAt: new Date(now).toISOString(), media: [] }
  }
  if (endsSession(error) || isPassing(error)) return { kind: 'unanswered' }
  if (name !== null) return { kind: 'refused', reason: refusalReason(error) }
  if (error instanceof Error && error.name === 'Refusal') return { kind: 'refused', reason: error.message }
  if (isUnanswered(error)) return { kind: 'unanswered' }
  throw error
}
