import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Draft } from '../../../../src-preload/contract/conversation'
import { createDrafts, type DraftDesk } from '../../../../src-renderer/desk/draft-store'

function stage(kept: readonly Draft[] = []) {
  const saved: unknown[] = []
  const desk: DraftDesk = {
    conversation: {
      drafts: async () => ({ ok: true, value: kept }),
      saveDraft: async (draft) => {
        saved.push([draft.ticketId, draft.mode, draft.text])
        return { ok: true, value: undefined }
      },
    },
  }
  return {
    drafts: createDrafts(() => desk),
    saved,
  }
}
const kept = (mode: Draft['mode'], text: string): Draft => ({
  ticketId: 't',
  mode,
  text,
  replyTo: null,
  savedAt: 500,
})

describe('drafts', () => {
  beforeEach(() => {
    vi.useFakeTimers()
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  it('come back per ticket and mode', async () => {
    const { drafts } = stage([kept('reply', 'Hello'), kept('note', 'Ask Ravi')])
    await drafts.open('t')
    expect(drafts.of('t')).toMatchObject({
      reply: { text: 'Hello', savedAt: 500 },
      note: { text: 'Ask Ravi' },
    })
    expect(drafts.of('other').reply.text).toBe('')
  })
  it('do not overwrite what the agent wrote while they came', async () => {
    const { drafts } = stage([kept('reply', 'old'), kept('note', 'kept')])
    const opening = drafts.open('t')
    drafts.write('t', 'reply', { text: 'new' })
    await opening
    expect(drafts.of('t')).toMatchObject({ reply: { text: 'new' }, note: { text: 'kept' } })
  })
  it('are saved once, 400 ms after the last key', () => {
    const { drafts, saved } = stage()
    for (const text of ['H', 'He', 'Hey']) {
      drafts.write('t', 'reply', { text })
      vi.advanceTimersByTime(399)
    }
    expect(saved).toEqual([])
    vi.advanceTimersByTime(1)
    expect(saved).toEqual([['t', 'reply', 'Hey']])
  })
  it('are saved at once on leaving, in every ticket and mode that changed', () => {
    const { drafts, saved } = stage()
    drafts.write('t', 'reply', { text: 'a' })
    drafts.write('t', 'note', { text: 'b' })
    drafts.write('u', 'note', { text: 'c' })
    drafts.flush()
    drafts.flush()
    expect(saved).toEqual([
      ['t', 'reply', 'a'],
      ['t', 'note', 'b'],
      ['u', 'note', 'c'],
    ])
  })
  it('take a reply back before what is written already', () => {
    const { drafts } = stage()
    drafts.setMode('t', 'note')
    drafts.write('t', 'reply', { text: 'P.S.' })
    drafts.giveBack(kept('reply', 'Hello'), null)
    expect(drafts.of('t')).toMatchObject({ mode: 'reply', reply: { text: 'Hello\n\nP.S.' } })
  })
  it('know what had been seen when they were begun, and forget it when they are emptied', () => {
    const { drafts } = stage()
    drafts.write('t', 'reply', { text: 'H' }, 7)
    drafts.write('t', 'reply', { text: 'Hi' }, 9)
    expect(drafts.of('t').reply.begunAfter).toBe(7)
    drafts.readOn('t', 9)
    expect(drafts.of('t').reply.begunAfter).toBe(9)
    drafts.write('t', 'reply', { text: '' }, 9)
    expect(drafts.of('t').reply.begunAfter).toBeNull()
  })
})
