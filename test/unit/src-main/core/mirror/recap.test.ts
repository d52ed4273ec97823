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
