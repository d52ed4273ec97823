import { describe, expect, it } from 'vitest'
import type { StoredMedia } from '../../../../../src-main/core/conversation/message'
import { deliveryOf } from '../../../../../src-main/core/outbox/delivery'
import { sendable } from '../../../../../src-main/core/outbox/next-to-send'
import { albumPartIds, outboxIdOf } from '../../../../../src-main/core/outbox/outbox-id'
import type { Link } from '../../../../../src-preload/contract/status'
import {
  anna,
  byRavi,
  chatId,
  DeskOnPaper,
  day,
  iso,
  kinds,
  minute,
  ravi,
  second,
  theDesk,
  ticketId,
} from '../desk-on-paper'

function deskWithTicket(): DeskOnPaper {
  const desk = DeskOnPaper.open()
  desk.topic()
  desk.hear()
  desk.topic('Refund', 8)
  desk.hear({ topicId: 8 })
  return desk
}
const other = `${chatId}:8`
const entry = (desk: DeskOnPaper, id: string) => {
  const found = desk.state.outbox.get(id)
  if (!found) throw new Error(`${id} is gone`)
  return found
}
const shown = (
  desk: DeskOnPaper,
  id: string,
  link: Link = { kind: 'live' },
  pausedUntil: (chatId: string) => number | null = () => null,
) => deliveryOf(entry(desk, id), desk.state, { linkOf: () => link, pausedUntil })
const attempt = (desk: DeskOnPaper, outboxId: string) => desk.ask({ kind: 'note-attempt', outboxId }, theDesk)
const fail = (desk: DeskOnPaper, outboxId: string, uncertain = false) =>
  desk.ask({ kind: 'note-failure', outboxId, reason: 'Mira has blocked the bot.', uncertain }, theDesk)
const next = (desk: DeskOnPaper) => sendable(desk.state, desk.now).map(({ id }) => id)
const ids = (desk: DeskOnPaper) => [...desk.state.outbox.values()].map(({ id }) => id)
const photo: StoredMedia = {
  ...{ kind: 'photo', fileId: 'p1', name: 'p.jpg', mime: 'image/jpeg', sizeBytes: 9 },
  ...{ width: 1, height: 1, thumb: null, locator: 'secret' },
}
const file = (id: string) => ({ id, path: id, name: `${id}.jpg`, mime: 'image/jpeg', sizeBytes: 9 })

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

describe('taking a reply back', () => {
  const discard = (outboxId: string) => ({ kind: 'discard-reply', ticketId, outboxId }) as const

  it('returns its text as the draft, in front of what was written since', () => {
    const desk = deskWithTicket()
    const outboxId = desk.reply('Hello')
    desk.ask({ kind: 'save-draft', ticketId, mode: 'reply', text: 'And', replyTo: null })
    expect(kinds(desk.ask(discard(outboxId)))).toEqual(['reply-discarded', 'draft-saved'])
    expect([...desk.state.drafts.values()]).toMatchObject([{ text: 'Hello\n\nAnd' }])
    expect(desk.items().some(({ id }) => id === `o:${outboxId}`)).toBe(false)
    expect(desk.refusal(discard(outboxId)).code).toBe('not-found')
  })

  it('returns its files, in front of those chosen since', () => {
    const desk = deskWithTicket()
    const file = (id: string) => ({ id, path: id, name: id, mime: 'text/plain', sizeBytes: 1 })
    const draft = { kind: 'save-draft', ticketId, mode: 'reply', text: '', replyTo: null } as const
    const outboxId = desk.reply('', { files: [file('a')] })
    desk.ask({ ...draft, files: [file('b')] })
    expect(desk.ask({ ...draft, files: [file('b')] })).toEqual([])
    desk.ask(discard(outboxId))
    expect([...desk.state.drafts.values()]).toMatchObject([{ text: '', files: [{ id: 'a' }, { id: 'b' }] }])
    desk.ask({ ...draft, text: 'Words alone leave the files' })
    expect([...desk.state.drafts.values()]).toMatchObject([{ files: [{ id: 'a' }, { id: 'b' }] }])
    desk.ask({ ...draft, files: [] })
    expect(desk.state.drafts.size).toBe(0)
  })

  it('is refused once it is on its way, and possible again when it failed', () => {
    const desk = deskWithTicket()
    const outboxId = desk.reply()
    attempt(desk, outboxId)
    expect(desk.refusal(discard(outboxId)).code).toBe('not-allowed')
    fail(desk, outboxId)
    desk.ask(discard(outboxId))
    expect(desk.ticket().failedReplies).toBe(0)
  })
})

describe('a reply that arrived', () => {
  it('is known by its random_id, and the answer that comes after is no news', () => {
    const desk = deskWithTicket()
    const outboxId = desk.reply('Hello')
    attempt(desk, outboxId)
    const events = desk.hear({ senderId: anna.id, isOwn: true, randomId: outboxId, text: 'Hello' })
    expect(kinds(events)).toEqual(['reply-sent', 'ticket-assigned', 'status-changed'])
    const sentAt = iso(desk.now)
    expect(
      desk.ask({ kind: 'note-sent', outboxId, number: desk.number, sentAt, media: [] }, theDesk),
    ).toEqual([])
    expect(desk.ticket().messages).toBe(2)
  })

  it('is known after a crash by its text: the oldest that may be there', () => {
    const desk = deskWithTicket()
    desk.reply('Hello', { outboxId: '1' })
    desk.reply('Hello', { outboxId: '2' })
    attempt(desk, '1')
    expect(desk.hear({ senderId: anna.id, isOwn: true, text: 'Hello' })[0]).toMatchObject({
      kind: 'reply-sent',
      outboxId: '1',
    })
    expect(ids(desk)).toEqual(['2'])
  })

  it('is not taken for one that was never handed to Telegram, nor for one of other words or files', () => {
    const desk = deskWithTicket()
    desk.reply('Hello', { outboxId: '1' })
    desk.hear({ senderId: anna.id, isOwn: true, text: 'Hello' })
    attempt(desk, '1')
    desk.hear({ senderId: anna.id, isOwn: true, text: 'Hello you' })
    desk.hear({ senderId: anna.id, isOwn: true, text: 'Hello', media: [photo] })
    desk.hear({ senderId: anna.id, isOwn: true, text: 'Hello', topicId: 8 })
    expect(ids(desk)).toEqual(['1'])
  })

  it('heals an uncertain one that did arrive', () => {
    const desk = deskWithTicket()
    const outboxId = desk.reply('Hello')
    attempt(desk, outboxId)
    fail(desk, outboxId, true)
    expect(shown(desk, outboxId)).toMatchObject({ kind: 'uncertain' })
    desk.hear({ senderId: anna.id, isOwn: true, text: 'Hello' })
    expect(desk.ticket()).toMatchObject({ failedReplies: 0, status: 'in_progress' })
  })

  it('an uncertain one that is tried again cannot be taken back: it may be there', () => {
    const desk = deskWithTicket()
    const outboxId = desk.reply('Hello')
    attempt(desk, outboxId)
    fail(desk, outboxId, true)
    desk.ask({ kind: 'retry-reply', ticketId, outboxId })
    expect(desk.refusal({ kind: 'discard-reply', ticketId, outboxId }).code).toBe('not-allowed')
  })

  it('of which Telegram said only that it has it gets its number from the echo', () => {
    const desk = deskWithTicket()
    const outboxId = desk.reply('Hello')
    attempt(desk, outboxId)
    desk.ask({ kind: 'note-sent', outboxId, number: null, sentAt: iso(desk.now), media: [] }, theDesk)
    expect(kinds(desk.hear({ senderId: anna.id, isOwn: true, text: 'Hello' }))).toEqual(['reply-sent'])
    expect(desk.state.conversations.get(ticketId)?.sentReplies).toMatchObject([
      { outboxId, number: desk.number },
    ])
    expect(desk.ticket().messages).toBe(2)
    expect(desk.items().filter((item) => item.kind === 'message' && item.side === 'team')).toHaveLength(1)
  })

  it('as an album is one reply with all its pictures, and not one message too many', () => {
    const desk = deskWithTicket()
    const outboxId = desk.reply('Two pictures', { files: [file('a'), file('b')], outboxId: '50' })
    attempt(desk, outboxId)
    const own = { senderId: anna.id, isOwn: true, albumId: 'album' }
    desk.hear({ ...own, randomId: '50', text: 'Two pictures', media: [{ ...photo, fileId: 'a' }] })
    desk.hear({ ...own, randomId: '51', text: '', media: [{ ...photo, fileId: 'b' }] })
    const replies = desk.items().filter((item) => item.kind === 'message' && item.side === 'team')
    expect(replies).toMatchObject([{ text: 'Two pictures', media: [{ fileId: 'a' }, { fileId: 'b' }] }])
    expect(JSON.stringify(replies)).not.toContain('locator')
    expect(desk.ticket().messages).toBe(2)
  })

  it('resolves or waits only now, so that nothing is resolved by a reply that failed', () => {
    const desk = deskWithTicket()
    const outboxId = desk.reply('Done.', { after: 'resolve' })
    attempt(desk, outboxId)
    fail(desk, outboxId)
    expect(desk.ticket()).toMatchObject({ status: 'new', ball: 'ours' })
    desk.ask({ kind: 'retry-reply', ticketId, outboxId })
    desk.now += minute
    desk.send(outboxId, { text: 'Done.' })
    expect(desk.ticket()).toMatchObject({ status: 'resolved', ball: 'nobody', resolvedAt: desk.now })
  })

  it('resolves nothing when the customer wrote while it waited: it is still our turn', () => {
    const desk = deskWithTicket()
    const outboxId = desk.reply('Done.', { after: 'resolve' })
    desk.now += second
    desk.hear({ text: 'Wait.' })
    const wroteAt = desk.now
    desk.now += second
    desk.send(outboxId, { text: 'Done.' })
    expect(desk.ticket()).toMatchObject({
      status: 'in_progress',
      ball: 'ours',
      ballSince: wroteAt,
      unread: 2,
    })
    expect(desk.ticket().clocks['next-reply']).toMatchObject({ startedAt: wroteAt, endedAt: null })
  })
})
