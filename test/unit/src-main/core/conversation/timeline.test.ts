import { describe, expect, it } from 'vitest'
import { timelineChanges, waitingItems } from '../../../../../src-main/core/conversation/timeline-changes'
import { anna, byRavi, chatId, DeskOnPaper, hour, iso, minute, theDesk, ticketId } from '../desk-on-paper'

function deskWithTicket(): DeskOnPaper {
  const desk = DeskOnPaper.open()
  desk.topic()
  desk.hear()
  return desk
}
const ground = (desk: DeskOnPaper, link: DeskOnPaper['link'] = desk.link) => ({
  events: desk.journal,
  state: desk.state,
  linkOf: () => link,
  pausedUntil: () => null,
})
/** What the events of one doing changed. */
function changes(desk: DeskOnPaper, doing: () => unknown) {
  const from = desk.journal.recorded.length
  doing()
  return timelineChanges(desk.journal.recorded.slice(from), ground(desk))
}
const lines = (desk: DeskOnPaper) => desk.items().map((item) => item.text)

describe('the timeline of a conversation', () => {
  it('tells what was said and what happened, oldest first', () => {
    const desk = deskWithTicket()
    desk.ask({ kind: 'claim-ticket', ticketId })
    desk.ask({ kind: 'add-note', ticketId, noteId: 'n1', text: 'Known to the bank' })
    desk.ask({ kind: 'change-priority', ticketId, priority: 'critical' })
    desk.pass(2 * hour)
    desk.send(desk.reply('Try again.', { after: 'resolve' }), { text: 'Try again.' })
    desk.hear({ text: 'It works not.' })
    expect(lines(desk)).toEqual([
      `${desk.ticket().code} opened`,
      'My card was refused.',
      'You claimed this ticket',
      'Known to the bank',
      'You set the priority to Critical',
      'First reply overdue',
      'Try again.',
      'You replied and resolved this',
      'It works not.',
      'Mira wrote again: reopened',
    ])
    const positions = desk.items().map(({ position }) => position)
    expect(positions).toEqual([...positions].sort((one, other) => one - other))
  })

  it('says of a ticket that was opened while the desk slept when that truly was', () => {
    const desk = DeskOnPaper.open()
    desk.topic()
    const wroteAt = desk.now - 2 * hour
    desk.hear({ sentAt: iso(wroteAt) })
    expect(desk.items().find(({ kind }) => kind === 'event')?.at).toBe(wroteAt)
  })

  it('names people as they are seen from here', () => {
    const desk = deskWithTicket()
    desk.ask({ kind: 'claim-ticket', ticketId }, byRavi)
    desk.ask({ kind: 'assign-ticket', ticketId, agentId: anna.id }, byRavi)
    desk.ask({ kind: 'assign-ticket', ticketId, agentId: null })
    desk.ask({ kind: 'assign-ticket', ticketId, agentId: anna.id })
    desk.topicChanged(true)
    expect(lines(desk).slice(2)).toEqual([
      'Ravi claimed this ticket',
      'Ravi gave this ticket to you',
      'You put this ticket back',
      'You took this ticket over',
      'Ravi closed the topic in Telegram',
      'Resolved, because the topic was closed',
    ])
  })

  it('says that a ticket was claimed by the reply before it', () => {
    const desk = deskWithTicket()
    desk.send(desk.reply('Try again.'), { text: 'Try again.' })
    expect(lines(desk).slice(2)).toEqual(['Try again.', 'You claimed this ticket by replying'])
  })

  it('leaves out drafts, what was seen and attempts', () => {
    const desk = deskWithTicket()
    const before = lines(desk)
    desk.ask({ kind: 'save-draft', ticketId, mode: 'reply', text: 'Half', replyTo: null })
    desk.ask({ kind: 'see-ticket', ticketId, position: desk.state.seq })
    expect(lines(desk)).toEqual(before)
  })

  it('keeps a reply’s id from queued to sent to edited, and its place once it is there', () => {
    const desk = deskWithTicket()
    const outboxId = desk.reply('Helo')
    const item = () => desk.items().find(({ id }) => id === `o:${outboxId}`)
    expect(item()).toMatchObject({ delivery: { kind: 'queued', waits: 'turn' }, author: { isMe: true } })
    const number = desk.send(outboxId, { text: 'Helo' })
    expect(item()).toMatchObject({ delivery: { kind: 'sent' } })
    const { position } = item() ?? {}
    const message = desk.message({ number, senderId: anna.id, isOwn: true, text: 'Hello' })
    desk.deliver([{ kind: 'message-edited', message, editedAt: iso(desk.now) }])
    expect(item()).toMatchObject({
      text: 'Hello',
      versions: [{ text: 'Helo' }],
      editedAfterReply: false,
      position,
    })
  })

  it('keeps a reply that waits at the end, and then where it went out: below what the customer wrote meanwhile', () => {
    const desk = deskWithTicket()
    const outboxId = desk.reply('Released.')
    desk.hear({ text: 'Wait!' })
    const said = () => lines(desk).filter((line) => line === 'Released.' || line === 'Wait!')
    expect(said()).toEqual(['Wait!', 'Released.'])
    desk.hear({ text: 'Wait!' })
    expect(said()).toEqual(['Wait!', 'Wait!', 'Released.'])
    desk.ask({ kind: 'retry-reply', outboxId, ticketId })
    desk.send(outboxId, { text: 'Released.' })
    desk.hear({ text: 'Wait!' })
    expect(said()).toEqual(['Wait!', 'Wait!', 'Released.', 'Wait!'])
  })

  it('leaves a reply where it first was known to be sent, however late its number comes', () => {
    const desk = deskWithTicket()
    const outboxId = desk.reply('One')
    desk.ask({ kind: 'note-attempt', outboxId }, theDesk)
    desk.ask({ kind: 'note-sent', outboxId, number: null, sentAt: iso(desk.now), media: [] }, theDesk)
    desk.hear({ text: 'And now?' })
    const position = () => desk.items().find(({ id }) => id === `o:${outboxId}`)?.position
    const before = position()
    desk.hear({ senderId: anna.id, isOwn: true, randomId: outboxId, text: 'One' })
    expect(desk.journal.recorded.at(-1)?.event).toMatchObject({ kind: 'reply-sent', number: desk.number })
    expect(position()).toBe(before)
    expect(desk.items().at(-1)?.text).toBe('And now?')
  })

  it('quotes what a message answers, near and far', () => {
    const desk = deskWithTicket()
    const asked = desk.number
    const sent = desk.send(desk.reply('We look.', { outboxId: '40' }), { text: 'We look.' })
    desk.hear({ text: 'And?', replyTo: sent })
    desk.hear({ text: 'Well?', replyTo: asked })
    desk.hear({ text: 'Who?', replyTo: 5 })
    const quotes = () => desk.items(3).map((item) => item.kind === 'message' && item.replyTo)
    expect(quotes()).toEqual([
      { itemId: 'o:40', author: 'Anna', text: 'We look.' },
      { itemId: `m:${asked}`, author: 'Mira', text: 'My card was refused.' },
      null,
    ])
    expect(desk.items().filter((item) => item.kind === 'message' && item.replyTo)).toHaveLength(2)
  })

  it('says from where on it is new', () => {
    const desk = deskWithTicket()
    desk.ask({ kind: 'see-ticket', ticketId, position: desk.state.seq })
    const seen = desk.ticket().seenPosition
    expect(desk.page().newFrom).toBeNull()
    desk.hear()
    expect(desk.page().newFrom).toBe(seen)
  })
})

describe('a page of a timeline', () => {
  it('finds an edit, a deletion and an arrival that stand on a later page', () => {
    const desk = deskWithTicket()
    const first = desk.message({ number: desk.number, text: 'My card was declined.' })
    const outboxId = desk.reply()
    const sent = desk.send(outboxId)
    for (let line = 0; line < 20; line++) desk.hear({ text: `Line ${line}` })
    desk.deliver([
      { kind: 'message-edited', message: first, editedAt: iso(desk.now) },
      { kind: 'messages-deleted', chatId, numbers: [sent], at: iso(desk.now) },
    ])
    const newest = desk.page(5)
    expect(newest.items).toHaveLength(5)
    let cursor = newest.earlier
    let older: ReturnType<DeskOnPaper['items']> = []
    for (; cursor !== null; ) {
      const page = desk.page(5, cursor)
      older = [...page.items, ...older]
      cursor = page.earlier
    }
    expect(older.find(({ id }) => id === `m:${first.number}`)).toMatchObject({
      text: 'My card was declined.',
      versions: [{ text: 'My card was refused.' }],
    })
    expect(older.find(({ id }) => id === `o:${outboxId}`)).toMatchObject({
      delivery: { kind: 'sent' },
      deletedAt: desk.now,
    })
  })

  it('has a reply once, where it went out, however long before it was written', () => {
    const desk = deskWithTicket()
    const outboxId = desk.reply('Late')
    for (let line = 0; line < 500; line++) desk.hear({ text: `Line ${line}` })
    desk.ask({ kind: 'retry-reply', outboxId, ticketId })
    desk.send(outboxId, { text: 'Late' })
    desk.hear({ text: 'At last' })
    const newest = desk.page(5)
    expect(newest.items.map(({ text }) => text).slice(-3)).toEqual([
      'Late',
      'You claimed this ticket by replying',
      'At last',
    ])
    const texts = newest.items.map(({ text }) => text)
    for (let cursor = newest.earlier; cursor !== null; ) {
      const page = desk.page(50, cursor)
      texts.push(...page.items.map(({ text }) => text))
      cursor = page.earlier
    }
    expect(texts.filter((text) => text === 'Late')).toHaveLength(1)
    expect(new Set(texts).size).toBe(505)
  })

  it('keeps its cursor short however much was edited', () => {
    const desk = deskWithTicket()
    const first = desk.message({ number: desk.number })
    for (let line = 0; line < 1500; line++)
      desk.deliver([
        { kind: 'message-edited', message: { ...first, text: `Line ${line}` }, editedAt: iso(desk.now) },
      ])
    desk.hear()
    expect(desk.page(1).earlier?.length).toBeLessThan(4000)
  })

  it('does not fail on a cursor that makes no sense', () => {
    expect(deskWithTicket().page(5, 'rubbish|1,x').items).not.toHaveLength(0)
  })
})

describe('what events change in a timeline', () => {
  it('a new message is its own item, found without reading back', () => {
    const desk = deskWithTicket()
    desk.journal.reads = 0
    const told = changes(desk, () => desk.hear({ text: 'Hello?' }))
    expect(told).toMatchObject([
      { conversationId: ticketId, gone: [], items: [{ kind: 'message', text: 'Hello?' }] },
    ])
    expect(desk.journal.reads).toBe(0)
  })

  it('an edit shows the message anew, with all its versions', () => {
    const desk = deskWithTicket()
    const message = desk.message({ number: desk.number, text: 'My card!' })
    for (let line = 0; line < 60; line++) desk.hear()
    const told = changes(desk, () =>
      desk.deliver([{ kind: 'message-edited', message, editedAt: iso(desk.now) }]),
    )
    expect(told).toMatchObject([{ items: [{ id: `m:${message.number}`, text: 'My card!', versions: [{}] }] }])
  })

  it('a reply that goes out changes itself and what waited behind it', () => {
    const desk = deskWithTicket()
    desk.reply('One', { outboxId: '1' })
    desk.reply('Two', { outboxId: '2' })
    const told = changes(desk, () => desk.send('1', { text: 'One' }))
    const deliveries = told[0]?.items.flatMap((item) =>
      item.kind === 'message' ? [[item.id, item.delivery.kind]] : [],
    )
    expect(deliveries).toEqual([
      ['o:1', 'sent'],
      ['o:2', 'queued'],
    ])
  })

  it('a reply taken back is gone', () => {
    const desk = deskWithTicket()
    const outboxId = desk.reply()
    expect(changes(desk, () => desk.ask({ kind: 'discard-reply', ticketId, outboxId }))).toEqual([
      { conversationId: ticketId, items: [], gone: [`o:${outboxId}`] },
    ])
  })

  it('a topic read to some message shows the replies up to there as read', () => {
    const desk = deskWithTicket()
    const upTo = desk.send(desk.reply('One', { outboxId: '1' }), { text: 'One' })
    desk.send(desk.reply('Two', { outboxId: '2' }), { text: 'Two' })
    const told = changes(desk, () => desk.deliver([{ kind: 'topic-read', chatId, topicId: 7, upTo }]))
    expect(told).toMatchObject([{ items: [{ id: 'o:1', delivery: { kind: 'read' } }] }])
    expect(told[0]?.items).toHaveLength(1)
  })

  it('a close of ours tells nothing until Telegram tells it', () => {
    const desk = deskWithTicket()
    const told = changes(desk, () =>
      desk.ask({ kind: 'change-status', ticketId, to: 'closed', reason: null, until: null }),
    )
    expect(told.flatMap(({ items }) => items.map((item) => item.text))).toEqual(['You closed this'])
    expect(changes(desk, () => desk.topicChanged(true, anna))[0]?.items).toMatchObject([
      { text: 'You closed the topic in Telegram' },
    ])
  })

  it('events of the desk as a whole change no conversation', () => {
    const desk = deskWithTicket()
    expect(
      changes(desk, () => desk.ask({ kind: 'sign-out', accountId: anna.id, reason: 'by-agent' }, theDesk)),
    ).toEqual([])
  })

  it('what waits is told anew when the link changes', () => {
    const desk = deskWithTicket()
    desk.reply('One', { outboxId: '1' })
    const offline = { kind: 'offline', since: desk.now - minute } as const
    expect(waitingItems(ticketId, ground(desk, offline))).toMatchObject({
      items: [{ id: 'o:1', delivery: { kind: 'queued', waits: 'offline' } }],
    })
  })
})
