import type { Media } from '../../../src-preload/contract/conversation'
import type { OutgoingFile } from '../outbox/entry'
import type { StoredMedia } from './message'
import { fileKind } from './one-line'

/** A received file as the window may see it: without where it lies at Telegram. */
export function storedMedia({ locator: _, ...media }: StoredMedia): Media {
  return media
}

/** A file that waits to be sent, as it will look. */
export function fileMedia({ id, name, mime, sizeBytes }: OutgoingFile): Media {
  return { kind: fileKind(mime), fileId: id, name, mime, sizeBytes, width: null, height: null, thumb: null }
}
