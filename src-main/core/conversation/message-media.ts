import type { Media } from '../../../src-preload/contract/conversation'
import type { OutgoingFile } from '../outbox/entry'
import type { StoredMedia } from './message'
import { fileKind } from './one-line'

/** Received files as the window may see them: without where they lie at Telegram. */
export function storedMedia(media: readonly StoredMedia[]): readonly Media[] {
  return media.flatMap(({ locator: _, kind, ...file }) => (kind === 'unsupported' ? [] : { kind, ...file }))
}

/** A file that waits to be sent, as it will look. */
export function fileMedia({ id, name, mime, sizeBytes }: OutgoingFile): Media {
  return { kind: fileKind(mime), fileId: id, name, mime, sizeBytes, width: null, height: null, thumb: null }
}
