import { describe, expect, it } from 'vitest'
import { helper, iso, minute, ravi, theDesk } from '../desk-on-paper'
import { BotDesk, botChat, botTicket, fern, staff } from '../telegram-on-paper'
import { mirrored, photo, waiting } from './mirrored'

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

  it('is copied with what another program says through the same bot, marked as the bot’s', () => {
    const desk = mirrored()
    const own = { chatId: botChat, topicId: 0, senderId: fern.id, isOwn: true }
    const message = desk.message({ ...own, text: 'Your parcel is on its way.' })
    desk.deliver([{ kind: 'message', message }])
    desk.deliver([{ kind: 'message', message }])
    const album = { ...own, albumId: 'a', text: '' }
    for (const id of ['p', 'q']) desk.hear({ ...album, media: [photo(id)] })
    desk.now += 1000
    desk.drain()
    expect(desk.texts.slice(1)).toEqual(['Fern: Your parcel is on its way.', 'Fern:'])
    expect(desk.seenTopic.messages.at(-1)?.media).toHaveLength(2)
    const changed = { ...message, text: 'Your parcel is there.' }
    desk.deliver([{ kind: 'message-edited', message: changed, editedAt: iso(desk.now) }])
    desk.drain()
    expect(desk.texts[1]).toBe('Fern: Your parcel is there.')
    expect(desk.ticket(botTicket)).toMatchObject({ status: 'new', repliedAt: null })
  })

  it('that quotes what somebody deleted in the topic is shown without the quote', () => {
    const desk = mirrored()
    const [first] = desk.customer
    desk.says({ text: 'As I said', replyTo: first?.number ?? 0 })
    desk.says({ text: 'Are you there?' })
    const [copy] = waiting(desk)
    expect(copy).toMatchObject({ task: { replyTo: desk.seenTopic.messages[0]?.number } })
    const reason = 'The message you answer was deleted. Send it without the answer.'
    desk.attempt(copy?.id ?? '')
    desk.ask({ kind: 'note-failure', outboxId: copy?.id ?? '', reason, uncertain: false }, theDesk)
    expect(waiting(desk)).toMatchObject([
      { id: copy?.id, task: { text: 'As I said', replyTo: null }, state: { kind: 'queued' } },
      { task: { text: 'Are you there?' } },
    ])
    desk.ask(
      { kind: 'note-failure', outboxId: waiting(desk)[0]?.id ?? '', reason, uncertain: false },
      theDesk,
    )
    expect(waiting(desk)).toHaveLength(1)
    const lines = desk.itemsOf(botTicket).flatMap((item) => (item.kind === 'event' ? item.text : []))
    expect(lines.filter((line) => line.includes(reason))).toHaveLength(1)
    expect(desk.replayed()).toEqual(desk.state)
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
