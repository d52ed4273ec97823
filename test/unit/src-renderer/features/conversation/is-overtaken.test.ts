import { expect, test } from 'vitest'
import type { Delivery } from '../../../../../src-preload/contract/conversation'
import { isOvertaken } from '../../../../../src-renderer/features/conversation/is-overtaken'

const of = (delivery: Delivery) => isOvertaken({ delivery })

test('only a reply that was stopped by what the customer wrote is overtaken, not any that failed', () => {
  const reason = 'Mira wrote before this was sent.'
  expect(of({ kind: 'failed', reason, isStale: true })).toBe(true)
  expect(of({ kind: 'failed', reason: 'The topic is closed.' })).toBe(false)
  expect(of({ kind: 'uncertain', reason: '' })).toBe(false)
  expect(of({ kind: 'sent' })).toBe(false)
})
