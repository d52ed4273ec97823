import type { Api } from 'telegram'
import type { StoredMedia } from '../../../core/conversation/message'
import { Refusal } from '../../../core/refusal'
import { askedPauseMs, errorName, isUnanswered } from '../errors'
import { long, tl } from '../library'
import type { Ask } from '../link/ask'
import type { Locator } from '../translate/media'
import { type RenewalRoom, renewedMedia } from './renewed-media'

const partBytes = 512 * 1024
/** What the desk sends it also opens, and nothing bigger (T12): a file is held in memory whole. */
const downloadMaxBytes = 50 * 1024 * 1024
const partDeadlineMs = 60_000
/** How often Telegram may say that the file is elsewhere. */
const movesMax = 3

/** What fetching a file needs. */
export interface DownloadRoom extends RenewalRoom {
  now(): number
}

/**
 * Fetches the bytes of a received file. An aged reference is renewed from the message it came with
 * (core.telegram.org/api/file_reference).
 *
 * @throws {@link Refusal} if it is too big, gone, or Telegram cannot be reached.
 */
export async function download(
  media: StoredMedia,
  message: { readonly chatId: string; readonly number: number },
  room: DownloadRoom,
): Promise<Uint8Array> {
  if (media.locator === '') throw new Refusal('not-allowed', 'This kind of message has no file to open here.')
  if (media.sizeBytes > downloadMaxBytes) {
    const megabytes = Math.ceil(media.sizeBytes / 1024 / 1024)
    throw new Refusal(
      'not-allowed',
      `Files up to 50 MB open here. This one has ${megabytes}. Open it in Telegram.`,
    )
  }
  try {
    try {
      return await fetchBytes(JSON.parse(media.locator) as Locator, room.ask)
    } catch (error) {
      if (!/^FILE_REFERENCE_/.test(errorName(error) ?? '')) throw error
      return await fetchBytes(await renewed(media, message, room), room.ask)
    }
  } catch (error) {
    throw downloadRefusal(error, room.now())
  }
}

async function fetchBytes(from: Locator, ask: Ask): Promise<Uint8Array> {
  const location = locationOf(from)
  const parts: Buffer[] = []
  let dcId = from.dcId
  let moves = 0
  for (let offset = 0; offset < downloadMaxBytes; ) {
    const request = new tl.upload.GetFile({ location, offset: long(offset), limit: partBytes, precise: true })
    let answer: Api.upload.TypeFile
    try {
      answer = await ask(request, { deadlineMs: partDeadlineMs, dcId })
    } catch (error) {
      const elsewhere = /^FILE_MIGRATE_(\d+)$/.exec(errorName(error) ?? '')
      if (!elsewhere || Number(elsewhere[1]) === dcId || moves++ === movesMax) throw error
      dcId = Number(elsewhere[1])
      continue
    }
    if (!(answer instanceof tl.upload.File))
      throw new Refusal('not-allowed', 'Telegram keeps this file elsewhere. Open it in Telegram.')
    parts.push(answer.bytes)
    offset += answer.bytes.length
    if (answer.bytes.length < partBytes) break
  }
  return Buffer.concat(parts)
}

function locationOf(from: Locator): Api.TypeInputFileLocation {
  const names = {
    id: long(from.id),
    accessHash: long(from.accessHash),
    fileReference: Buffer.from(from.reference, 'base64'),
    thumbSize: from.size,
  }
  return from.kind === 'photo'
    ? new tl.InputPhotoFileLocation(names)
    : new tl.InputDocumentFileLocation(names)
}

async function renewed(
  media: StoredMedia,
  message: { readonly chatId: string; readonly number: number },
  room: DownloadRoom,
): Promise<Locator> {
  const [again] = (await renewedMedia([media], message, room)) ?? []
  if (again) return JSON.parse(again.locator) as Locator
  throw new Refusal('not-found', 'This file was deleted or replaced in Telegram.')
}

function downloadRefusal(error: unknown, now: number): Error {
  if (error instanceof Refusal) return error
  const pause = askedPauseMs(error)
  if (pause !== null)
    return new Refusal('rate-limited', 'Telegram asks for a pause.', { retryAt: now + pause })
  if (isUnanswered(error))
    return new Refusal('offline', 'The file could not be fetched. Try again when connected.')
  const name = errorName(error)
  if (name !== null) return new Refusal('not-found', `Telegram does not give this file (${name}).`)
  return error instanceof Error ? error : new Error(String(error))
}
