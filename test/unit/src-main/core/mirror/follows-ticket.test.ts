import { describe, expect, it } from 'vitest'
import { iso } from '../desk-on-paper'
import { type BotDesk, botChat, botTicket, fern, staff } from '../telegram-on-paper'
import { mirrored } from './mirrored'

const resolve = (desk: BotDesk) =>
  desk.ask({ kind: 'change-status', ticketId: botTicket, to: 'resolved', reason: null, until: null })
const remove = (desk: BotDesk) =>
  desk.deliver([{ kind: 'topic-deleted', chatId: staff.id, topicId: desk.topicId, at: iso(desk.now) }])

describe('the topic of a private chat', () => {
  it('gets the title that the ticket is given at the desk, once', () => {
    const desk = mirrored()
    const rename = { kind: 'rename-ticket', ticketId: botTicket, title: 'Card refused in Turku' } as const
    desk.ask(rename)
    expect(desk.ask(rename)).toEqual([])
    desk.drain()
    expect(desk.seenTopic.title).toBe(`${desk.ticket(botTicket).code} Card refused in Turku`)
  })

  it('has its title from the start where the ticket was renamed while it was being made', () => {
    const desk = mirrored()
    remove(desk)
    desk.ask({ kind: 'recreate-topic', ticketId: botTicket })
    desk.ask({ kind: 'rename-ticket', ticketId: botTicket, title: 'Card' })
    desk.drain()
    expect(desk.seenTopic.title).toBe(`${desk.ticket(botTicket).code} Card`)
  })

  it('that is made anew for a resolved ticket, on a person’s word, is closed like the one before', () => {
    const desk = mirrored()
    resolve(desk)
    desk.drain()
    remove(desk)
    desk.ask({ kind: 'recreate-topic', ticketId: botTicket })
    desk.drain()
    expect(desk.seenTopic.isClosed).toBe(true)
    expect(desk.state.conversations.get(botTicket)?.mirror?.state).toBe('closed')
  })

  it('that is made anew for what another program says on a resolved ticket is closed, and has that', () => {
    const desk = mirrored()
    resolve(desk)
    desk.drain()
    remove(desk)
    const own = { chatId: botChat, topicId: 0, senderId: fern.id, isOwn: true, text: 'How was it?' }
    desk.deliver([{ kind: 'message', message: desk.message(own) }])
    desk.drain()
    expect(desk.texts.at(-1)).toContain('How was it?')
    expect(desk.seenTopic.isClosed).toBe(true)
  })

  it('that is made anew for what the customer writes on a resolved ticket is open, and never was closed', () => {
    const desk = mirrored()
    resolve(desk)
    desk.drain()
    remove(desk)
    desk.says({ text: 'It broke again.' })
    const tasks = [...desk.state.outbox.values()].flatMap((entry) =>
      entry.kind === 'topic-task' ? [entry.task] : [],
    )
    expect(tasks).not.toContain('close')
    desk.drain()
    expect(desk.seenTopic.isClosed).toBe(false)
    expect(desk.ticket(botTicket).status).toBe('open')
  })
})

describe('a command of the staff group', () => {
  it('that is no more than the sign of a note is none, and nothing goes to the customer', () => {
    const desk = mirrored()
    for (const text of ['//', '// ', '/note']) {
      desk.answers(text)
      desk.drain()
      expect(desk.texts.at(-1)).toBe('Topicdesk: Write something first.')
    }
    expect(desk.received).toEqual([])
  })

  it('that takes no words says that those behind it were not sent', () => {
    const desk = mirrored()
    desk.answers('/claim I take this one')
    desk.drain()
    const { code } = desk.ticket(botTicket)
    expect(desk.texts.at(-1)).toBe(`Topicdesk: Ravi has ${code} now. What stands behind /claim was not sent.`)
    expect(desk.received).toEqual([])
  })
})
