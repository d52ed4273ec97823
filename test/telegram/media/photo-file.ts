import type { Files } from '../rpc/upload/files'
import type { StoredPhoto } from '../world/message'
import { png } from './png'

/** Keeps a photo: the given bytes, or a picture painted from a seed. */
export function photoFile(files: Files, photo: Buffer | { readonly seed: number }): StoredPhoto {
  const bytes = Buffer.isBuffer(photo) ? photo : paint(photo.seed)
  return files.addPhoto([{ type: 'x', width: 320, height: 240, bytes }], null)
}

function paint(seed: number): Buffer {
  return png(320, 240, (x, y) => [(x + seed * 40) & 255, (y + seed * 90) & 255, (x ^ y) & 255])
}
