import type { Files } from '../rpc/upload/files'
import { badRequest } from '../rpc-error'
import type { PhotoSize, StoredPhoto } from '../world/message'
import { bicycle } from './bicycle'
import { imageSize } from './image-size'
import { jpeg, strippedJpeg } from './jpeg'
import { thumbnail } from './thumbnail'

/** Width and height together (core.telegram.org/bots/api#sendphoto). */
const LARGEST_SIDES = 10_000

interface Painted {
  readonly sizes: readonly PhotoSize[]
  readonly stripped: Buffer
}

const painted = new Map<number, Painted>()

/**
 * Keeps a photo: a picture painted from a seed, in two sizes and stripped, or
 * bytes as somebody uploaded them, in the one size they have and stripped.
 *
 * @throws IMAGE_PROCESS_FAILED if the bytes are neither PNG nor JPEG, PHOTO_INVALID_DIMENSIONS if it is too large or has no size.
 */
export function photoFile(files: Files, photo: Buffer | { readonly seed: number }): StoredPhoto {
  if (!Buffer.isBuffer(photo)) {
    const { sizes, stripped } = paint(photo.seed)
    return files.addPhoto(sizes, stripped)
  }
  const size = imageSize(photo)
  if (size === null) throw badRequest('IMAGE_PROCESS_FAILED')
  const isEmpty = size.width === 0 || size.height === 0
  if (isEmpty || size.width + size.height > LARGEST_SIDES) throw badRequest('PHOTO_INVALID_DIMENSIONS')
  return files.addPhoto(
    [{ type: size.width > 800 ? 'y' : 'x', ...size, bytes: photo }],
    thumbnail(photo, size),
  )
}

function paint(seed: number): Painted {
  const known = painted.get(seed)
  if (known !== undefined) return known
  const picture = bicycle(seed)
  const made = {
    sizes: [
      { type: 'm', width: 320, height: 240, bytes: jpeg(320, 240, picture) },
      { type: 'x', width: 800, height: 600, bytes: jpeg(800, 600, picture) },
    ],
    stripped: strippedJpeg(40, 30, picture),
  }
  painted.set(seed, made)
  return made
}
