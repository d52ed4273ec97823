import type { Media } from '../../../src-preload/contract/conversation'
import type { DeskEvent } from '../desk/events'
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

/** The files an event says a message has; null where it does not say. */
export function filesIn(event: DeskEvent): readonly StoredMedia[] | null {
  if (event.kind === 'message-received') return event.message.media
  if (event.kind === 'message-edited') return event.media ?? null
  return event.kind === 'reply-sent' && event.media.length > 0 ? event.media : null
}

/**
 * Whether a message has a file now that it is not known to have had. A file that is not there any more is no news:
 * Telegram lets nobody take one away by an edit, some pass by themselves.
 */
export function hasOtherFiles(
  before: readonly Pick<StoredMedia, 'fileId'>[] | null,
  now: readonly Pick<StoredMedia, 'fileId'>[],
): boolean {
  return before !== null && now.some(({ fileId }) => before.every((known) => known.fileId !== fileId))
}
