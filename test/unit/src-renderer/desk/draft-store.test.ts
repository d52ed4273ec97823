import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Draft } from '../../../../src-preload/contract/conversation'
import type { Attachment } from '../../../../src-preload/contract/files'
import { createDrafts, type DraftDesk } from '../../../../src-renderer/desk/draft-store'

function stage(kept: readonly Draft[] = []) {
  const saved: unknown[] = []
  const told: string[] = []
  let full: string | null = null
  const desk = {
    conversation: {
      drafts: (async () => ({ ok: true, value: kept })) as DraftDesk['conversation']['drafts'],
      saveDraft: (async (draft) => {
        if (full !== null) return { ok: false, failure: { code: 'storage-full', message: full } }
        saved.push([draft.ticketId, draft.mode, draft.text, ...(draft.attachments ?? [])])
        return { ok: true, value: undefined }
      }) as DraftDesk['conversation']['saveDraft'],
    },
  }
  return {
    drafts: createDrafts(
      () => desk,
      ({ message }) => told.push(message),
    ),
    desk,
    saved,
    told,
    fill: (why: string | null) => {
      full = why
    },
  }
}
const kept = (mode: Draft['mode'], text: string, ...attachments: readonly Attachment[]): Draft => ({
  ticketId: 't',
  mode,
  text,
  replyTo: null,
  attachments,
  savedAt: 500,
})
const file = (id: string): Attachment => ({ id, name: `${id}.pdf`, mime: 'application/pdf', sizeBytes: 9 })

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
  it('come back with their files, also when the agent was quicker to write or to add one', async () => {
    const { drafts, saved } = stage([kept('reply', 'old', file('a'))])
    const opening = drafts.open('t')
    drafts.write('t', 'reply', { text: 'new' })
    drafts.attach('t', (files) => [...files, file('b')])
    await opening
    await Promise.resolve()
    expect(drafts.of('t')).toMatchObject({
      reply: { text: 'new' },
      attachments: [{ id: 'a' }, { id: 'b' }],
    })
    expect(saved).toEqual([['t', 'reply', 'new', 'a', 'b']])
  })
  it('are asked for again when they could not be had', async () => {
    const { drafts, desk } = stage([kept('reply', 'Hello', file('a'))])
    const answers = desk.conversation.drafts
    desk.conversation.drafts = async () => ({ ok: false, failure: { code: 'internal', message: 'No.' } })
    await drafts.open('t')
    desk.conversation.drafts = answers
    await drafts.open('t')
    expect(drafts.of('t').attachments).toHaveLength(1)
  })
  it('are not written over while they cannot be read, and then stand before what was written meanwhile', async () => {
    const { drafts, desk, saved } = stage([
      kept('reply', 'Long thought', file('a')),
      kept('note', 'Ask Ravi'),
    ])
    const answers = desk.conversation.drafts
    desk.conversation.drafts = async () => ({ ok: false, failure: { code: 'internal', message: 'No.' } })
    await drafts.open('t')
    expect(drafts.use.getState().unread.get('t')).toBe('No.')
    drafts.write('t', 'reply', { text: 'Hello' })
    drafts.attach('t', (files) => [...files, file('b')])
    drafts.flush()
    await vi.advanceTimersByTimeAsync(1000)
    expect(saved).toEqual([])
    desk.conversation.drafts = answers
    await drafts.open('t')
    expect(drafts.of('t')).toMatchObject({
      reply: { text: 'Long thought\n\nHello' },
      note: { text: 'Ask Ravi' },
      attachments: [{ id: 'a' }, { id: 'b' }],
    })
    expect(drafts.use.getState().unread.size).toBe(0)
    expect(saved).toEqual([['t', 'reply', 'Long thought\n\nHello', 'a', 'b']])
  })
  it('save each change of the files at once, and say nothing of them when only words changed', () => {
    const { drafts, saved } = stage()
    drafts.attach('t', () => [file('a'), file('b')])
    drafts.attach('t', (files) => files.filter(({ id }) => id !== 'a'))
    drafts.write('t', 'reply', { text: 'Hey' })
    drafts.flush()
    expect(saved).toEqual([
      ['t', 'reply', '', 'a', 'b'],
      ['t', 'reply', '', 'b'],
      ['t', 'reply', 'Hey'],
    ])
  })
  it('keep what was written and chosen while the reply was on its way', () => {
    const { drafts } = stage()
    drafts.write('t', 'reply', { text: 'Hello' })
    drafts.attach('t', () => [file('a')])
    const sent = drafts.of('t')
    drafts.write('t', 'reply', { text: 'Hello again' })
    drafts.attach('t', (files) => [...files, file('b')])
    drafts.clear('t', 'reply', sent)
    expect(drafts.of('t')).toMatchObject({ reply: { text: ' again' }, attachments: [{ id: 'b' }] })
  })
  it('take a reply back with its files, before those that were chosen since', () => {
    const { drafts } = stage()
    drafts.attach('t', () => [file('b')])
    drafts.giveBack(kept('reply', 'Hello', file('a'), file('b')), null)
    expect(drafts.of('t').attachments.map(({ id }) => id)).toEqual(['a', 'b'])
  })
  it('are saved later, with their files, when the desk could not, which it says once', async () => {
    const { drafts, saved, told, fill } = stage()
    fill('The disk is full.')
    drafts.write('t', 'reply', { text: 'Hello' })
    drafts.flush()
    await vi.advanceTimersByTimeAsync(0)
    drafts.attach('t', () => [file('a')])
    await vi.advanceTimersByTimeAsync(0)
    expect(told).toEqual(['The disk is full.'])
    fill(null)
    drafts.flush()
    await vi.advanceTimersByTimeAsync(0)
    expect(saved).toEqual([['t', 'reply', 'Hello', 'a']])
    drafts.flush()
    expect(saved).toHaveLength(1)
  })
})
