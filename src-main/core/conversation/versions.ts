import type { Entity, MessageItem } from '../../../src-preload/contract/conversation'
import { ms } from '../time'
import type { Amendments } from './amendments'
import type { MessageId } from './message'

type Rewritten = Pick<
  MessageItem,
  'text' | 'entities' | 'versions' | 'editedAt' | 'editedAfterReply' | 'deletedAt' | 'deletedWithTopic'
>

/** A message's newest text with all its earlier versions, and whether it was deleted. */
export function versionsOf(
  original: { readonly text: string; readonly entities: readonly Entity[] },
  name: MessageId | null,
  { edits, deletions }: Amendments,
): Rewritten {
  const rewrites = name === null ? [] : (edits.get(name) ?? []).map(({ event }) => event)
  const deletion = name === null ? undefined : deletions.get(name)
  const texts = [original, ...rewrites]
  const newest = texts[texts.length - 1] ?? original
  return {
    text: newest.text,
    entities: newest.entities,
    versions: rewrites.map(({ editedAt }, nth) => {
      const { text, entities } = texts[nth] ?? original
      return { text, entities, until: ms(editedAt) }
    }),
    editedAt: rewrites.length === 0 ? null : ms(rewrites[rewrites.length - 1]?.editedAt ?? ''),
    editedAfterReply: rewrites.some(({ afterReply }) => afterReply),
    deletedAt: deletion ? ms(deletion.event.deletedAt) : null,
    ...(deletion?.event.withTopic ? { deletedWithTopic: true } : {}),
  }
}
