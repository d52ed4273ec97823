import { describe, expect, it } from 'vitest'
import { entriesInOrder } from '../../../../../src-main/core/outbox/entries'
import { chatId, DeskOnPaper, fernline, iso, theDesk, ticketId, topicId } from '../desk-on-paper'
import { fern } from '../telegram-on-paper'

const states = (desk: DeskOnPaper) => entriesInOrder(desk.state, ticketId).map(({ state }) => state)
const attempt = (desk: DeskOnPaper, outboxId: string) => desk.ask({ kind: 'note-attempt', outboxId }, theDesk)

describe('a group of customers that is left', () => {
  it('leaves no reply waiting in silence: each says that it was not sent, or perhaps', () => {
    const desk = DeskOnPaper.open()
    desk.hear()
    attempt(desk, desk.reply('First'))
    const second = desk.reply('Second')
    desk.ask({ kind: 'leave-group', groupId: chatId })
    expect(states(desk)).toMatchObject([
      { kind: 'failed', uncertain: true },
      { kind: 'failed', uncertain: false },
    ])
    expect(desk.ticket().failedReplies).toBe(2)
    expect(desk.refusal({ kind: 'retry-reply', ticketId, outboxId: second })).toMatchObject({
      code: 'not-allowed',
    })
    expect(() => desk.reply('Third')).toThrow('This group is not followed any more.')
    desk.ask({ kind: 'follow-group', group: fernline })
    desk.ask({ kind: 'retry-reply', ticketId, outboxId: second })
    expect(states(desk)).toMatchObject([{ kind: 'failed' }, { kind: 'queued' }])
  })

  it('is not written to by what a ticket does to its topic, nor is a topic made in it', () => {
    const desk = DeskOnPaper.open()
    desk.hear()
    desk.deliver([{ kind: 'topic-deleted', chatId, topicId, at: iso(desk.now) }])
    desk.ask({ kind: 'recreate-topic', ticketId })
    desk.ask({ kind: 'leave-group', groupId: chatId })
    expect(desk.state.outbox.size).toBe(0)
    expect(desk.refusal({ kind: 'recreate-topic', ticketId })).toMatchObject({ code: 'not-allowed' })
    desk.ask({ kind: 'change-status', ticketId, to: 'resolved', reason: null, until: null })
    expect(desk.state.outbox.size).toBe(0)
  })
})

describe('a group of customers that another account reads now', () => {
  it('gets nothing twice: what the first account may have sent is a question to the agent', () => {
    const desk = DeskOnPaper.open()
    desk.ask({ kind: 'sign-in', account: fern })
    desk.hear()
    attempt(desk, desk.reply('First'))
    desk.reply('Second')
    desk.ask({ kind: 'follow-group', group: { ...fernline, accountId: fern.id } })
    expect(states(desk)).toMatchObject([{ kind: 'failed', uncertain: true }, { kind: 'queued' }])
  })
})
