import { describe, expect, it } from 'vitest'
import type { MessageItem, TimelineItem } from '../../../../../src-preload/contract/conversation'
import { logEntries } from '../../../../../src-renderer/features/conversation/runs'
import { plainMessage } from '../../../../renderer/data/plain-message'

const noon = new Date(2025, 2, 4, 12).getTime()
const minute = 60_000
const mira = { id: 'mira', name: 'Mira', isMe: false }
const anna = { id: 'anna', name: 'Anna', isMe: true }

function said(position: number, more: Partial<MessageItem> = {}): MessageItem {
  return {
    ...plainMessage,
    id: `m${position}`,
    position,
    at: noon + position * minute,
    author: mira,
    ...more,
  }
}
const shape = (items: readonly TimelineItem[], newFrom: number | null = null) =>
  logEntries(items, newFrom).map((entry) =>
    entry.kind === 'bubble'
      ? `${entry.items.map((item) => item.id).join('+')}${entry.face ? ' face' : ''}`
      : entry.kind,
  )

describe('a conversation as rows', () => {
  it('shows one face for a run of one author, on its last message', () => {
    expect(shape([said(0), said(1), said(2)])).toEqual(['day', 'm0', 'm1', 'm2 face'])
  })
  it('ends a run after five minutes of silence', () => {
    expect(shape([said(0), said(5), said(11)])).toEqual(['day', 'm0', 'm5 face', 'm11 face'])
  })
  it('ends a run when somebody else speaks or something happens', () => {
    const answer = said(1, { side: 'team', author: anna })
    const event: TimelineItem = {
      kind: 'event',
      id: 'e',
      position: 2,
      at: noon,
      icon: 'claim',
      text: 'Claimed',
    }
    expect(shape([said(0), answer, event, said(3)])).toEqual([
      'day',
      'm0 face',
      'm1 face',
      'event',
      'm3 face',
    ])
  })
  it('puts an album into one bubble', () => {
    const photo = { albumId: 'a' }
    expect(shape([said(0, photo), said(1, photo), said(2)])).toEqual(['day', 'm0+m1', 'm2 face'])
  })
  it('divides what was unseen once, before the first message of somebody else', () => {
    const mine = said(2, { side: 'team', author: anna })
    expect(shape([said(1), mine, said(3), said(4)], 1)).toEqual([
      'day',
      'm1 face',
      'm2 face',
      'new',
      'm3',
      'm4 face',
    ])
  })
  it('names each day once', () => {
    const next = said(2, { at: noon + 24 * 60 * minute })
    expect(shape([said(0), next])).toEqual(['day', 'm0 face', 'day', 'm2 face'])
  })
  it('keeps the rest of an album in sight when its first picture was deleted', () => {
    const album = [0, 1, 2].map((at) => said(at, { albumId: 'a', deletedAt: at === 0 ? noon : null }))
    expect(shape(album)).toEqual(['day', 'm0', 'm1+m2 face'])
  })
  it('names each row once, even where a message of the day before came late', () => {
    const keys = logEntries([said(0), said(1, { at: noon - 24 * 60 * minute }), said(2)], null).map(
      ({ key }) => key,
    )
    expect(keys).toHaveLength(6)
    expect(new Set(keys).size).toBe(6)
  })
})
