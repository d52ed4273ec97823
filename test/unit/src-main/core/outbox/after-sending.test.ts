import { describe, expect, it } from 'vitest'
import { anna, chatId, day, iso, kinds, minute, second, theDesk, ticketId } from '../desk-on-paper'
import { attempt, deskWithTicket, fail, file, ids, photo, shown } from './outbox-on-paper'

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

  it('returns what it answers, by the item that shows it', () => {
    const desk = deskWithTicket()
    const sent = desk.reply('One')
    desk.send(sent, { text: 'One' })
    desk.ask(discard(desk.reply('Two', { replyTo: `o:${sent}`, outboxId: '77' })))
    expect([...desk.state.drafts.values()]).toMatchObject([{ replyTo: `o:${sent}` }])
    const to = '-100501'
    desk.deliver([{ kind: 'group-migrated', from: chatId, to, at: iso(desk.now) }])
    desk.hear({ chatId: to, number: 5 })
    const [asked] = desk.items().slice(-1)
    desk.ask(discard(desk.reply('Three', { replyTo: asked?.id ?? null, outboxId: '78' })))
    expect([...desk.state.drafts.values()]).toMatchObject([{ replyTo: `m:${to}/5` }])
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

  it('of which Telegram named the message late is followed like any other, on its own ticket', () => {
    const desk = deskWithTicket()
    const outboxId = desk.reply('Hello')
    attempt(desk, outboxId)
    desk.ask({ kind: 'note-sent', outboxId, number: null, sentAt: iso(desk.now), media: [] }, theDesk)
    expect(desk.ticket().replyNumber).toBe(0)
    const [asked = 0] = desk.journal.recorded.flatMap(({ event }) =>
      event.kind === 'message-received' ? event.message.number : [],
    )
    desk.ask({ kind: 'change-status', ticketId, to: 'closed', reason: null, until: null })
    desk.now += 400 * day
    desk.hear({ text: 'Something else' })
    expect(desk.state.conversations.get(ticketId)?.ticketIds).toHaveLength(2)
    const echo = { senderId: anna.id, isOwn: true, text: 'Hello', number: ++desk.number }
    expect(desk.hear(echo)).toMatchObject([{ kind: 'reply-sent', ticketId }])
    const edit = (more: object) =>
      desk.deliver([{ kind: 'message-edited', message: desk.message(more), editedAt: iso(desk.now) }])
    expect(edit({ number: asked, text: 'My card was stolen.' })).toMatchObject([{ afterReply: true }])
    expect(edit({ ...echo, text: 'Hello Mira' })).toMatchObject([{ ticketId, afterReply: false }])
    expect(desk.ticket().last).toMatchObject({ text: 'Hello Mira', number: echo.number })
    expect(desk.replayed()).toEqual(desk.state)
  })

  it('of which Telegram named the message late is not the last word if another came after it', () => {
    const desk = deskWithTicket()
    for (const outboxId of ['1', '2']) {
      attempt(desk, desk.reply(`Hello ${outboxId}`, { outboxId }))
      desk.ask({ kind: 'note-sent', outboxId, number: null, sentAt: iso(desk.now), media: [] }, theDesk)
    }
    desk.hear({ senderId: anna.id, isOwn: true, text: 'Hello 1' })
    expect(desk.ticket().last).not.toHaveProperty('number')
    desk.hear({ senderId: anna.id, isOwn: true, text: 'Hello 2' })
    expect(desk.ticket().last).toMatchObject({ text: 'Hello 2', number: desk.number })
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
