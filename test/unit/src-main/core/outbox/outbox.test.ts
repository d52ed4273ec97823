import { describe, expect, it } from 'vitest'
import { deliveryOf } from '../../../../../src-main/core/outbox/delivery'
import { sendable } from '../../../../../src-main/core/outbox/next-to-send'
import { albumPartIds, outboxIdOf } from '../../../../../src-main/core/outbox/outbox-id'
import type { Link } from '../../../../../src-preload/contract/status'
import { anna, byRavi, chatId, day, iso, kinds, minute, ravi, second, ticketId } from '../desk-on-paper'
import { attempt, deskWithTicket, entry, fail, file, ids, next, other, shown } from './outbox-on-paper'

describe('the id of a reply', () => {
  it('is a positive 63-bit decimal, made from the id the window gave', () => {
    expect(outboxIdOf('00000000-0000-4001-8000-000000000000')).toBe('16385')
    expect(BigInt(outboxIdOf('ffffffff-ffff-ffff-8000-000000000000'))).toBe((1n << 63n) - 1n)
    expect(outboxIdOf('00000000-0000-0000-8000-000000000000')).toBe('1')
  })

  it('counts on for the other messages of an album', () => {
    expect(albumPartIds('41', 3)).toEqual(['41', '42', '43'])
    expect(albumPartIds(((1n << 63n) - 1n).toString(), 2)[1]).toBe('0')
  })
})

describe('queueing a reply', () => {
  it('says what is wrong with nothing, too much, or too much beside a file', () => {
    const desk = deskWithTicket()
    const refused =
      (text: string, files = 0) =>
      () =>
        desk.reply(text, { files: files ? [file('a')] : [] })
    expect(refused('  ')).toThrow('Write something first.')
    expect(refused('x'.repeat(4097))).toThrow('Telegram takes 4,096 characters. This has 4,097.')
    expect(refused('x'.repeat(1025), 1)).toThrow(
      'With a file, Telegram takes 1,024 characters. This has 1,025.',
    )
    expect(refused('x'.repeat(4096))).not.toThrow()
    expect(refused('', 1)).not.toThrow()
  })

  it('the same reply twice is one, also after it has gone out', () => {
    const desk = deskWithTicket()
    const outboxId = desk.reply('Hello')
    const { seq } = desk.state
    desk.reply('Hello', { outboxId })
    expect(desk.state.seq).toBe(seq)
    expect(ids(desk)).toEqual([outboxId])
    desk.send(outboxId, { text: 'Hello' })
    desk.reply('Hello', { outboxId })
    expect(ids(desk)).toEqual([])
  })

  it('is refused where the ticket or its topic is closed, and says what to do', () => {
    const desk = deskWithTicket()
    desk.topicChanged(true)
    expect(() => desk.reply()).toThrow('The topic is closed in Telegram. Reopen the ticket to reply.')
    desk.ask({ kind: 'change-status', ticketId, to: 'closed', reason: null, until: null })
    expect(() => desk.reply()).toThrow(`${desk.ticket().code} is closed. Reopen it to reply.`)
    desk.ask({ kind: 'change-status', ticketId, to: 'open', reason: null, until: null })
    expect(kinds([...desk.state.outbox.values()].map(({ kind }) => ({ kind }) as never))).toEqual([
      'topic-task',
    ])
    desk.reply()
    expect(sendable(desk.state, desk.now)).toMatchObject([{ kind: 'topic-task' }])
  })

  it('stops when the customer wrote what was not on screen, unless forced', () => {
    const desk = deskWithTicket()
    const seenPosition = desk.state.seq
    desk.hear()
    expect(() => desk.reply('Hello', { seenPosition })).toThrow('Mira wrote while you were typing.')
    desk.reply('Hello', { seenPosition, force: true })
    expect(ids(desk)).toHaveLength(1)
  })

  it("is refused on a colleague's ticket", () => {
    const desk = deskWithTicket()
    desk.ask({ kind: 'claim-ticket', ticketId }, byRavi)
    expect(() => desk.reply()).toThrow('Ravi has this ticket. Take it over to reply.')
    desk.ask({ kind: 'assign-ticket', ticketId, agentId: anna.id })
    desk.reply()
    expect(desk.ticket().assignee).not.toBe(ravi.id)
  })

  it('answers the message that was quoted, by its number', () => {
    const desk = deskWithTicket()
    const asked = desk.number - 1
    const first = desk.send(desk.reply('One', { replyTo: `m:${asked}` }), { text: 'One' })
    const [sent] = desk.state.conversations.get(ticketId)?.sentReplies ?? []
    desk.reply('Two', { replyTo: `o:${sent?.outboxId}`, outboxId: '77' })
    expect(entry(desk, '77')).toMatchObject({ replyTo: first })
  })

  it('goes without its quote where the message it answers was deleted, before or after', () => {
    const desk = deskWithTicket()
    const number = desk.number - 1
    desk.reply('One', { replyTo: `m:${number}`, outboxId: '76' })
    expect(entry(desk, '76')).toMatchObject({ replyTo: number })
    desk.deliver([{ kind: 'messages-deleted', chatId, numbers: [number], at: iso(desk.now) }])
    expect(entry(desk, '76')).toMatchObject({ replyTo: null })
    desk.reply('Two', { replyTo: `m:${number}`, outboxId: '77' })
    expect(entry(desk, '77')).toMatchObject({ replyTo: null })
    expect(desk.replayed()).toEqual(desk.state)
  })

  it('takes its draft with it', () => {
    const desk = deskWithTicket()
    desk.ask({ kind: 'save-draft', ticketId, mode: 'reply', text: 'Hel', replyTo: null })
    desk.ask({ kind: 'save-draft', ticketId, mode: 'note', text: 'Note', replyTo: null })
    desk.reply('Hello')
    expect([...desk.state.drafts.values()]).toMatchObject([{ mode: 'note', text: 'Note' }])
  })
})

describe('what waits to go out', () => {
  it('is held for Undo first, then goes without any event', () => {
    const desk = deskWithTicket()
    desk.ask({ kind: 'change-settings', patch: { sendHoldMs: 5 * second } })
    const outboxId = desk.reply()
    expect(next(desk)).toEqual([])
    expect(shown(desk, outboxId)).toEqual({ kind: 'held', until: desk.now + 5 * second, waits: 'turn' })
    expect(shown(desk, outboxId, { kind: 'offline', since: 1 })).toMatchObject({
      kind: 'held',
      waits: 'offline',
    })
    desk.now += 5 * second
    expect(next(desk)).toEqual([outboxId])
  })

  it('is one entry per chat, the oldest', () => {
    const desk = deskWithTicket()
    const first = desk.reply('One', { outboxId: '1' })
    desk.reply('Two', { outboxId: '2', ticketId: other })
    expect(next(desk)).toEqual([first])
    desk.send(first, { text: 'One' })
    expect(next(desk)).toEqual(['2'])
  })

  it('a failed reply holds back the later ones of its conversation, not those of another', () => {
    const desk = deskWithTicket()
    desk.reply('One', { outboxId: '1' })
    desk.reply('Two', { outboxId: '2' })
    desk.reply('Else', { outboxId: '3', ticketId: other })
    attempt(desk, '1')
    fail(desk, '1')
    expect(next(desk)).toEqual(['3'])
    expect(shown(desk, '1')).toEqual({ kind: 'failed', reason: 'Mira has blocked the bot.' })
    expect(shown(desk, '2')).toEqual({ kind: 'queued', waits: 'above', until: null })
    expect(desk.ticket().failedReplies).toBe(1)
    desk.ask({ kind: 'retry-reply', ticketId, outboxId: '1' })
    expect(desk.ticket().failedReplies).toBe(0)
    expect(next(desk)).toEqual(['1'])
  })

  it('a held reply holds back the later ones of its conversation', () => {
    const desk = deskWithTicket()
    desk.ask({ kind: 'change-settings', patch: { sendHoldMs: 5 * second } })
    desk.reply('One', { outboxId: '1' })
    desk.ask({ kind: 'change-settings', patch: { sendHoldMs: 0 } })
    desk.reply('Two', { outboxId: '2' })
    expect(next(desk)).toEqual([])
    desk.now += 5 * second
    expect(next(desk)).toEqual(['1'])
  })

  it('a held reply goes out when the clock is set back for long, and keeps its hold over a small step', () => {
    const desk = deskWithTicket()
    desk.ask({ kind: 'change-settings', patch: { sendHoldMs: 5 * second } })
    desk.reply('One', { outboxId: '1' })
    desk.now -= 5 * second
    expect(next(desk)).toEqual([])
    desk.now -= day
    expect(next(desk)).toEqual(['1'])
  })

  it('waits for the account of its own chat, however the others do', () => {
    const desk = deskWithTicket()
    const outboxId = desk.reply()
    const signedOut = (of: string): Link => ({ kind: of === chatId ? 'signed-out' : 'live' })
    const others = (of: string): Link => ({ kind: of === chatId ? 'live' : 'signed-out' })
    const shownWith = (linkOf: (of: string) => Link) =>
      deliveryOf(entry(desk, outboxId), desk.state, { linkOf, pausedUntil: () => null })
    expect(shownWith(signedOut)).toMatchObject({ waits: 'sign-in' })
    expect(shownWith(others)).toMatchObject({ waits: 'turn' })
  })

  it('says what it waits for', () => {
    const desk = deskWithTicket()
    const outboxId = desk.reply()
    const until = desk.now + minute
    expect(shown(desk, outboxId)).toMatchObject({ waits: 'turn' })
    expect(shown(desk, outboxId, { kind: 'flood-wait', until })).toEqual({
      kind: 'queued',
      waits: 'pause',
      until,
    })
    expect(shown(desk, outboxId, { kind: 'offline', since: 1 })).toMatchObject({ waits: 'offline' })
    expect(shown(desk, outboxId, { kind: 'signed-out' })).toMatchObject({ waits: 'sign-in' })
    const paused = { linkOf: () => ({ kind: 'live' }) as const, pausedUntil: () => until }
    expect(deliveryOf(entry(desk, outboxId), desk.state, paused)).toMatchObject({ waits: 'pause', until })
    attempt(desk, outboxId)
    expect(shown(desk, outboxId)).toEqual({ kind: 'sending' })
    expect(shown(desk, outboxId, { kind: 'live' }, () => until)).toMatchObject({ waits: 'pause', until })
    expect(shown(desk, outboxId, { kind: 'offline', since: 1 })).toMatchObject({ waits: 'offline' })
    expect(attempt(desk, outboxId)).toEqual([])
  })
})
