import { expect, test } from 'vitest'
import { lastEditable } from '../../../../src-renderer/desk/editing-store'
import { plainMessage } from '../../../renderer/data/plain-message'

const mine = {
  ...plainMessage,
  side: 'team',
  author: { id: '1', name: 'Anna', isMe: true },
  delivery: { kind: 'sent' },
  canEdit: true,
} as const
const one = { ...mine, id: 'o:1', outboxId: '1' }
const two = { ...mine, id: 'o:2', outboxId: '2' }

test('the newest reply of one’s own is taken up, past what others wrote since', () => {
  const ravis = { ...two, id: 'o:3', author: { id: '2', name: 'Ravi', isMe: false } }
  expect(lastEditable([one, two, ravis, plainMessage])).toBe(two)
})

test('a deleted one is passed over', () => {
  expect(lastEditable([one, { ...two, deletedAt: 5 }])).toBe(one)
})

test('none is taken up where the newest still waits, or cannot be edited', () => {
  const { canEdit: _, ...waiting } = {
    ...two,
    delivery: { kind: 'queued', waits: 'turn', until: null },
  } as const
  expect(lastEditable([one, waiting])).toBeNull()
  expect(lastEditable([])).toBeNull()
})

test('what one wrote elsewhere in Telegram is none of the desk’s replies', () => {
  expect(lastEditable([one, { ...two, outboxId: null }])).toBe(one)
})
