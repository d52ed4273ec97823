import type { Api } from 'telegram'
import type { StoredMedia } from '../../../core/conversation/message'
import { library, tl } from '../library'
import { safeName } from './safe-name'

/** Where the bytes of a file are at Telegram. The reference ages; see files/download.ts. */
export interface Locator {
  readonly kind: 'photo' | 'document'
  readonly id: string
  readonly accessHash: string
  /** Base64. */
  readonly reference: string
  readonly dcId: number
  /** Which size of a photo. */
  readonly size: string
}

const endings: Readonly<Record<string, string>> = {
  'image/jpeg': '.jpg',
  'image/png': '.png',
  'image/webp': '.webp',
  'image/gif': '.gif',
  'video/mp4': '.mp4',
  'audio/ogg': '.ogg',
  'audio/mpeg': '.mp3',
  'application/pdf': '.pdf',
}

/** Photos and files of a message, with what is needed to fetch them. What else there can be: see content.ts. */
export function mediaOf(media: Api.TypeMessageMedia | undefined): StoredMedia[] {
  if (media instanceof tl.MessageMediaPhoto && media.photo instanceof tl.Photo) return [photo(media.photo)]
  if (media instanceof tl.MessageMediaDocument && media.document instanceof tl.Document) {
    return [document(media.document, media.voice === true)]
  }
  return []
}

interface Size {
  readonly type: string
  readonly width: number
  readonly height: number
  readonly bytes: number
}

function sizesOf(sizes: readonly Api.TypePhotoSize[]): Size[] {
  const known: Size[] = []
  for (const size of sizes) {
    if (size instanceof tl.PhotoSize) {
      known.push({ type: size.type, width: size.w, height: size.h, bytes: size.size })
    } else if (size instanceof tl.PhotoSizeProgressive) {
      known.push({ type: size.type, width: size.w, height: size.h, bytes: Math.max(0, ...size.sizes) })
    } else if (size instanceof tl.PhotoCachedSize) {
      known.push({ type: size.type, width: size.w, height: size.h, bytes: size.bytes.length })
    }
  }
  return known.sort((a, b) => b.width * b.height - a.width * a.height)
}

function thumbOf(sizes: readonly Api.TypePhotoSize[] | undefined): string | null {
  for (const size of sizes ?? []) {
    if (size instanceof tl.PhotoStrippedSize && size.bytes.length > 3) {
      const jpeg: Buffer = library.utils.strippedPhotoToJpg(size.bytes)
      return `data:image/jpeg;base64,${jpeg.toString('base64')}`
    }
  }
  for (const size of sizes ?? []) {
    if (size instanceof tl.PhotoCachedSize && size.bytes.length < 16_384 && isJpeg(size.bytes)) {
      return `data:image/jpeg;base64,${size.bytes.toString('base64')}`
    }
  }
  return null
}

function isJpeg(bytes: Buffer): boolean {
  return bytes[0] === 0xff && bytes[1] === 0xd8
}

function photo(from: Api.Photo): StoredMedia {
  const best = sizesOf(from.sizes)[0]
  const id = from.id.toString()
  return {
    kind: 'photo',
    fileId: `p${id}`,
    name: `photo-${id}.jpg`,
    mime: 'image/jpeg',
    sizeBytes: best?.bytes ?? 0,
    width: best?.width ?? null,
    height: best?.height ?? null,
    thumb: thumbOf(from.sizes),
    locator: locator({
      kind: 'photo',
      id,
      accessHash: from.accessHash.toString(),
      reference: from.fileReference.toString('base64'),
      dcId: from.dcId,
      size: best?.type ?? '',
    }),
  }
}

function document(from: Api.Document, isVoice: boolean): StoredMedia {
  let kind: StoredMedia['kind'] = 'document'
  let name: string | undefined
  let width: number | null = null
  let height: number | null = null
  for (const attribute of from.attributes) {
    if (attribute instanceof tl.DocumentAttributeFilename) name = attribute.fileName
    else if (attribute instanceof tl.DocumentAttributeSticker) kind = 'sticker'
    else if (attribute instanceof tl.DocumentAttributeVideo) {
      if (kind === 'document') kind = 'video'
      width = attribute.w
      height = attribute.h
    } else if (attribute instanceof tl.DocumentAttributeImageSize) {
      width = attribute.w
      height = attribute.h
    } else if (attribute instanceof tl.DocumentAttributeAudio && (attribute.voice || isVoice)) kind = 'voice'
  }
  const id = from.id.toString()
  const mime = /^[\w.+-]+\/[\w.+-]+$/.test(from.mimeType) ? from.mimeType : 'application/octet-stream'
  return {
    kind,
    fileId: `d${id}`,
    name: safeName(name, `${kind === 'document' ? 'file' : kind}-${id}${endings[mime] ?? ''}`),
    mime,
    sizeBytes: Number(from.size.toString()),
    width,
    height,
    thumb: thumbOf(from.thumbs),
    locator: locator({
      kind: 'document',
      id,
      accessHash: from.accessHash.toString(),
      reference: from.fileReference.toString('base64'),
      dcId: from.dcId,
      size: '',
    }),
  }
}

function locator(of: Locator): string {
  return JSON.stringify(of)
}
