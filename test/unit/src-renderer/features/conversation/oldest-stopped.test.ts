import { describe, expect, it } from 'vitest'
import type { TimelineItem } from '../../../../../src-preload/contract/conversation'
import { oldestStopped } from '../../../../../src-renderer/features/conversation/oldest-stopped'

const reply = (outboxId: string, delivery: object) =>
  ({ kind: 'message', id: outboxId, outboxId, delivery }) as unknown as TimelineItem
const stale = { kind: 'failed', reason: 'Mira wrote before this was sent.', isStale: true }
const failed = { kind: 'failed', reason: 'The file is gone.' }

describe('the reply that a key sends anyway', () => {
  it('is the oldest that was overtaken', () => {
    const items = [reply('a', { kind: 'sent' }), reply('b', stale), reply('c', stale)]
    expect(oldestStopped(items)?.outboxId).toBe('b')
  })

  it('is none where nothing was stopped, or an older one failed for another reason', () => {
    expect(oldestStopped([reply('a', { kind: 'sent' })])).toBeUndefined()
    expect(oldestStopped([reply('a', failed), reply('b', stale)])).toBeUndefined()
  })
})
