import { describe, expect, it } from 'vitest'
import type { TimelineItem } from '../../../../src-preload/contract/conversation'
import { mergeItems, noItems } from '../../../../src-renderer/desk/merge-items'

const item = (position: number, text = 'x'): TimelineItem => ({
  kind: 'event',
  id: `i${position}`,
  position,
  at: position,
  icon: 'ticket',
  text,
})
const news = (revision: number, items: readonly TimelineItem[], gone: readonly string[] = []) => ({
  revision,
  items,
  gone,
})
const texts = (held: { readonly items: readonly TimelineItem[] }) => held.items.map(({ text }) => text)

describe('a conversation in the window', () => {
  it('puts what comes into its place, whatever the order it came in', () => {
    const held = mergeItems(
      mergeItems(noItems, news(1, [item(5, 'e'), item(9, 'i')])),
      news(2, [item(7, 'g'), item(1, 'a')]),
    )
    expect(texts(held)).toEqual(['a', 'e', 'g', 'i'])
  })
  it('does not take old news of an item', () => {
    const held = mergeItems(noItems, news(5, [item(1, 'new')]))
    expect(texts(mergeItems(held, news(4, [item(1, 'old')])))).toEqual(['new'])
    expect(texts(mergeItems(held, news(6, [item(1, 'newer')])))).toEqual(['newer'])
  })
  it('does not bring back what was taken back later', () => {
    const held = mergeItems(mergeItems(noItems, news(1, [item(1)])), news(3, [], ['i1']))
    expect(held.items).toEqual([])
    expect(mergeItems(held, news(2, [item(1)])).items).toEqual([])
  })
  it('stays the very same when nothing is news', () => {
    const held = mergeItems(noItems, news(5, [item(1)]))
    expect(mergeItems(held, news(4, [item(1, 'old')]))).toBe(held)
  })
})
