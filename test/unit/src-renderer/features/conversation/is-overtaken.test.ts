import { expect, test } from 'vitest'
import type { MessageItem } from '../../../../../src-preload/contract/conversation'
import { isOvertaken } from '../../../../../src-renderer/features/conversation/is-overtaken'

function item(position: number, side: MessageItem['side'], delivery: MessageItem['delivery']): MessageItem {
  return {
    ...{ kind: 'message', id: `m${position}`, position, at: position, side, text: 'Hello', entities: [] },
    ...{ author: { id: side, name: side, isMe: false }, media: [], albumId: null, replyTo: null },
    ...{ versions: [], content: null, editedAt: null, editedAfterReply: false, deletedAt: null },
    ...{ delivery, outboxId: null },
  }
}

const failed = { kind: 'failed', reason: 'Mira wrote before this was sent.' } as const

test('a reply that failed is overtaken only by what the customer wrote after it', () => {
  const reply = item(2, 'team', failed)
  const [before, after] = [1, 3].map((position) => item(position, 'customer', { kind: 'received' }))
  if (!before || !after) throw new Error('Two messages were written.')
  expect(isOvertaken(reply, [before, reply])).toBe(false)
  expect(isOvertaken(reply, [before, reply, item(3, 'team', { kind: 'sent' })])).toBe(false)
  expect(isOvertaken(reply, [before, reply, after])).toBe(true)
  expect(isOvertaken({ ...reply, delivery: { kind: 'uncertain', reason: '' } }, [reply, after])).toBe(false)
})
