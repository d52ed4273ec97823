import { sha256 } from '../crypto/hash'
import { type Paint, strippedJpeg } from './jpeg'
import { readPng } from './read-png'

const LONGER_SIDE = 40

/**
 * The tiny picture that travels inside the message. Of a PNG it is a small copy;
 * of a JPEG, which is not read here, a plain tone that is its own for each file.
 */
export function thumbnail(photo: Buffer, size: { readonly width: number; readonly height: number }): Buffer {
  const scale = LONGER_SIDE / Math.max(size.width, size.height)
  const width = Math.max(1, Math.round(size.width * scale))
  const height = Math.max(1, Math.round(size.height * scale))
  const isPng = photo.readUInt32BE(0) === 0x89504e47
  return strippedJpeg(width, height, (isPng ? readPng(photo) : null) ?? toneOf(photo))
}

function toneOf(photo: Buffer): Paint {
  const [red = 0, green = 0, blue = 0] = sha256(photo)
  return () => [red, green, blue]
}
