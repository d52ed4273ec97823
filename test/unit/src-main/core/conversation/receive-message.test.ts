import { describe, expect, it } from 'vitest'
import type { Entity } from '../../../../../src-preload/contract/conversation'
import {
  anna,
  chatId,
  DeskOnPaper,
  day,
  helper,
  hour,
  iso,
  jonas,
  kinds,
  minute,
  mira,
  ravi,
  ticketId,
} from '../desk-on-paper'

function deskWithTicket(): DeskOnPaper {
  const desk = DeskOnPaper.open()
  desk.topic()
  desk.hear()
  return desk
}
const resolve = { kind: 'change-status', ticketId, to: 'resolved', reason: null, until: null } as const
const close = { kind: 'change-status', ticketId, to: 'closed', reason: null, until: null } as const

describe('a message from a customer', () => {
  it('opens a ticket whose clocks count from when it was written', () => {
    const desk = DeskOnPaper.open()
    desk.topic('Refund')
    desk.hear({ sentAt: iso(desk.now - hour) })
    expect(desk.ticket()).toMatchObject({
      ...{ title: 'Refund', customerId: mira.id, status: 'new', priority: 'medium', assignee: null },
      ...{ createdAt: desk.now - hour, ballSince: desk.now - hour, messages: 1, unread: 1 },
    })
    expect(desk.state.codes.get(desk.ticket().code)).toBe(ticketId)
  })

  it('told twice, in one delivery or in two, is one', () => {
    const desk = DeskOnPaper.open()
    const fact = { kind: 'message', message: desk.message() } as const
    const told = ['topic-found', 'ticket-created', 'message-received', 'telegram-read']
    expect(kinds(desk.deliver([fact, fact]))).toEqual(told)
    expect(desk.deliver([fact])).toMatchObject([{ kind: 'telegram-read', tally: { duplicates: 1 } }])
    expect(desk.ticket().messages).toBe(1)
  })

  it('finds the ticket that the message before it in the same delivery opened', () => {
    const desk = DeskOnPaper.open()
    const facts = [desk.message(), desk.message()].map((message) => ({ kind: 'message', message }) as const)
    expect(kinds(desk.deliver(facts)).filter((kind) => kind === 'ticket-created')).toHaveLength(1)
    expect(desk.ticket()).toMatchObject({ messages: 2, unread: 2 })
  })

  it('in General is no ticket and is not kept', () => {
    const desk = DeskOnPaper.open()
    expect(desk.hear({ topicId: 1 })).toEqual([])
  })

  it('in a topic whose name comes later has a name in the meantime', () => {
    const desk = DeskOnPaper.open()
    desk.hear()
    expect(desk.ticket().title).toBe('Topic 7')
    desk.topic('Card refused')
    expect(desk.ticket().title).toBe('Card refused')
  })

  it('on a ticket that waited for the customer puts it back in progress', () => {
    const desk = deskWithTicket()
    desk.send(desk.reply('Which card?', { after: 'wait' }))
    expect(desk.ticket()).toMatchObject({ status: 'pending_customer', ball: 'theirs' })
    desk.now += hour
    desk.hear()
    expect(desk.ticket()).toMatchObject({ status: 'in_progress', ball: 'ours', ballSince: desk.now })
  })

  it('on a held ticket that nobody has or answered makes it open', () => {
    const desk = deskWithTicket()
    desk.ask({ kind: 'change-status', ticketId, to: 'on_hold', reason: 'the bank', until: null })
    desk.hear()
    expect(desk.ticket()).toMatchObject({ status: 'open', holdReason: null })
  })

  it('reopens a resolved ticket within the window', () => {
    const desk = deskWithTicket()
    desk.send(desk.reply('Done.', { after: 'resolve' }))
    desk.now += 6 * day
    expect(kinds(desk.hear())).toEqual(['message-received', 'status-changed'])
    expect(desk.ticket()).toMatchObject({ status: 'in_progress', ball: 'ours', resolvedAt: null })
  })

  it('opens a linked follow-up after the window', () => {
    const desk = deskWithTicket()
    desk.ask(resolve)
    desk.now += 7 * day + minute
    expect(kinds(desk.hear())).toEqual(['ticket-created', 'message-received'])
    const follower = desk.ticket(`${ticketId}.2`)
    expect(follower).toMatchObject({
      followUpOf: ticketId,
      status: 'new',
      title: 'Card refused',
      messages: 1,
    })
    expect(follower.code).not.toBe(desk.ticket().code)
    expect(desk.ticket().status).toBe('resolved')
    desk.hear()
    expect(desk.ticket(`${ticketId}.2`).messages).toBe(2)
  })

  it('counts the window by when it was written, not by when we heard', () => {
    const desk = deskWithTicket()
    desk.ask(resolve)
    const sentAt = iso(desk.now + day)
    desk.now += 30 * day
    desk.hear({ sentAt })
    expect(desk.ticket().status).toBe('open')
  })

  it('reopens a closed ticket within the window, and its topic', () => {
    const desk = deskWithTicket()
    desk.ask(close)
    desk.now += day
    expect(kinds(desk.hear())).toEqual(['message-received', 'status-changed', 'topic-task-queued'])
    expect(desk.ticket().status).toBe('open')
  })

  it('opens a follow-up on a ticket closed long ago', () => {
    const desk = deskWithTicket()
    desk.ask(close)
    desk.now += 8 * day
    desk.hear()
    expect(desk.ticket(`${ticketId}.2`).followUpOf).toBe(ticketId)
  })

  it('of several pictures says its caption in the row, also after it was edited', () => {
    const desk = deskWithTicket()
    const album = { albumId: 'album', text: '' }
    desk.hear({ ...album, text: 'The broken gear' })
    const number = desk.number
    desk.hear(album)
    desk.now += minute
    desk.hear(album)
    expect(desk.ticket()).toMatchObject({ last: { text: 'The broken gear', at: desk.now }, messages: 4 })
    const message = desk.message({ ...album, number, text: 'The broken wheel' })
    desk.deliver([{ kind: 'message-edited', message, editedAt: iso(desk.now) }])
    expect(desk.ticket().last?.text).toBe('The broken wheel')
    desk.hear({ albumId: 'another', text: '' })
    expect(desk.ticket().last?.text).not.toBe('The broken wheel')
  })

  it('is unread until seen', () => {
    const desk = deskWithTicket()
    desk.hear()
    expect(desk.ticket().unread).toBe(2)
    desk.ask({ kind: 'see-ticket', ticketId, position: desk.state.seq })
    expect(desk.ticket().unread).toBe(0)
    expect(desk.ask({ kind: 'see-ticket', ticketId, position: desk.state.seq })).toEqual([])
  })

  it('keeps count of the tickets a customer had', () => {
    const desk = deskWithTicket()
    desk.hear({ topicId: 8 })
    expect(desk.state.ticketsOf.get(mira.id)).toEqual([ticketId, `${chatId}:8`])
  })
})

describe('a message from the team in plain Telegram', () => {
  it('is a human reply: it answers, and nobody gets the ticket by it', () => {
    const desk = deskWithTicket()
    desk.now += minute
    expect(kinds(desk.hear({ senderId: ravi.id, text: 'Looking.' }))).toEqual([
      'message-received',
      'status-changed',
    ])
    expect(desk.ticket()).toMatchObject({
      ...{ status: 'in_progress', ball: 'theirs', repliedAt: desk.now, assignee: null, unread: 0 },
      last: { kind: 'reply', by: ravi.id, text: 'Looking.' },
    })
  })

  it('counts the same from our own account', () => {
    const desk = deskWithTicket()
    desk.hear({ senderId: anna.id, isOwn: true, text: 'From my telephone.' })
    expect(desk.ticket()).toMatchObject({ status: 'in_progress', repliedAt: desk.now, assignee: null })
  })

  it('opens nothing; the topic becomes a ticket when the customer writes, with all that was said', () => {
    const desk = DeskOnPaper.open()
    desk.topic()
    desk.hear({ senderId: ravi.id, text: 'How did it go?' })
    expect(desk.state.tickets.size).toBe(0)
    desk.hear({ text: 'Well.' })
    expect(desk.ticket()).toMatchObject({ status: 'new', customerId: mira.id, repliedAt: null })
    expect(desk.items().filter(({ kind }) => kind === 'message')).toMatchObject([
      { side: 'team' },
      { side: 'customer' },
    ])
  })

  it('leaves a closed ticket closed', () => {
    const desk = deskWithTicket()
    desk.ask(close)
    desk.hear({ senderId: ravi.id })
    expect(desk.ticket().status).toBe('closed')
  })
})

describe('a message from a bot', () => {
  it('opens nothing and answers nothing, but can be read', () => {
    const desk = DeskOnPaper.open()
    desk.topic()
    desk.hear({ senderId: helper.id, text: 'Welcome' })
    expect(desk.state.tickets.size).toBe(0)
    desk.hear()
    desk.hear({ senderId: helper.id, text: 'We are open from nine.' })
    expect(desk.ticket()).toMatchObject({
      status: 'new',
      ball: 'ours',
      repliedAt: null,
      messages: 1,
      last: { kind: 'customer' },
    })
    expect(desk.items().filter(({ kind }) => kind === 'message')).toHaveLength(3)
  })
})

describe('an edit or a deletion', () => {
  it('keeps every version, and tells an edit that came after the answer', () => {
    const desk = DeskOnPaper.open()
    const message = desk.message({ text: 'Frist' })
    desk.deliver([{ kind: 'message', message }])
    const edit = (text: string) =>
      ({ kind: 'message-edited', message: { ...message, text }, editedAt: iso(desk.now) }) as const
    expect(desk.deliver([edit('First')])).toMatchObject([{ kind: 'message-edited', afterReply: false }])
    expect(desk.deliver([edit('First')])).toEqual([])
    desk.now += minute
    desk.send(desk.reply())
    expect(desk.deliver([edit('Second')])).toMatchObject([{ afterReply: true }])
    expect(desk.items().find(({ id }) => id === `m:${message.number}`)).toMatchObject({
      text: 'Second',
      versions: [{ text: 'Frist' }, { text: 'First' }],
      editedAfterReply: true,
      editedAt: desk.now,
    })
  })

  it('of the last message shows in the row of its ticket', () => {
    const desk = deskWithTicket()
    const message = desk.message({ number: desk.number, text: 'Solved' })
    desk.deliver([{ kind: 'message-edited', message, editedAt: iso(desk.now) }])
    expect(desk.ticket().last?.text).toBe('Solved')
    desk.deliver([{ kind: 'messages-deleted', chatId, numbers: [message.number], at: iso(desk.now) }])
    expect(desk.ticket().last?.text).toBe('Deleted')
    desk.ask({ kind: 'add-note', ticketId, noteId: 'n', text: 'Odd' })
    desk.deliver([{ kind: 'message-edited', message: { ...message, text: 'Not' }, editedAt: iso(desk.now) }])
    expect(desk.ticket().last).toMatchObject({ kind: 'note', text: 'Odd' })
  })

  it('is none of ours where Telegram only cut the ends, or found a link', () => {
    const desk = deskWithTicket()
    const outboxId = desk.reply('See fernline.example ')
    const number = desk.send(outboxId, { text: 'See fernline.example' })
    const edit = (text: string, entities: readonly Entity[]) => {
      const message = desk.message({ number, senderId: anna.id, isOwn: true, text, entities })
      return kinds(desk.deliver([{ kind: 'message-edited', message, editedAt: iso(desk.now) }]))
    }
    const link = { kind: 'url', offset: 4, length: 16 } as const
    expect(edit('See fernline.example', [link])).toEqual([])
    expect(edit('See fernline.example ', [link])).toEqual([])
    expect(edit('See fernline.example ', [link, { kind: 'bold', offset: 0, length: 3 }])).toEqual([
      'message-edited',
    ])
    expect(edit('See fernline.test', [])).toEqual(['message-edited'])
  })

  it('of what was never heard of is nothing', () => {
    const desk = deskWithTicket()
    const message = desk.message({ number: 1 })
    expect(desk.deliver([{ kind: 'message-edited', message, editedAt: iso(desk.now) }])).toEqual([])
    expect(desk.deliver([{ kind: 'messages-deleted', chatId, numbers: [1, 2], at: iso(desk.now) }])).toEqual(
      [],
    )
  })

  it('a deleted message stays, shown as deleted; told twice it is deleted once', () => {
    const desk = deskWithTicket()
    const fact = { kind: 'messages-deleted', chatId, numbers: [desk.number], at: iso(desk.now) } as const
    expect(kinds(desk.deliver([fact]))).toEqual(['message-deleted'])
    expect(desk.deliver([fact])).toEqual([])
    expect(desk.items()).toContainEqual(
      expect.objectContaining({ text: 'My card was refused.', deletedAt: desk.now }),
    )
  })
})

describe('people and the rest of a delivery', () => {
  it('are told once, renamed when Telegram renames them, and shown by their newest name', () => {
    const desk = deskWithTicket()
    expect(desk.deliver([], [mira])).toEqual([])
    expect(kinds(desk.deliver([], [{ ...mira, name: 'Mira H.' }]))).toEqual(['person-met'])
    expect(desk.items().find(({ kind }) => kind === 'message')).toMatchObject({ author: { name: 'Mira H.' } })
  })

  it('a person nobody was told of is someone', () => {
    const desk = DeskOnPaper.open()
    desk.hear({ senderId: '999' })
    expect(desk.items().find(({ kind }) => kind === 'message')).toMatchObject({ author: { name: 'Someone' } })
  })

  it('the team is taken whole, with this account always in it, and the same again is no event', () => {
    const desk = DeskOnPaper.open()
    expect(desk.deliver([{ kind: 'team', groupId: chatId, agents: [anna, ravi] }])).toEqual([])
    desk.deliver([{ kind: 'team', groupId: chatId, agents: [jonas] }])
    expect(desk.state.team).toEqual([jonas.id, anna.id])
  })

  it('marks are kept with the facts they came with, last', () => {
    const desk = DeskOnPaper.open()
    const delivery = {
      facts: [{ kind: 'message', message: desk.message() } as const],
      people: [],
      accountId: anna.id,
      marks: { common: '5', old: null },
    }
    const events = desk.ask({ kind: 'receive-delivery', delivery })
    expect(kinds(events).at(-1)).toBe('telegram-read')
    expect(desk.state.marks.get('common')).toBe('5')
  })

  it('customers who read our replies show them as read', () => {
    const desk = deskWithTicket()
    const number = desk.send(desk.reply())
    const fact = { kind: 'topic-read', chatId, topicId: 7, upTo: number } as const
    expect(kinds(desk.deliver([fact]))).toEqual(['conversation-read'])
    expect(desk.deliver([fact])).toEqual([])
    expect(desk.items()).toContainEqual(expect.objectContaining({ delivery: { kind: 'read' } }))
  })
})
