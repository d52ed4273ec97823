import { Api } from 'telegram'
import { seconds } from '../clock'
import { given, long } from '../tl/values'
import type { Media, PhotoSize, SharedPlace, SharedPoll, StoredDocument, StoredPhoto } from '../world/message'

/** The data centre that everybody starts with. */
export const DC_ID = 2
/** They are numbered from 1. All have the one address, and the one world. */
export const MOST_DC = 5

/** A photo or document inside a message (core.telegram.org/api/files). */
export function tlMedia(media: Media): Api.TypeMessageMedia {
  if (media.kind === 'photo') return new Api.MessageMediaPhoto({ photo: tlPhoto(media) })
  if (media.kind === 'contact') {
    const { phone: phoneNumber, firstName, lastName, userId } = media
    const owner = long(userId ?? 0)
    return new Api.MessageMediaContact({ phoneNumber, firstName, lastName, vcard: '', userId: owner })
  }
  if (media.kind === 'place') return tlPlace(media)
  if (media.kind === 'poll') return tlPoll(media)
  if (media.kind === 'dice') return new Api.MessageMediaDice({ value: media.value, emoticon: media.emoji })
  if (media.kind === 'unsupported') return new Api.MessageMediaUnsupported()
  return new Api.MessageMediaDocument({ document: tlDocument(media) })
}

function tlPlace({ latitude: lat, longitude, venue, livePeriod: period }: SharedPlace): Api.TypeMessageMedia {
  const geo = new Api.GeoPoint({ lat, long: longitude, accessHash: long(0) })
  if (period !== undefined) return new Api.MessageMediaGeoLive({ geo, period })
  if (venue === undefined) return new Api.MessageMediaGeo({ geo })
  return new Api.MessageMediaVenue({ geo, ...venue, provider: '', venueId: '', venueType: '' })
}

function tlPoll({ question, options }: SharedPoll): Api.MessageMediaPoll {
  const plain = (text: string) => new Api.TextWithEntities({ text, entities: [] })
  const answers = options.map(
    (text, at) => new Api.PollAnswer({ text: plain(text), option: Buffer.from([at]) }),
  )
  const poll = new Api.Poll({ id: long(1), question: plain(question), answers, hash: long(0) })
  return new Api.MessageMediaPoll({ poll, results: new Api.PollResults({}) })
}

export function tlPhoto(photo: StoredPhoto): Api.Photo {
  const stripped =
    photo.stripped === null ? [] : [new Api.PhotoStrippedSize({ type: 'i', bytes: photo.stripped })]
  return new Api.Photo({
    id: long(photo.id),
    accessHash: long(photo.accessHash),
    fileReference: photo.fileReference,
    date: seconds(photo.at),
    sizes: [...stripped, ...photo.sizes.map(tlPhotoSize)],
    dcId: photo.dcId,
  })
}

function tlPhotoSize(size: PhotoSize): Api.TypePhotoSize {
  return new Api.PhotoSize({ type: size.type, w: size.width, h: size.height, size: size.bytes.length })
}

export function tlDocument(document: StoredDocument): Api.Document {
  const attributes = [...document.attributes] as Api.TypeDocumentAttribute[]
  if (document.image !== null) {
    attributes.push(new Api.DocumentAttributeImageSize({ w: document.image.width, h: document.image.height }))
  }
  if (document.name !== null) attributes.push(new Api.DocumentAttributeFilename({ fileName: document.name }))
  return new Api.Document(
    given({
      id: long(document.id),
      accessHash: long(document.accessHash),
      fileReference: document.fileReference,
      date: seconds(document.at),
      mimeType: document.mimeType,
      size: long(document.sizeBytes ?? document.bytes.length),
      thumbs: document.thumb === null ? undefined : [tlPhotoSize(document.thumb)],
      dcId: document.dcId,
      attributes,
    }),
  )
}
