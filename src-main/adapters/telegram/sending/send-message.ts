import type { Api } from 'telegram'
import type { Content, Entity } from '../../../../src-preload/contract/conversation'
import { noTopic, type StoredMedia } from '../../../core/conversation/message'
import type { OutboxEntry, OutgoingFile, ReplyButton } from '../../../core/outbox/entry'
import { albumPartIds } from '../../../core/outbox/outbox-id'
import { errorName } from '../errors'
import { long, tl } from '../library'
import { entitiesTo } from '../translate/entities'
import { markupOf } from './markup'
import { referencedMedia, uploadedReference } from './referenced-media'
import { sendableContent } from './sendable-content'
import type { SendingRoom } from './sending-room'
import { uploadedBytes, uploadedMedia } from './upload'

const fileDeadlineMs = 30_000

/** A message to send, whatever it is for. */
export interface Outgoing extends Pick<OutboxEntry, 'id' | 'chatId' | 'topicId'> {
  readonly text: string
  readonly entities: readonly Entity[]
  readonly files: readonly OutgoingFile[]
  readonly media: readonly StoredMedia[]
  /** Goes alone: no file is beside it. */
  readonly content?: Content
  readonly replyTo: number | null
  readonly buttons?: readonly (readonly ReplyButton[])[]
  /** The message the referenced files came with, to find them again when their references have aged. */
  readonly from: { readonly chatId: string; readonly number: number } | null
}

/** Sends a message under its id as random_id: text, a place or contact, one file, or an album. */
export async function sendMessage(outgoing: Outgoing, room: SendingRoom): Promise<Api.TypeUpdates> {
  try {
    return await sendOnce(outgoing, outgoing.media, room)
  } catch (error) {
    const isAged = /^FILE_REFERENCE_|^MEDIA_EMPTY$/.test(errorName(error) ?? '')
    if (!isAged || outgoing.media.length === 0 || !outgoing.from) throw error
    const media = await room.renewed(outgoing.media, outgoing.from)
    if (!media) throw error
    return sendOnce(outgoing, media, room)
  }
}

async function sendOnce(
  outgoing: Outgoing,
  media: readonly StoredMedia[],
  room: SendingRoom,
): Promise<Api.TypeUpdates> {
  const peer = room.peer(outgoing.chatId)
  const replyTo = placeOf(outgoing)
  const replyMarkup = markupOf(outgoing.buttons)
  const where = { peer, ...(replyTo ? { replyTo } : {}) }
  const entities = entitiesTo(outgoing.entities)
  const text = { message: outgoing.text, ...(entities.length > 0 ? { entities } : {}) }
  const randomId = long(outgoing.id)
  const { content } = outgoing
  const count = outgoing.files.length + media.length + (content ? 1 : 0)
  if (count === 0)
    return room.ask(
      new tl.messages.SendMessage({
        ...where,
        ...text,
        ...(replyMarkup ? { replyMarkup } : {}),
        randomId,
        noWebpage: true,
      }),
    )
  const [onlyFile] = outgoing.files
  const [onlyMedia] = media
  if (count === 1) {
    const one = onlyFile
      ? await uploadedMedia(onlyFile, room)
      : content
        ? sendableContent(content)
        : onlyMedia && ((await borrowedMedia(onlyMedia, 0, outgoing, room)) ?? referencedMedia(onlyMedia))
    if (!one) throw new Error('A file to send is missing')
    return room.ask(
      new tl.messages.SendMedia({
        ...where,
        ...text,
        ...(replyMarkup ? { replyMarkup } : {}),
        media: one,
        randomId,
      }),
      { deadlineMs: fileDeadlineMs },
    )
  }
  const parts: Api.TypeInputMedia[] = []
  const put = async (uploaded: Api.TypeInputMedia) =>
    parts.push(uploadedReference(await room.ask(new tl.messages.UploadMedia({ peer, media: uploaded }))))
  for (const [at, one] of media.entries()) {
    const borrowed = await borrowedMedia(one, at, outgoing, room)
    if (borrowed) await put(borrowed)
    else parts.push(referencedMedia(one))
  }
  for (const file of outgoing.files) await put(await uploadedMedia(file, room))
  const ids = albumPartIds(outgoing.id, count)
  const multiMedia = parts.map(
    (part, at) =>
      new tl.InputSingleMedia({
        ...(at === 0 ? text : { message: '' }),
        media: part,
        randomId: long(ids[at] ?? outgoing.id),
      }),
  )
  return room.ask(new tl.messages.SendMultiMedia({ ...where, multiMedia }), { deadlineMs: fileDeadlineMs })
}

/** What another account received is fetched there and uploaded here; null for what can go by reference. */
async function borrowedMedia(
  media: StoredMedia,
  at: number,
  { from }: Outgoing,
  room: SendingRoom,
): Promise<Api.TypeInputMedia | null> {
  if (from === null || media.locator === '') return null
  // The files of an album are each in a message of their own, one behind the other.
  const bytes = room.borrowed(media, { ...from, number: from.number + at })
  return bytes && uploadedBytes(media, Buffer.from(await bytes), room.ask)
}

/** In a topic both ids, or the library and Telegram put it into General (telegram.md B.4). */
function placeOf({ topicId, replyTo }: Outgoing): Api.InputReplyToMessage | null {
  if (topicId === noTopic || topicId === 1)
    return replyTo === null ? null : new tl.InputReplyToMessage({ replyToMsgId: replyTo })
  return new tl.InputReplyToMessage({ replyToMsgId: replyTo ?? topicId, topMsgId: topicId })
}
