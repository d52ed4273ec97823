import { describe, expect, it } from 'vitest'
import type { Delivery, TimelineItem } from '../../../../src-preload/contract/conversation'
import { inOrder, newestOf } from '../../../../src-renderer/desk/item-order'

const item = (position: number, kind: Delivery['kind']) =>
  ({ kind: 'message', id: `${kind} ${position}`, position, delivery: { kind } }) as TimelineItem
const note = { kind: 'note', id: 'note', position: 4 } as TimelineItem

describe('the order of a conversation', () => {
  it('is by place, with the replies that wait after all that is there', () => {
    const items = [item(2, 'failed'), item(5, 'received'), item(3, 'held'), note, item(1, 'sent')]
    expect([...items].sort(inOrder).map(({ id }) => id)).toEqual([
      'sent 1',
      'note',
      'received 5',
      'failed 2',
      'held 3',
    ])
  })

  it('knows its newest place, whether that waits or not', () => {
    expect(newestOf([item(5, 'received'), item(2, 'failed')])?.position).toBe(5)
    expect(newestOf([item(5, 'received'), item(2, 'failed'), item(7, 'held')])?.position).toBe(7)
    expect(newestOf([item(2, 'failed')])?.position).toBe(2)
    expect(newestOf([])).toBeUndefined()
  })
})
