import { Api } from 'telegram'
import { imageSize } from '../../media/image-size'
import { photoFile } from '../../media/photo-file'
import { badRequest } from '../../rpc-error'
import { big } from '../../tl/values'
import type { Media, SharedPlace } from '../../world/message'
import type { Call } from '../method'

const MOST_BYTES = 64 * 1024 * 1024

/**
 * What `InputMedia` means: an upload put together, or a file already here.
 *
 * @throws MEDIA_EMPTY, FILE_PARTS_INVALID, FILE_PART_n_MISSING, MD5_CHECKSUM_INVALID, FILE_REFERENCE_EXPIRED
 */
export function readMedia(call: Call, media: unknown): Media {
  const { files } = call.desk
  if (media instanceof Api.InputMediaUploadedPhoto) return photoFile(files, upload(call, media.file))
  if (media instanceof Api.InputMediaUploadedDocument) return uploadedDocument(call, media)
  if (media instanceof Api.InputMediaPhoto && media.id instanceof Api.InputPhoto) {
    return files.find(big(media.id.id), big(media.id.accessHash), media.id.fileReference)
  }
  if (media instanceof Api.InputMediaDocument && media.id instanceof Api.InputDocument) {
    return files.find(big(media.id.id), big(media.id.accessHash), media.id.fileReference)
  }
  if (media instanceof Api.InputMediaContact) return contact(call, media)
  if (media instanceof Api.InputMediaGeoPoint) return place(media.geoPoint)
  if (media instanceof Api.InputMediaVenue) {
    const { geoPoint, title, address } = media
    return { ...place(geoPoint), venue: { title, address } }
  }
  throw badRequest(media instanceof Api.InputMediaEmpty ? 'MEDIA_EMPTY' : 'MEDIA_INVALID')
}

function contact({ world }: Call, media: Api.InputMediaContact): Media {
  const { phoneNumber: phone, firstName, lastName } = media
  if (phone.replace(/\D/g, '') === '') throw badRequest('PHONE_NUMBER_INVALID')
  return { kind: 'contact', phone, firstName, lastName, userId: world.byPhone(phone)?.id ?? null }
}

function place(point: Api.TypeInputGeoPoint): SharedPlace {
  if (!(point instanceof Api.InputGeoPoint)) throw badRequest('GEO_POINT_INVALID')
  const { lat: latitude, long: longitude } = point
  if (Math.abs(latitude) > 90 || Math.abs(longitude) > 180) throw badRequest('GEO_POINT_INVALID')
  return { kind: 'place', latitude, longitude }
}

/** Name and size are told anew; the rest stays as the sender described it. */
function isOpaque(attribute: Api.TypeDocumentAttribute): boolean {
  const isKnown =
    attribute instanceof Api.DocumentAttributeFilename || attribute instanceof Api.DocumentAttributeImageSize
  return !isKnown
}

function uploadedDocument(call: Call, media: Api.InputMediaUploadedDocument): Media {
  const bytes = upload(call, media.file)
  const named = media.attributes.find((each) => each instanceof Api.DocumentAttributeFilename)
  const name = named instanceof Api.DocumentAttributeFilename ? named.fileName : fileName(media.file)
  const size = imageSize(bytes)
  const thumbBytes = media.thumb === undefined ? null : upload(call, media.thumb)
  const thumbSize = thumbBytes === null ? null : imageSize(thumbBytes)
  return call.desk.files.addDocument({
    name,
    mimeType: media.mimeType,
    bytes,
    image: size,
    attributes: media.attributes.filter(isOpaque),
    thumb: thumbBytes === null || thumbSize === null ? null : { type: 'm', ...thumbSize, bytes: thumbBytes },
  })
}

function fileName(file: unknown): string | null {
  const isNamed = file instanceof Api.InputFile || file instanceof Api.InputFileBig
  return isNamed && file.name !== '' ? file.name : null
}

function upload({ desk, me }: Call, file: unknown): Buffer {
  if (!(file instanceof Api.InputFile || file instanceof Api.InputFileBig))
    throw badRequest('FILE_ID_INVALID')
  const bytes = desk.files.assemble(me.id, big(file.id), file.parts)
  if (bytes.length > MOST_BYTES) throw badRequest('FILE_PARTS_INVALID')
  return bytes
}
