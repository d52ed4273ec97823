import { Api } from 'telegram'
import { seconds } from '../../clock'
import { badRequest, RpcError } from '../../rpc-error'
import { big } from '../../tl/values'
import { DC_ID } from '../../view/media'
import type { StoredFile } from '../../world/message'
import { method } from '../method'

const LARGEST_LIMIT = 1024 * 1024
const STEP = 1024

/**
 * core.telegram.org/method/upload.getFile. Offset and limit go by kilobytes
 * (core.telegram.org/api/files#downloading-files); behind the end there are no bytes.
 *
 * @throws FILE_MIGRATE_n when the file lies in another data centre.
 * @throws FILE_REFERENCE_EXPIRED when the location is from before {@link Files.expireReferences}.
 */
export const getFile = method(Api.upload.GetFile, 'signed-in', ({ desk, session }, request) => {
  const { location } = request
  const isFile =
    location instanceof Api.InputDocumentFileLocation || location instanceof Api.InputPhotoFileLocation
  if (!isFile) throw badRequest('LOCATION_INVALID')
  const offset = Number(big(request.offset))
  if (
    request.limit <= 0 ||
    request.limit > LARGEST_LIMIT ||
    (!request.precise && request.limit % STEP !== 0)
  ) {
    throw badRequest('LIMIT_INVALID')
  }
  if (offset < 0 || (!request.precise && offset % STEP !== 0)) throw badRequest('OFFSET_INVALID')
  const media = desk.files.find(big(location.id), big(location.accessHash), location.fileReference)
  const isElsewhere = media.dcId !== DC_ID && media.dcId !== session.key.dcId
  if (isElsewhere) throw new RpcError(303, `FILE_MIGRATE_${media.dcId}`)
  const bytes = bytesOf(media, location.thumbSize)
  return new Api.upload.File({
    type: storageType(bytes),
    mtime: seconds(media.at),
    bytes: bytes.subarray(offset, offset + request.limit),
  })
})

function bytesOf(media: StoredFile, size: string): Buffer {
  if (media.kind === 'document' && size === '') return media.bytes
  const sizes = media.kind === 'photo' ? media.sizes : media.thumb === null ? [] : [media.thumb]
  const found = sizes.find(({ type }) => type === size)
  if (found === undefined) throw badRequest('LOCATION_INVALID')
  return found.bytes
}

function storageType(bytes: Buffer): Api.storage.TypeFileType {
  if (bytes.length > 3 && bytes.readUInt16BE(0) === 0xffd8) return new Api.storage.FileJpeg()
  if (bytes.length > 4 && bytes.readUInt32BE(0) === 0x89504e47) return new Api.storage.FilePng()
  if (bytes.subarray(0, 4).toString('latin1') === '%PDF') return new Api.storage.FilePdf()
  return new Api.storage.FileUnknown()
}
