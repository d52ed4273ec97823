import { describe, expect, it } from 'vitest'
import type { StoredMedia } from '../../../../../src-main/core/conversation/message'
import { entriesInOrder } from '../../../../../src-main/core/outbox/entries'
import { Refusal } from '../../../../../src-main/core/refusal'
import { helper, iso, kinds, minute, mira, ravi, theDesk } from '../desk-on-paper'
import { BotDesk, botChat, botTicket, fern, staff } from '../telegram-on-paper'

const photo = (id: string): StoredMedia => ({
  ...{ kind: 'photo', fileId: id, name: `${id}.jpg`, mime: 'image/jpeg', sizeBytes: 1 },
  ...{ width: 1, height: 1, thumb: null, locator: 'x' },
})

const waiting = (desk: BotDesk) => entriesInOrder(desk.state, botTicket, true)

function mirrored(): BotDesk {
  const desk = BotDesk.openBot()
  desk.says({ text: 'My card was refused.' })
  desk.drain()
  return desk
}

describe('a private chat with the bot', () => {
  it('begins a ticket that is named by what was said, with a topic of its own in the staff group', () => {
    const desk = mirrored()
    const { code, title } = desk.ticket(botTicket)
    expect(title).toBe('My card was refused.')
    expect(desk.seenTopic.title).toBe(`${code} My card was refused.`)
    expect(desk.texts).toEqual(['My card was refused.'])
  })

  it('names a ticket by the first line, at most 60 characters, or by the kind of file', () => {
    const desk = BotDesk.openBot()
    desk.says({ text: `${'long '.repeat(30)}\nsecond line` })
    expect(desk.ticket(botTicket).title).toHaveLength(60)
    const other = BotDesk.openBot()
    other.says({ text: '', media: [photo('p')] })
    expect(other.ticket(botTicket).title).toBe('Photo')
  })

  it('is one ticket for an album and a burst', () => {
    const desk = BotDesk.openBot()
    for (const id of ['p', 'q', 'r']) desk.says({ text: '', media: [photo(id)], albumId: 'a' })
    desk.says({ text: 'And here is what it says.' })
    expect(desk.state.tickets.size).toBe(1)
    desk.now += 1000
    desk.drain()
    expect(desk.seenTopic.messages.map(({ media, text }) => [media.length, text])).toEqual([
      [3, ''],
      [0, 'And here is what it says.'],
    ])
  })

  it('is only greeted for /start, without a ticket, and with its link', () => {
    const desk = BotDesk.openBot()
    desk.says({ text: '/start shop42' })
    desk.drain()
    expect(desk.state.tickets.size).toBe(0)
    expect(desk.customer.filter(({ by }) => by === 'desk')).toHaveLength(1)
    desk.says({ text: 'Hello' })
    desk.drain()
    expect(desk.ticket(botTicket).title).toBe('Hello')
    expect(desk.texts).toEqual(['Hello'])
  })

  it('keeps a shared contact as text', () => {
    const desk = BotDesk.openBot()
    desk.says({ text: '', contact: { name: 'Mira', phone: '+49 30 1', isOwn: true } })
    desk.drain()
    expect(desk.texts).toEqual(['Mira, +49 30 1'])
  })

  it('hears no other bot', () => {
    const desk = BotDesk.openBot()
    const by = { chatId: `${fern.id}.${helper.id}`, senderId: helper.id }
    desk.says(by)
    expect(desk.state.tickets.size).toBe(0)
  })

  it('is copied from the next message on, with a recap, when the bot gets its staff group later', () => {
    const desk = BotDesk.openBot()
    desk.ask({ kind: 'leave-group', groupId: staff.id })
    desk.says({ text: 'First' })
    desk.drain()
    desk.ask({ kind: 'follow-group', group: staff })
    desk.says({ text: 'Second' })
    desk.drain()
    expect(desk.texts).toHaveLength(2)
    expect(desk.texts[0]).toContain('Mira: First')
    expect(desk.texts[0]).not.toContain('Second')
    expect(desk.texts[1]).toBe('Second')
  })

  it('says in the topic, and in the conversation, what cannot be copied', () => {
    const desk = mirrored()
    desk.says({ text: '', media: [{ ...photo('x'), kind: 'unsupported' }] })
    desk.drain()
    expect(desk.texts[1]).toBe('Topicdesk: Mira sent something that cannot be copied into the staff group.')
    expect(desk.journal.recorded.filter(({ event }) => event.kind === 'not-carried')).toHaveLength(1)
  })

  it('answers quote the copy of what the customer quoted', () => {
    const desk = mirrored()
    const number = desk.customer[0]?.number ?? 0
    desk.says({ text: 'I mean this', replyTo: number })
    desk.drain()
    expect(desk.seenTopic.messages[1]?.replyTo).toBe(desk.seenTopic.messages[0]?.number)
  })
})

describe('a reply', () => {
  it('from the desk goes to the customer, and to the topic under its author in bold', () => {
    const desk = mirrored()
    desk.reply('We look into it.', { ticketId: botTicket })
    desk.drain()
    expect(desk.received).toEqual(['We look into it.'])
    expect(desk.texts).toEqual(['My card was refused.', 'Anna: We look into it.'])
    expect(desk.seenTopic.messages[1]?.entities).toEqual([{ kind: 'bold', offset: 0, length: 5 }])
  })

  it('of 4,096 characters is split behind the prefix, and nothing is cut', () => {
    const desk = mirrored()
    const text = 'word '.repeat(819).trim().padEnd(4096, '!')
    desk.reply(text, { ticketId: botTicket })
    desk.drain()
    expect(desk.received).toEqual([text])
    expect(desk.texts.slice(1).join('')).toBe(`Anna: ${text}`)
    expect(desk.texts).toHaveLength(3)
  })

  it('from the topic goes to the customer once, in the name of who wrote it, and takes the ticket', () => {
    const desk = mirrored()
    const told = desk.inStaffGroup({ text: 'On its way' })
    desk.deliver([{ kind: 'message', message: told }])
    desk.deliver([{ kind: 'message', message: told }])
    desk.drain()
    desk.deliver([{ kind: 'message', message: told }])
    desk.drain()
    expect(desk.received).toEqual(['On its way'])
    expect(desk.texts).toEqual(['My card was refused.'])
    expect(desk.ticket(botTicket)).toMatchObject({ assignee: ravi.id, status: 'in_progress', ball: 'theirs' })
    expect(desk.ticket(botTicket).repliedAt).toBe(desk.now)
    const items = desk.itemsOf(botTicket).filter((item) => item.kind === 'message' && item.side === 'team')
    expect(items).toMatchObject([{ text: 'On its way', author: { name: 'Ravi' } }])
  })

  it('from the topic keeps an album together, and what it answers', () => {
    const desk = mirrored()
    const copy = desk.seenTopic.messages[0]?.number ?? 0
    desk.answers('Two pictures', { media: [photo('p')], albumId: 'b', replyTo: copy })
    desk.answers('', { media: [photo('q')], albumId: 'b' })
    desk.drain()
    expect(desk.received).toEqual([])
    desk.now += 700
    desk.drain()
    expect(desk.customer.at(-1)).toMatchObject({
      text: 'Two pictures',
      media: [{ fileId: 'p' }, { fileId: 'q' }],
      replyTo: desk.customer[0]?.number,
    })
  })

  it('that the desk writes by itself is in the topic as the desk’s', () => {
    const desk = mirrored()
    const on = { topic: false, bot: true, privateChat: false }
    desk.ask({ kind: 'change-settings', patch: { intake: { acknowledge: on } } })
    desk.now += 60 * 24 * 60 * minute
    desk.ask({ kind: 'change-status', ticketId: botTicket, to: 'closed', reason: null, until: null })
    desk.now += 60 * 24 * 60 * minute
    desk.says({ text: 'Another thing' })
    desk.drain()
    expect(desk.texts.at(-2)).toBe('Another thing')
    expect(desk.texts.at(-1)).toMatch(/^Topicdesk: /)
  })

  it('is never a note: notes stay here', () => {
    const desk = mirrored()
    desk.ask({ kind: 'add-note', ticketId: botTicket, noteId: 'n1', text: 'He is a friend' })
    desk.drain()
    expect(desk.texts).toHaveLength(1)
  })

  it('that a bot may not pass on is refused in the topic', () => {
    const desk = mirrored()
    desk.answers('', { media: [{ ...photo('x'), kind: 'unsupported' }] })
    desk.drain()
    expect(desk.received).toEqual([])
    expect(desk.texts.at(-1)).toBe('Topicdesk: Telegram lets no bot pass this on. It was not sent.')
  })

  it('that Telegram refuses is said in the topic, as an answer to it', () => {
    const desk = mirrored()
    desk.answers('Hello')
    const [entry] = desk.state.outbox.values()
    const outboxId = entry?.id ?? ''
    desk.ask({ kind: 'note-failure', outboxId, reason: 'Too many messages.', uncertain: false }, theDesk)
    desk.drain()
    expect(desk.texts.at(-1)).toBe('Topicdesk: Not sent: Too many messages.')
    expect(desk.seenTopic.messages.at(-1)?.replyTo).toBe(desk.seenTopic.messages.at(-2)?.number)
  })
})

describe('in the staff group', () => {
  it('nothing is heard in General, in other topics, or of bots', () => {
    const desk = mirrored()
    const before = desk.state.outbox.size
    desk.hearInStaffGroup({ topicId: 1, text: 'Lunch?' })
    desk.hearInStaffGroup({ topicId: 4242, text: 'Lunch?' })
    desk.answers('I am a bot', { senderId: helper.id })
    desk.answers('I am this bot', { senderId: fern.id, isOwn: true })
    desk.drain()
    expect(desk.state.outbox.size).toBe(before)
    expect(desk.received).toEqual([])
    expect(desk.state.conversations.size).toBe(1)
  })

  it('commands do what they do at the desk, are answered, and are not sent', () => {
    const desk = mirrored()
    const { code } = desk.ticket(botTicket)
    desk.answers('/claim')
    expect(desk.ticket(botTicket)).toMatchObject({ assignee: ravi.id, status: 'in_progress' })
    desk.answers('/wait@fern_bot')
    expect(desk.ticket(botTicket).status).toBe('pending_customer')
    desk.answers('/hold the bank is asked')
    expect(desk.ticket(botTicket)).toMatchObject({ status: 'on_hold', holdReason: 'the bank is asked' })
    desk.answers('/resolve')
    expect(desk.ticket(botTicket).status).toBe('resolved')
    desk.answers('/reopen')
    expect(desk.ticket(botTicket).status).toBe('in_progress')
    desk.answers('// she is a regular')
    desk.answers('/note call her')
    desk.drain()
    expect(desk.received).toEqual([])
    expect(desk.seenTopic.isClosed).toBe(false)
    expect(desk.texts).toContain(`Topicdesk: Ravi has ${code} now.`)
    const notes = desk.itemsOf(botTicket).filter(({ kind }) => kind === 'note')
    expect(notes.map((item) => 'text' in item && item.text)).toEqual(['she is a regular', 'call her'])
  })

  it('a command told twice is obeyed once, and a refused one says why', () => {
    const desk = mirrored()
    desk.answers('/claim')
    const told = desk.inStaffGroup({ text: '/claim', senderId: '10' })
    desk.deliver([{ kind: 'message', message: told }])
    desk.deliver([{ kind: 'message', message: told }])
    desk.drain()
    expect(desk.texts.filter((text) => text.includes('Already'))).toEqual(["Topicdesk: Already Ravi's."])
  })

  it('an unknown command is not sent, a path is', () => {
    const desk = mirrored()
    desk.answers('/resolv')
    desk.answers('/constructor')
    desk.answers('/etc/hosts has it')
    desk.drain()
    expect(desk.received).toEqual(['/etc/hosts has it'])
    expect(desk.texts.filter((text) => text.includes('is no command here'))).toHaveLength(2)
  })

  it('an edit follows at the customer, and shows at the desk', () => {
    const desk = mirrored()
    const told = desk.inStaffGroup({ text: 'On its wy' })
    desk.deliver([{ kind: 'message', message: told }])
    desk.drain()
    const edit = {
      kind: 'message-edited',
      message: { ...told, text: 'On its way' },
      editedAt: iso(desk.now),
    } as const
    desk.deliver([edit])
    desk.deliver([edit])
    expect(desk.state.outbox.size).toBe(1)
    desk.drain()
    expect(desk.received).toEqual(['On its way'])
    const item = desk.itemsOf(botTicket).find((one) => one.kind === 'message' && one.side === 'team')
    expect(item).toMatchObject({ text: 'On its way', versions: [{ text: 'On its wy' }] })
  })

  it('an edit that comes before the reply went out follows it', () => {
    const desk = mirrored()
    const told = desk.inStaffGroup({ text: 'On its wy' })
    desk.deliver([{ kind: 'message', message: told }])
    const message = { ...told, text: 'On its way' }
    desk.deliver([{ kind: 'message-edited', message, editedAt: iso(desk.now) }])
    desk.drain()
    expect(desk.received).toEqual(['On its way'])
  })

  it('a reply deleted before it went out does not go out; after that, it is said that it stays', () => {
    const desk = mirrored()
    desk.answers('Never mind')
    const waiting = desk.number
    desk.deliver([{ kind: 'messages-deleted', chatId: staff.id, numbers: [waiting], at: iso(desk.now) }])
    desk.drain()
    expect(desk.received).toEqual([])
    desk.answers('There')
    const sent = desk.number
    desk.drain()
    desk.deliver([{ kind: 'messages-deleted', chatId: staff.id, numbers: [sent], at: iso(desk.now) }])
    desk.drain()
    expect(desk.received).toEqual(['There'])
    expect(desk.texts.at(-1)).toContain('The customer still has it.')
  })

  it('the customer’s edit changes the copy, or is said where the copy is not known', () => {
    const desk = mirrored()
    const message = desk.message({ chatId: botChat, topicId: 0, text: 'My card is refsed' })
    desk.deliver([{ kind: 'message', message }])
    const edit = (text: string) =>
      desk.deliver([{ kind: 'message-edited', message: { ...message, text }, editedAt: iso(desk.now) }])
    edit('My card is refused')
    desk.drain()
    expect(desk.texts.slice(1)).toEqual(['My card is refsed', 'Edited: My card is refused'])
    edit('My card was refused')
    desk.drain()
    expect(desk.texts.slice(1)).toEqual(['My card was refused', 'Edited: My card is refused'])
  })
})

describe('the topic of a private chat', () => {
  const change = (desk: BotDesk, closed: boolean, isOwn = false) =>
    desk.deliver([
      {
        kind: 'topic-changed',
        ...{ chatId: staff.id, topicId: desk.topicId, number: ++desk.number, closed },
        ...{ by: isOwn ? fern.id : ravi.id, isOwn, at: iso(desk.now) },
      },
    ])

  it('closed by a colleague resolves the ticket, reopened opens it (C12)', () => {
    const desk = mirrored()
    change(desk, true)
    expect(desk.ticket(botTicket).status).toBe('resolved')
    expect(desk.state.outbox.size).toBe(0)
    change(desk, false)
    expect(desk.ticket(botTicket).status).toBe('open')
    expect(desk.state.outbox.size).toBe(0)
  })

  it('follows the ticket at the desk, and its echo moves nothing', () => {
    const desk = mirrored()
    const set = (to: 'resolved' | 'closed' | 'open') =>
      desk.ask({ kind: 'change-status', ticketId: botTicket, to, reason: 'so', until: null })
    set('resolved')
    desk.drain()
    expect(desk.seenTopic.isClosed).toBe(true)
    expect(change(desk, true, true)).toEqual([])
    set('closed')
    desk.drain()
    expect(desk.arrived.size).toBe(3)
    set('open')
    desk.drain()
    expect(desk.seenTopic.isClosed).toBe(false)
    expect(change(desk, true, true)).toEqual([])
    expect(change(desk, false, true)).toEqual([])
    expect(desk.ticket(botTicket).status).toBe('open')
  })

  it('reopened by a colleague before our close was answered stays open, and so does the ticket', () => {
    const desk = mirrored()
    desk.ask({ kind: 'change-status', ticketId: botTicket, to: 'resolved', reason: null, until: null })
    const [entry] = desk.state.outbox.values()
    const outboxId = entry?.id ?? ''
    desk.attempt(outboxId)
    change(desk, true, true)
    change(desk, false)
    desk.accept(outboxId, null)
    expect(desk.ticket(botTicket).status).toBe('open')
    expect(desk.state.conversations.get(botTicket)?.mirror?.state).toBe('open')
  })

  const remove = (desk: BotDesk) =>
    desk.deliver([{ kind: 'topic-deleted', chatId: staff.id, topicId: desk.topicId, at: iso(desk.now) }])

  it('deleted is made anew when there is something to show, with a recap', () => {
    const desk = mirrored()
    const first = desk.topicId
    remove(desk)
    desk.drain()
    expect(desk.topics.size).toBe(1)
    desk.says({ text: 'Are you there?' })
    desk.drain()
    expect(desk.topicId).not.toBe(first)
    const { code } = desk.ticket(botTicket)
    expect(desk.texts).toEqual([
      `${code} My card was refused.\nNew\n\nMira: My card was refused.`,
      'Are you there?',
    ])
    desk.answers('Yes')
    desk.drain()
    expect(desk.received).toEqual(['Yes'])
    desk.hearInStaffGroup({ topicId: first, text: 'Into the old one' })
    desk.drain()
    expect(desk.received).toEqual(['Yes'])
  })

  it('deleted is made anew at once on a person’s word, and only once', () => {
    const desk = mirrored()
    remove(desk)
    desk.ask({ kind: 'recreate-topic', ticketId: botTicket })
    desk.ask({ kind: 'recreate-topic', ticketId: botTicket })
    desk.drain()
    expect(desk.topics.size).toBe(2)
    expect(desk.texts).toHaveLength(1)
    expect(desk.refusal({ kind: 'recreate-topic', ticketId: botTicket })).toMatchObject({
      code: 'not-allowed',
    })
  })

  it('deleted takes along what waited for it; a reply made it anew', () => {
    const desk = mirrored()
    desk.says({ text: 'One more' })
    remove(desk)
    expect(desk.state.outbox.size).toBe(0)
    desk.reply('Here', { ticketId: botTicket })
    desk.drain()
    expect(desk.texts).toEqual([expect.stringContaining('Mira: One more'), 'Anna: Here'])
    expect(desk.texts[0]).not.toContain('Here')
  })

  it('that cannot be made is said, and tried again at the next message', () => {
    const desk = BotDesk.openBot()
    desk.says({ text: 'One' })
    const [create] = waiting(desk)
    const reason = 'The bot may not make topics.'
    desk.ask({ kind: 'note-failure', outboxId: create?.id ?? '', reason, uncertain: false }, theDesk)
    expect(desk.state.outbox.size).toBe(0)
    desk.says({ text: 'Two' })
    desk.drain()
    expect(desk.texts).toEqual([expect.stringContaining('Mira: One'), 'Two'])
    const lines = desk.itemsOf(botTicket).filter(({ kind }) => kind === 'event')
    expect(lines).toContainEqual(expect.objectContaining({ text: `The topic was not made: ${reason}` }))
  })

  it('gets the code of a follow-up ticket', () => {
    const desk = mirrored()
    desk.ask({ kind: 'change-status', ticketId: botTicket, to: 'resolved', reason: null, until: null })
    desk.drain()
    desk.now += 90 * 24 * 60 * minute
    desk.says({ text: 'A new thing' })
    desk.drain()
    const { code } = desk.ticket(`${botTicket}.2`)
    expect(desk.seenTopic).toMatchObject({ title: `${code} A new thing`, isClosed: false })
    expect(desk.texts.at(-1)).toBe('A new thing')
  })
})

describe('between sending and marking', () => {
  it('a topic that was made is known by its title, and is not made twice', () => {
    const desk = BotDesk.openBot()
    desk.says({ text: 'One' })
    const [create] = waiting(desk)
    if (!create) throw new Error('nothing waits')
    desk.attempt(create.id)
    const topicId = desk.arrive(create)
    const { title } = desk.topics.get(topicId) ?? { title: '' }
    desk.deliver([
      { kind: 'topic-created', chatId: staff.id, topicId, title, by: fern.id, at: iso(desk.now) },
    ])
    desk.accept(create.id, topicId)
    desk.drain()
    expect(desk.topics.size).toBe(1)
    expect(desk.texts).toEqual(['One'])
    expect(desk.state.conversations.size).toBe(1)
  })

  it.each(['by its random_id', 'by what it says'])('a copy that arrived is known %s', (how) => {
    const desk = mirrored()
    desk.says({ text: 'Two' })
    const [copy] = waiting(desk)
    if (!copy) throw new Error('nothing waits')
    desk.attempt(copy.id)
    const number = desk.arrive(copy)
    const randomId = how === 'by its random_id' ? copy.id : null
    const echo = desk.inStaffGroup({ number, senderId: fern.id, isOwn: true, randomId, text: 'Two' })
    expect(kinds(desk.deliver([{ kind: 'message', message: echo }]))).toEqual(['topic-task-done'])
    desk.accept(copy.id, number)
    desk.deliver([{ kind: 'message', message: echo }])
    desk.drain()
    expect(desk.texts).toEqual(['My card was refused.', 'Two'])
    expect(desk.received).toEqual([])
  })
})

describe('a customer who cannot be reached', () => {
  const block = (desk: BotDesk, isBlocked: boolean) =>
    desk.deliver([{ kind: 'bot-blocked', chatId: botChat, isBlocked, at: iso(desk.now) }])

  it('has blocked the bot: said before anyone writes, and nothing is sent until they write again', () => {
    const desk = mirrored()
    block(desk, true)
    expect(block(desk, true)).toEqual([])
    desk.drain()
    const words = 'Mira has blocked the bot. Nothing can be sent until they write again.'
    expect(() => desk.reply('Hello', { ticketId: botTicket })).toThrow(new Refusal('not-allowed', words))
    desk.answers('Hello')
    desk.drain()
    expect(desk.received).toEqual([])
    expect(desk.texts.slice(1)).toEqual([
      `Topicdesk: ${words}`,
      'Hello',
      `Topicdesk: ${words} This was not sent.`,
    ])
    desk.says({ text: 'I am back' })
    expect(desk.state.conversations.get(botTicket)?.privately?.blockedAt).toBeNull()
    desk.reply('Welcome back', { ticketId: botTicket })
    desk.drain()
    expect(desk.received).toEqual(['Welcome back'])
  })

  it('has deleted their account', () => {
    const desk = mirrored()
    desk.deliver([], [{ ...mira, isDeleted: true }])
    expect(() => desk.reply('Hello', { ticketId: botTicket })).toThrow(
      'Mira has deleted their account at Telegram. Nothing can be sent.',
    )
  })

  it('is answered later where only the bot is signed out: the reply waits', () => {
    const desk = mirrored()
    desk.ask({ kind: 'sign-out', accountId: fern.id, reason: 'by-agent' }, theDesk)
    desk.reply('Hello', { ticketId: botTicket })
    expect(desk.state.outbox.size).toBe(1)
  })
})

describe('a staff group', () => {
  it('that was left is copied into no more', () => {
    const desk = mirrored()
    desk.says({ text: 'Two' })
    desk.ask({ kind: 'leave-group', groupId: staff.id })
    expect(desk.state.outbox.size).toBe(0)
    desk.says({ text: 'Three' })
    desk.drain()
    expect(desk.topics.get([...desk.topics.keys()][0] ?? 0)?.messages).toHaveLength(1)
  })

  it('that goes on under another id is the same topic for the desk', () => {
    const desk = mirrored()
    desk.says({ text: 'Two' })
    const topicId = desk.topicId
    const to = '-100901'
    desk.deliver([{ kind: 'group-migrated', from: staff.id, to, at: iso(desk.now) }])
    expect([...desk.state.outbox.values()].map(({ chatId }) => chatId)).toEqual([to])
    desk.drain()
    desk.hearInStaffGroup({ chatId: to, topicId, text: 'From the new one' })
    desk.drain()
    expect(desk.received).toEqual(['From the new one'])
  })
})
