import { describe, expect, it } from 'vitest'
import { conversationId, noTopic, privateChat } from '../../../../../src-main/core/conversation/message'
import { entriesInOrder } from '../../../../../src-main/core/outbox/entries'
import {
  anna,
  chatId,
  DeskOnPaper,
  iso,
  jonas,
  kinds,
  minute,
  mira,
  theDesk,
  ticketId,
  topicId,
} from '../desk-on-paper'

const chat = privateChat(anna.id, mira.id)
const id = conversationId(chat, noTopic)
const write = (desk: DeskOnPaper, more: object = {}) =>
  desk.hear({ chatId: chat, topicId: noTopic, text: 'Do you have a minute?', ...more })

describe('a private chat of a personal account', () => {
  it('is nothing to the desk until the agent puts it there', () => {
    const desk = DeskOnPaper.open()
    expect(write(desk)).toEqual([])
    desk.ask({ kind: 'open-chat', accountId: anna.id, person: mira })
    expect(desk.ticket(id)).toMatchObject({ status: 'open', createdBy: { kind: 'agent' } })
    write(desk)
    expect(desk.ticket(id).messages).toBe(1)
    desk.ask({ kind: 'leave-chat', accountId: anna.id, personId: mira.id })
    expect(write(desk)).toEqual([])
    expect(() => desk.reply('Yes', { ticketId: id })).toThrow('This chat is off the desk.')
  })

  it('of a stranger begins a ticket by rule, but not because the agent writes to somebody', () => {
    const desk = DeskOnPaper.open()
    desk.ask({ kind: 'change-settings', patch: { chatRule: 'strangers' } })
    expect(write(desk, { senderId: anna.id, isOwn: true })).toEqual([])
    write(desk)
    expect(desk.ticket(id).title).toBe('Do you have a minute?')
  })

  it('shows what was said before, and no clock goes by it', () => {
    const desk = DeskOnPaper.open()
    desk.ask({ kind: 'open-chat', accountId: anna.id, person: mira })
    const before = desk.ticket(id)
    const message = desk.message({ chatId: chat, topicId: noTopic, sentAt: iso(desk.now - 60 * minute) })
    desk.deliver([{ kind: 'message', message, isContext: true }])
    expect(desk.itemsOf(id).filter(({ kind }) => kind === 'message')).toHaveLength(1)
    expect(desk.ticket(id)).toMatchObject({ clocks: before.clocks, unread: 0, status: 'open' })
  })

  it('answered on a telephone is answered', () => {
    const desk = DeskOnPaper.open()
    desk.ask({ kind: 'open-chat', accountId: anna.id, person: mira })
    write(desk)
    write(desk, { senderId: anna.id, isOwn: true, text: 'Yes' })
    expect(desk.ticket(id)).toMatchObject({ ball: 'theirs', status: 'in_progress', repliedAt: desk.now })
  })

  it('knows its messages by the account that numbers them: a deletion names no chat', () => {
    const desk = DeskOnPaper.open()
    for (const person of [mira, jonas]) desk.ask({ kind: 'open-chat', accountId: anna.id, person })
    write(desk, { number: 500 })
    const gone = {
      kind: 'messages-deleted',
      chatId: `${anna.id}.`,
      numbers: [500],
      at: iso(desk.now),
    } as const
    expect(kinds(desk.deliver([gone]))).toEqual(['message-deleted'])
    expect(desk.deliver([gone])).toEqual([])
    expect(desk.itemsOf(id).find(({ kind }) => kind === 'message')).toMatchObject({ deletedAt: desk.now })
  })
})

describe('a reply that waited for the link', () => {
  const waiting = (desk: DeskOnPaper) => [...desk.state.outbox.values()].map(({ state }) => state)

  it('stops when the customer turns out to have written before it, and goes out on a word', () => {
    const desk = DeskOnPaper.open()
    desk.hear()
    const outboxId = desk.reply('Try again')
    desk.now += 10 * minute
    desk.hear({ text: 'It works now' })
    expect(waiting(desk)).toEqual([
      {
        kind: 'failed',
        reason: 'Mira wrote before this was sent. Read it, then send it again.',
        uncertain: false,
        isStale: true,
      },
    ])
    expect(desk.ticket().failedReplies).toBe(1)
    desk.ask({ kind: 'retry-reply', ticketId, outboxId })
    expect(waiting(desk)).toEqual([{ kind: 'queued' }])
  })

  it('answers what stopped it when it is sent all the same, and does what was to follow it', () => {
    const desk = DeskOnPaper.open()
    desk.hear()
    const outboxId = desk.reply('Try again', { after: 'resolve' })
    desk.now += 10 * minute
    desk.hear({ text: 'It works now' })
    desk.ask({ kind: 'retry-reply', ticketId, outboxId })
    desk.ask({ kind: 'note-attempt', outboxId }, theDesk)
    desk.ask({ kind: 'note-sent', outboxId, number: 300, sentAt: iso(desk.now), media: [] }, theDesk)
    expect(desk.ticket()).toMatchObject({ status: 'resolved', ball: 'nobody', unread: 0 })
    expect(desk.replayed()).toEqual(desk.state)
  })

  it('leaves open what the customer wrote after it was sent all the same', () => {
    const desk = DeskOnPaper.open()
    desk.hear()
    const outboxId = desk.reply('Try again', { after: 'resolve' })
    desk.now += 10 * minute
    desk.hear({ text: 'It works now' })
    desk.ask({ kind: 'retry-reply', ticketId, outboxId })
    desk.hear({ text: 'No, it does not' })
    desk.ask({ kind: 'note-attempt', outboxId }, theDesk)
    desk.ask({ kind: 'note-sent', outboxId, number: 300, sentAt: iso(desk.now), media: [] }, theDesk)
    expect(desk.ticket()).toMatchObject({ status: 'in_progress', ball: 'ours' })
  })

  it('stops however little it waited, and in its hold too', () => {
    for (const sendHoldMs of [0, 5000]) {
      const desk = DeskOnPaper.open()
      desk.ask({ kind: 'change-settings', patch: { sendHoldMs } })
      desk.hear()
      desk.reply('Try again')
      desk.now += 1000
      desk.hear({ text: 'It works now' })
      expect(waiting(desk)).toMatchObject([{ kind: 'failed', isStale: true }])
    }
  })

  it('is never stopped once it may be there', () => {
    const desk = DeskOnPaper.open()
    desk.hear()
    desk.ask({ kind: 'note-attempt', outboxId: desk.reply('Try again') }, theDesk)
    desk.hear({ text: 'Still' })
    expect(waiting(desk)).toMatchObject([{ kind: 'attempted' }])
  })

  it('keeps its place before what people write after it', () => {
    const desk = DeskOnPaper.open()
    desk.hear()
    desk.reply('One', { outboxId: '1' })
    desk.reply('Two', { outboxId: '2' })
    desk.hear({ text: 'It works now' })
    desk.reply('Three', { outboxId: '3' })
    desk.hear({ text: 'No, it does not' })
    expect(desk.state.waiting.get(ticketId)).toEqual(['1', '2', '3'])
    desk.ask({ kind: 'retry-reply', ticketId, outboxId: '1' })
    desk.hear({ text: 'Hello?' })
    expect(desk.state.waiting.get(ticketId)).toEqual(['1', '2', '3'])
    expect(desk.replayed()).toEqual(desk.state)
  })
})

describe('a topic that was deleted at Telegram', () => {
  function deleted(): DeskOnPaper {
    const desk = DeskOnPaper.open()
    desk.topic()
    desk.hear()
    desk.deliver([{ kind: 'topic-deleted', chatId, topicId, at: iso(desk.now) }])
    return desk
  }

  it('is made anew with a recap, and the conversation goes on there', () => {
    const desk = deleted()
    expect(kinds(desk.ask({ kind: 'recreate-topic', ticketId }))).toEqual([
      'topic-task-queued',
      'reply-queued',
    ])
    expect(desk.ask({ kind: 'recreate-topic', ticketId })).toEqual([])
    const [create, recap] = entriesInOrder(desk.state, ticketId)
    expect(recap).toMatchObject({
      purpose: 'recap',
      text: expect.stringContaining('Mira: My card was refused.'),
    })
    desk.reply('We are here now')
    const sentAt = iso(desk.now)
    desk.ask({ kind: 'note-sent', outboxId: create?.id ?? '', number: 900, sentAt, media: [] }, theDesk)
    expect(entriesInOrder(desk.state, ticketId).map((entry) => entry.topicId)).toEqual([900, 900])
    desk.hear({ topicId: 900, text: 'Good' })
    expect(desk.state.tickets.size).toBe(1)
    expect(desk.ticket().messages).toBe(2)
    expect(desk.itemsOf(ticketId)).toContainEqual(
      expect.objectContaining({ kind: 'event', text: 'You made the topic anew' }),
    )
  })

  it('does not come back by old news of the one before', () => {
    const desk = deleted()
    desk.ask({ kind: 'recreate-topic', ticketId })
    const [create] = entriesInOrder(desk.state, ticketId)
    desk.ask({ kind: 'note-attempt', outboxId: create?.id ?? '' }, theDesk)
    const at = iso(desk.now)
    const made = {
      kind: 'topic-created',
      chatId,
      topicId: 900,
      title: 'Card refused',
      by: anna.id,
      at,
    } as const
    expect(kinds(desk.deliver([made]))).toEqual(['topic-task-done'])
    desk.deliver([{ kind: 'topic-deleted', chatId, topicId, at }])
    desk.topicChanged(true)
    expect(desk.state.conversations.get(ticketId)).toMatchObject({ state: 'open', topicId: 900 })
    expect(desk.state.conversations.size).toBe(1)
  })

  it('is not taken for another of the same name that is made just then', () => {
    const desk = deleted()
    const other = 8
    desk.topic('Card refused', other)
    desk.hear({ topicId: other, senderId: jonas.id, text: 'Mine too' })
    desk.deliver([{ kind: 'topic-deleted', chatId, topicId: other, at: iso(desk.now) }])
    const ids = [ticketId, `${chatId}:${other}`]
    for (const id of ids) desk.ask({ kind: 'recreate-topic', ticketId: id })
    const [first, second] = ids.map((id) => entriesInOrder(desk.state, id)[0]?.id ?? '')
    desk.ask({ kind: 'note-attempt', outboxId: second ?? '' }, theDesk)
    const made = { kind: 'topic-created', chatId, topicId: 900, title: 'Card refused', by: anna.id } as const
    desk.deliver([{ ...made, at: iso(desk.now) }])
    expect(desk.state.outbox.has(first ?? '')).toBe(true)
    expect(desk.state.conversations.get(ids[1] ?? '')).toMatchObject({ state: 'open', topicId: 900 })
    desk.ask({ kind: 'note-attempt', outboxId: first ?? '' }, theDesk)
    desk.deliver([{ ...made, topicId: 901, at: iso(desk.now) }])
    expect(desk.state.conversations.get(ticketId)).toMatchObject({ state: 'open', topicId: 901 })
  })

  it('that cannot be made takes its recap along', () => {
    const desk = deleted()
    desk.ask({ kind: 'recreate-topic', ticketId })
    const [create] = entriesInOrder(desk.state, ticketId)
    const failure = { reason: 'The desk may not make topics.', uncertain: false }
    desk.ask({ kind: 'note-failure', outboxId: create?.id ?? '', ...failure }, theDesk)
    expect(desk.state.outbox.size).toBe(0)
    expect(() => desk.reply('Hello')).toThrow('The topic was deleted in Telegram. Make it anew to reply.')
  })

  it('is made anew only if it was deleted', () => {
    const desk = DeskOnPaper.open()
    desk.hear()
    expect(desk.refusal({ kind: 'recreate-topic', ticketId })).toMatchObject({ code: 'not-allowed' })
  })
})

describe('a group that goes on under another id', () => {
  it('keeps its conversations; numbers used again are other messages', () => {
    const desk = DeskOnPaper.open()
    desk.hear({ number: 5, text: 'Old five' })
    const outboxId = desk.reply('Our answer')
    const to = '-100777'
    desk.deliver([{ kind: 'group-migrated', from: chatId, to, at: iso(desk.now) }])
    desk.hear({ chatId: to, number: 5, text: 'New five' })
    expect(desk.state.tickets.size).toBe(1)
    const texts = () => desk.itemsOf(ticketId).flatMap((item) => (item.kind === 'message' ? item.text : []))
    expect(texts()).toEqual(['Old five', 'New five', 'Our answer'])
    expect(desk.state.outbox.get(outboxId)?.chatId).toBe(to)
    desk.number = 6
    const number = desk.send(outboxId, { echo: false })
    expect(desk.journal.find(to, number)).not.toBeNull()
    expect(desk.journal.find(chatId, number)).toBeNull()
    const message = desk.message({ chatId: to, number: 5, text: 'New five, edited' })
    desk.deliver([{ kind: 'message-edited', message, editedAt: iso(desk.now) }])
    expect(texts()).toEqual(['Old five', 'New five, edited', 'Our answer'])
    const ids = desk.itemsOf(ticketId).map((item) => item.id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(desk.replayed()).toEqual(desk.state)
  })
})
