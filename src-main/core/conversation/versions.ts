import type { Media, MessageItem, Version } from '../../../src-preload/contract/conversation'
import type { DeskEvent } from '../desk/events'
import { ms } from '../time'
import type { Amendments } from './amendments'
import type { MessageId } from './message'
import { hasOtherFiles, storedMedia } from './message-media'

type Rewritten = Pick<
  MessageItem,
  | 'text'
  | 'entities'
  | 'media'
  | 'versions'
  | 'editedAt'
  | 'editedAfterReply'
  | 'deletedAt'
  | 'deletedWithTopic'
>

/** What a message says and the files it has. */
interface Said extends Pick<Version, 'text' | 'entities'> {
  readonly media: readonly Media[]
}

/** A message's newest text and files with all its earlier versions, and whether it was deleted. */
export function versionsOf(
  original: Said,
  name: MessageId | null,
  { edits, deletions }: Amendments,
): Rewritten {
  const rewrites = name === null ? [] : (edits.get(name) ?? []).map(({ event }) => event)
  const deletion = name === null ? undefined : deletions.get(name)
  let { text, entities, media } = original
  const versions: Version[] = []
  for (const edit of rewrites) {
    const files = filesAfter(media, edit)
    const replaced = files === media ? {} : { media }
    versions.push({ text, entities, until: ms(edit.editedAt), ...replaced })
    ;({ text, entities } = edit)
    media = files
  }
  return {
    ...{ text, entities, media, versions },
    editedAt: rewrites.length === 0 ? null : ms(rewrites[rewrites.length - 1]?.editedAt ?? ''),
    editedAfterReply: rewrites.some(({ afterReply }) => afterReply),
    deletedAt: deletion ? ms(deletion.event.deletedAt) : null,
    ...(deletion?.event.withTopic ? { deletedWithTopic: true } : {}),
  }
}

/** An edit is of one message: of a reply in several, shown as one, the files behind its first stay. */
function filesAfter(
  media: readonly Media[],
  edit: Extract<DeskEvent, { kind: 'message-edited' }>,
): readonly Media[] {
  const now = storedMedia(edit.media ?? [])
  return hasOtherFiles(media, now) ? [...now, ...media.slice(now.length)] : media
}
