import { describe, expect, it } from 'vitest'
import type { MessageItem } from '../../../../../src-preload/contract/conversation'
import { wroteMeanwhile } from '../../../../../src-renderer/features/composer/guard-words'
import { plainMessage } from '../../../../renderer/data/plain-message'

function said(position: number, more: Partial<MessageItem> = {}): MessageItem {
  return { ...plainMessage, id: `m${position}`, position, at: position * 1000, ...more }
}
const begun = { text: 'The hold is', replyTo: null, begunAfter: 5, savedAt: null }

describe('a reply that was begun', () => {
  it('is held up by what the customer wrote after', () => {
    expect(wroteMeanwhile([said(5), said(6)], begun)?.id).toBe('m6')
  })
  it('is not held up by what had been seen, by teammates, or by what was deleted', () => {
    expect(wroteMeanwhile([said(4), said(5)], begun)).toBeNull()
    expect(wroteMeanwhile([said(5), said(6, { side: 'team' })], begun)).toBeNull()
    expect(wroteMeanwhile([said(5), said(6, { deletedAt: 7000 })], begun)).toBeNull()
  })
  it('is not held up while it is empty', () => {
    expect(wroteMeanwhile([said(6)], { ...begun, text: '  ' })).toBeNull()
  })
  it('goes by the time it was saved when it comes from an earlier life of the window', () => {
    const kept = { ...begun, begunAfter: null, savedAt: 5500 }
    expect(wroteMeanwhile([said(5)], kept)).toBeNull()
    expect(wroteMeanwhile([said(5), said(6)], kept)?.id).toBe('m6')
  })
})
