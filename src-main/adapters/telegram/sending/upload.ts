import { createHash, randomBytes } from 'node:crypto'
import type { Api } from 'telegram'
import type { OutgoingFile } from '../../../core/outbox/entry'
import type { FileRoom } from '../../../core/ports'
import { Refusal } from '../../../core/refusal'
import { long, tl } from '../library'
import type { Ask } from '../link/ask'

const partBytes = 512 * 1024
/** From here on Telegram wants the parts of a big file (core.telegram.org/api/files). */
const bigFromBytes = 10 * 1024 * 1024
const photoMaxBytes = 10 * 1024 * 1024
const partDeadlineMs = 60_000

/**
 * Uploads a file and names it as a message's media: a picture as a photo, all else as a file with its name.
 *
 * @throws {@link Refusal} `not-found` if the file is gone: nothing was sent, and nothing will be by trying again.
 */
export async function uploadedMedia(
  file: OutgoingFile,
  room: { readonly ask: Ask; readonly outgoing: Pick<FileRoom, 'read'> },
): Promise<Api.TypeInputMedia> {
  return uploadedBytes(file, await chosenBytes(file, room.outgoing), room.ask)
}

async function chosenBytes({ name, path }: OutgoingFile, room: Pick<FileRoom, 'read'>): Promise<Buffer> {
  try {
    return Buffer.from(await room.read(path))
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error
    throw new Refusal('not-found', `${name} is not on this computer any more. Attach it again.`)
  }
}

/** Uploads bytes under a name, as {@link uploadedMedia} does with a file. */
export async function uploadedBytes(
  file: { readonly name: string; readonly mime: string },
  bytes: Buffer,
  ask: Ask,
): Promise<Api.TypeInputMedia> {
  if (bytes.length === 0) throw new Refusal('invalid-input', 'The file is empty.')
  const uploaded = await upload(file.name, bytes, ask)
  if (/^image\/(?:jpeg|png)$/.test(file.mime) && bytes.length <= photoMaxBytes) {
    return new tl.InputMediaUploadedPhoto({ file: uploaded })
  }
  return new tl.InputMediaUploadedDocument({
    file: uploaded,
    mimeType: file.mime || 'application/octet-stream',
    attributes: [new tl.DocumentAttributeFilename({ fileName: file.name })],
    forceFile: true,
  })
}

async function upload(name: string, bytes: Buffer, ask: Ask): Promise<Api.TypeInputFile> {
  const id = long(randomBytes(8).readBigInt64LE().toString())
  const parts = Math.ceil(bytes.length / partBytes)
  const isBig = bytes.length > bigFromBytes
  for (let part = 0; part < parts; part++) {
    const slice = bytes.subarray(part * partBytes, (part + 1) * partBytes)
    const request = isBig
      ? new tl.upload.SaveBigFilePart({ fileId: id, filePart: part, fileTotalParts: parts, bytes: slice })
      : new tl.upload.SaveFilePart({ fileId: id, filePart: part, bytes: slice })
    await ask<typeof request>(request, { deadlineMs: partDeadlineMs })
  }
  if (isBig) return new tl.InputFileBig({ id, parts, name })
  const md5Checksum = createHash('md5').update(bytes).digest('hex')
  return new tl.InputFile({ id, parts, name, md5Checksum })
}
