import { describe, expect, it } from 'vitest'
import type { IncomingMessage } from '../../../../../src-main/core/conversation/message'
import { entriesInOrder } from '../../../../../src-main/core/outbox/entries'
import { iso, kinds, theDesk } from '../desk-on-paper'
import { type BotDesk, botChat, botTicket, fern } from '../telegram-on-paper'
import { mirrored, photo, waiting } from './mirrored'

/** Words that are told apart, of some length. */
const long = (word: string, length: number) =>
  `${word} `
    .repeat(Math.ceil(length / (word.length + 1)))
    .slice(0, length)
    .trim()

const edit = (desk: BotDesk, message: IncomingMessage, text: string) =>
  desk.deliver([{ kind: 'message-edited', message: { ...message, text }, editedAt: iso(desk.now) }])

/** Ravi's photo with so many words that they go on in a message of their own, arrived. */
function captioned(desk: BotDesk, text = long('old', 2000)): IncomingMessage {
  const message = desk.inStaffGroup({ text, media: [photo('p')] })
  desk.deliver([{ kind: 'message', message }])
  desk.drain()
  expect(desk.received).toHaveLength(2)
  return message
}

describe('a reply from the topic that went out in several parts', () => {
  it('is changed in every part, each as long as Telegram takes it', () => {
    const desk = mirrored()
    const message = captioned(desk)
    const text = long('new', 1900)
    edit(desk, message, text)
    desk.drain()
    expect(desk.received).toHaveLength(2)
    expect(desk.received.join('')).toBe(text)
    expect(desk.received[0]?.length).toBeLessThanOrEqual(1024)
    const shown = desk.itemsOf(botTicket).filter((item) => item.kind === 'message' && item.side === 'team')
    expect(shown.map((item) => 'text' in item && item.text).join('')).toBe(text)
  })

  it('loses its last part when less is left of it', () => {
    const desk = mirrored()
    const message = captioned(desk)
    edit(desk, message, 'Short now')
    desk.drain()
    expect(desk.received).toEqual(['Short now'])
    const [first, second] = desk
      .itemsOf(botTicket)
      .filter((item) => item.kind === 'message' && item.side === 'team')
    expect(first).toMatchObject({ text: 'Short now', deletedAt: null })
    expect(second).toMatchObject({ deletedAt: desk.now })
    edit(desk, message, long('again', 1500))
    desk.drain()
    expect(desk.received.join('')).toBe(long('again', 1500))
  })

  it('says where Telegram does not let go of the part that was taken out', () => {
    const desk = mirrored()
    const message = captioned(desk)
    edit(desk, message, 'Short now')
    const gone = [...desk.state.outbox.values()].find(
      ({ kind, ...entry }) =>
        kind === 'topic-task' &&
        'task' in entry &&
        typeof entry.task !== 'string' &&
        entry.task.kind === 'delete',
    )
    const failed = { outboxId: gone?.id ?? '', reason: 'It is too old.', uncertain: false }
    desk.ask({ kind: 'note-failure', ...failed }, theDesk)
    desk.drain()
    const said = 'The customer still sees what was taken out: It is too old.'
    expect(desk.texts.at(-1)).toBe(`Topicdesk: ${said}`)
    expect(desk.itemsOf(botTicket).at(-1)).toMatchObject({ text: said })
  })

  it('goes on in a new message, by the same colleague, when more was said', () => {
    const desk = mirrored()
    const message = desk.inStaffGroup({ text: 'In short', media: [photo('p')] })
    desk.deliver([{ kind: 'message', message }])
    desk.drain()
    const text = long('more', 3000)
    edit(desk, message, text)
    edit(desk, message, text)
    desk.drain()
    expect(desk.received).toHaveLength(2)
    expect(desk.received.join('')).toBe(text)
    const last = desk
      .itemsOf(botTicket)
      .filter((item) => item.kind === 'message')
      .at(-1)
    expect(last).toMatchObject({ author: { name: 'Ravi' } })
  })

  it('and was changed while parts of it waited follows once they are there', () => {
    const desk = mirrored()
    const message = desk.inStaffGroup({ text: long('old', 2000), media: [photo('p')] })
    desk.deliver([{ kind: 'message', message }])
    const [first] = entriesInOrder(desk.state, botTicket)
    desk.attempt(first?.id ?? '')
    if (first) desk.accept(first.id, desk.arrive(first))
    edit(desk, message, long('new', 1900))
    desk.drain()
    expect(desk.received.join('')).toBe(long('new', 1900))
    const other = mirrored()
    const told = other.inStaffGroup({ text: long('old', 2000), media: [photo('p')] })
    other.deliver([{ kind: 'message', message: told }])
    edit(other, told, 'Short now')
    other.drain()
    expect(other.received).toEqual(['Short now'])
  })

  it('is left alone by the echo of the change', () => {
    const desk = mirrored()
    const message = captioned(desk)
    edit(desk, message, long('new', 1900))
    desk.drain()
    const [part] = desk.customer.filter(({ by }) => by === 'desk')
    const echo = desk.message({
      ...{ chatId: botChat, topicId: 0, senderId: fern.id, isOwn: true },
      ...{ number: part?.number ?? 0, text: part?.text.trim() ?? '' },
    })
    desk.deliver([{ kind: 'message-edited', message: echo, editedAt: iso(desk.now) }])
    expect(desk.state.outbox.size).toBe(0)
  })
})

describe('a reply from the topic that is changed into a note', () => {
  it('is not sent where it still waits', () => {
    const desk = mirrored()
    const message = desk.inStaffGroup({ text: 'She is a regular' })
    desk.deliver([{ kind: 'message', message }])
    edit(desk, message, '// She is a regular')
    desk.drain()
    expect(desk.received).toEqual([])
    expect(desk.texts.at(-1)).toContain('It was not sent.')
  })

  it.each([true, false])('stays at the customer as it was, under way %s', (isUnderWay) => {
    const desk = mirrored()
    const message = desk.inStaffGroup({ text: 'On its way' })
    desk.deliver([{ kind: 'message', message }])
    const [reply] = entriesInOrder(desk.state, botTicket)
    if (isUnderWay) desk.attempt(reply?.id ?? '')
    else desk.drain()
    edit(desk, message, '// She is a regular')
    desk.drain()
    expect(desk.received).toEqual(['On its way'])
    expect(desk.texts.filter((text) => text.includes('The customer has it as it was'))).toHaveLength(1)
    expect(desk.replayed()).toEqual(desk.state)
  })
})

describe('a change in the staff group of what the customer does not have', () => {
  it('is said, and nothing is said of a command', () => {
    const desk = mirrored()
    const message = desk.inStaffGroup({ text: '/resolv' })
    desk.deliver([{ kind: 'message', message }])
    desk.drain()
    const before = desk.texts.length
    edit(desk, message, '/resolve')
    expect(desk.state.outbox.size).toBe(0)
    edit(desk, message, 'I look into it')
    desk.drain()
    expect(desk.received).toEqual([])
    expect(desk.texts.slice(before)).toEqual([
      'Topicdesk: Ravi changed a message in the staff group. The customer has nothing of it that could change.',
    ])
  })
})

describe('a copy in the topic that took several messages', () => {
  it('is changed in every part when the customer changes what they wrote under a file', () => {
    const desk = mirrored()
    const message = desk.message({
      chatId: botChat,
      topicId: 0,
      text: long('old', 2000),
      media: [photo('p')],
    })
    desk.deliver([{ kind: 'message', message }])
    desk.drain()
    edit(desk, message, long('new', 1900))
    desk.drain()
    expect(desk.texts.slice(1).join('')).toBe(long('new', 1900))
    edit(desk, message, 'Short now')
    desk.drain()
    expect(desk.texts.slice(1)).toEqual(['Short now'])
    edit(desk, message, long('more', 3000))
    desk.drain()
    expect(desk.texts.slice(1).join('')).toBe(long('more', 3000))
    expect(desk.texts).toHaveLength(3)
  })

  it('of an agent’s reply keeps the name in front when the bot’s words are changed elsewhere', () => {
    const desk = mirrored()
    desk.reply(long('old', 4096), { ticketId: botTicket })
    desk.drain()
    const { number = 0 } = desk.customer.find(({ by }) => by === 'desk') ?? {}
    const own = { chatId: botChat, topicId: 0, senderId: fern.id, isOwn: true, number }
    const text = long('new', 4093)
    edit(desk, desk.message(own), text)
    desk.drain()
    expect(desk.texts.slice(1).join('')).toBe(`Anna: ${text}`)
    expect(desk.texts).toHaveLength(3)
  })

  it('changed elsewhere for the customer is said where a colleague wrote it', () => {
    const desk = mirrored()
    desk.answers('On its way')
    desk.drain()
    const { number = 0 } = desk.customer.find(({ by }) => by === 'desk') ?? {}
    const own = desk.message({ chatId: botChat, topicId: 0, senderId: fern.id, isOwn: true, number })
    expect(kinds(edit(desk, own, 'It is lost'))).toEqual(['message-edited', 'topic-task-queued'])
    expect(waiting(desk)).toHaveLength(1)
    desk.drain()
    expect(desk.texts.at(-1)).toBe('Fern changed it for the customer: It is lost')
  })
})
