import { describe, expect, it } from 'vitest'
import { entriesInOrder } from '../../../../../src-main/core/outbox/entries'
import { chatId, DeskOnPaper, iso, ticketId, topicId } from '../desk-on-paper'

/** The recap that begins the topic once it is made anew. */
function recapOf(desk: DeskOnPaper): string {
  desk.deliver([{ kind: 'topic-deleted', chatId, topicId, at: iso(desk.now) }])
  desk.ask({ kind: 'recreate-topic', ticketId })
  const recap = entriesInOrder(desk.state, ticketId).find(
    (entry) => entry.kind === 'reply' && entry.purpose === 'recap',
  )
  return recap?.kind === 'reply' ? recap.text : ''
}

describe('a recap', () => {
  it('tells what was said, and never what was taken back or still waits', () => {
    const desk = DeskOnPaper.open()
    desk.hear({ text: 'My card was refused.' })
    desk.send(desk.reply('We look into it.'))
    desk.ask({ kind: 'discard-reply', outboxId: desk.reply('She always complains'), ticketId })
    desk.reply('One moment more')
    const recap = recapOf(desk)
    expect(recap).toContain('Mira: My card was refused.\nAnna: We look into it.')
    expect(recap).not.toContain('She always complains')
    expect(recap).not.toContain('One moment more')
  })

  it('has a reply where it went out, below what the customer wrote meanwhile', () => {
    const desk = DeskOnPaper.open()
    desk.hear({ text: 'My card was refused.' })
    const outboxId = desk.reply('We look into it.')
    desk.hear({ text: 'It works now.' })
    desk.ask({ kind: 'retry-reply', ticketId, outboxId })
    desk.send(outboxId)
    expect(recapOf(desk)).toContain('Mira: It works now.\nAnna: We look into it.')
  })

  it('brings back what went with its topic', () => {
    const desk = DeskOnPaper.open()
    const message = desk.message({ text: 'It turns by itself.' })
    desk.deliver([{ kind: 'message', message }])
    desk.pass(1000)
    desk.deliver([
      { kind: 'messages-deleted', chatId, numbers: [message.number], at: iso(desk.now) },
      { kind: 'topic-deleted', chatId, topicId, at: iso(desk.now) },
    ])
    expect(recapOf(desk)).toContain('Mira: It turns by itself.')
  })

  it('brings back what went in several goes, and not what a person took back shortly before', () => {
    const desk = DeskOnPaper.open()
    const messages = ['One', 'Two', 'Three', 'Four', 'My pin is 1234'].map((text) => desk.message({ text }))
    const [one, two, three, four, pin] = messages.map(({ number }) => number) as [
      number,
      number,
      number,
      number,
      number,
    ]
    desk.deliver(messages.map((message) => ({ kind: 'message', message })))
    const gone = (...numbers: number[]) =>
      desk.deliver([{ kind: 'messages-deleted', chatId, numbers, at: iso(desk.now) }])
    gone(pin)
    desk.now += 1000
    gone(four, three)
    desk.now += 1000
    desk.deliver([
      { kind: 'messages-deleted', chatId, numbers: [two], at: iso(desk.now) },
      { kind: 'topic-deleted', chatId, topicId, at: iso(desk.now) },
    ])
    desk.now += 1000
    gone(one)
    const text = recapOf(desk)
    expect(text).toContain('Mira: One\nMira: Two\nMira: Three\nMira: Four')
    expect(text).not.toContain('1234')
    const items = desk.items().filter((item) => item.kind === 'message' && item.side === 'customer')
    expect(items.map((item) => item.kind === 'message' && item.deletedWithTopic)).toEqual([
      ...[true, true, true, true],
      undefined,
    ])
    expect(desk.replayed()).toEqual(desk.state)
  })

  it('does not bring back what was picked from among others, even if the topic goes soon after', () => {
    const desk = DeskOnPaper.open()
    const messages = ['My pin is 1234', 'My address is here', 'Hello?'].map((text) => desk.message({ text }))
    desk.deliver(messages.map((message) => ({ kind: 'message', message })))
    const numbers = messages.slice(0, 2).map(({ number }) => number)
    desk.deliver([{ kind: 'messages-deleted', chatId, numbers, at: iso(desk.now) }])
    desk.now += 1000
    const text = recapOf(desk)
    expect(text).toContain('Mira: Hello?')
    expect(text).not.toMatch(/1234|address/)
  })

  it('has what a message says now, and nothing of one that was deleted', () => {
    const desk = DeskOnPaper.open()
    const message = desk.message({ text: 'My pin is 1234' })
    const other = desk.message({ text: 'And my address is here' })
    desk.deliver([
      { kind: 'message', message },
      { kind: 'message', message: other },
      { kind: 'message-edited', message: { ...message, text: 'My card' }, editedAt: iso(desk.now) },
      { kind: 'messages-deleted', chatId, numbers: [other.number], at: iso(desk.now) },
    ])
    desk.pass(1000)
    const recap = recapOf(desk)
    expect(recap).toContain('Mira: My card')
    expect(recap).not.toContain('1234')
    expect(recap).not.toContain('address')
  })
})
