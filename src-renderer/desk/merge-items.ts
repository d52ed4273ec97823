import type { TimelineItem } from '../../src-preload/contract/conversation'
import { inOrder } from './item-order'
import { keepSame } from './keep-same'

/** The items of one conversation as far as they are here, oldest first, and how new the word on each is. */
export interface HeldItems {
  readonly items: readonly TimelineItem[]
  readonly revisions: ReadonlyMap<string, number>
}

export const noItems: HeldItems = { items: [], revisions: new Map() }

/**
 * Takes in items and the ids of those taken back, as of one revision. A lower revision than the one held for an
 * item is old news, and stays so after the item is gone: a late page cannot bring it back. Items that say the same
 * as before stay the very same, and so does their list if all of them do.
 */
export function mergeItems(
  held: HeldItems,
  news: {
    readonly revision: number
    readonly items: readonly TimelineItem[]
    readonly gone: readonly string[]
  },
): HeldItems {
  const isNews = (id: string) => (held.revisions.get(id) ?? -1) <= news.revision
  const fresh = new Map(news.items.filter((item) => isNews(item.id)).map((item) => [item.id, item]))
  const gone = new Set(news.gone.filter(isNews))
  if (fresh.size === 0 && gone.size === 0) return held
  const revisions = new Map(held.revisions)
  for (const id of [...fresh.keys(), ...gone]) revisions.set(id, news.revision)
  const before = new Map(held.items.map((item) => [item.id, item]))
  const added = [...fresh.values()]
    .filter((item) => !gone.has(item.id))
    .map((item) => keepSame(before.get(item.id), item))
  const isNothingNew = gone.size === 0 && added.every((item) => before.get(item.id) === item)
  if (isNothingNew) return { items: held.items, revisions }
  const kept = held.items.filter((item) => !fresh.has(item.id) && !gone.has(item.id))
  return { items: joined(kept, added), revisions }
}

function joined(kept: readonly TimelineItem[], added: readonly TimelineItem[]): readonly TimelineItem[] {
  const sorted = [...added].sort(inOrder)
  const [first] = sorted
  const last = kept.at(-1)
  if (first === undefined) return kept
  if (last === undefined || inOrder(last, first) <= 0) return [...kept, ...sorted]
  return [...kept, ...sorted].sort(inOrder)
}
