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

describe('a group that becomes another one at Telegram', () => {
  const to = '-100501'
  const migrate = (desk: DeskOnPaper) =>
    desk.deliver([{ kind: 'group-migrated', from: chatId, to, at: iso(desk.now) }])

  it('gets nothing by itself that may have arrived before: only a person sends that again', () => {
    const desk = DeskOnPaper.open()
    desk.hear()
    attempt(desk, desk.reply('First', { outboxId: '1' }))
    desk.reply('Second', { outboxId: '2' })
    expect(migrate(desk)).toMatchObject([
      {
        kind: 'reply-failed',
        outboxId: '1',
        uncertain: true,
        reason: expect.stringContaining('the old one'),
      },
      { kind: 'group-migrated' },
    ])
    expect(states(desk)).toMatchObject([
      { kind: 'failed', uncertain: true, isElsewhere: true },
      { kind: 'queued' },
    ])
    expect(desk.ticket().failedReplies).toBe(1)
    expect(desk.replayed()).toEqual(desk.state)
    desk.ask({ kind: 'retry-reply', ticketId, outboxId: '1' })
    expect(entriesInOrder(desk.state, ticketId)).toMatchObject([
      { chatId: to, state: { kind: 'attempted' } },
      {},
    ])
    expect(states(desk)[0]).not.toHaveProperty('isElsewhere')
  })

  it('leaves what was uncertain before to the old one, and counts it once', () => {
    const desk = DeskOnPaper.open()
    desk.hear()
    attempt(desk, desk.reply('First', { outboxId: '1' }))
    const lost = { kind: 'note-failure', outboxId: '1', reason: 'Perhaps sent.', uncertain: true } as const
    desk.ask(lost, theDesk)
    migrate(desk)
    expect(states(desk)).toMatchObject([
      { isElsewhere: true, reason: expect.stringContaining('the old one') },
    ])
    expect(desk.ticket().failedReplies).toBe(1)
    expect([...desk.state.evidence.values()]).toMatchObject([{ uncertain: 1 }])
  })

  it('takes back an edit of a message that stayed in the old one, and says so', () => {
    const desk = DeskOnPaper.open()
    desk.hear()
    const outboxId = desk.reply('Frist')
    desk.send(outboxId, { text: 'Frist' })
    desk.ask({ kind: 'edit-reply', ticketId, outboxId, text: 'First', entities: [] })
    expect(migrate(desk)).toMatchObject([{ kind: 'topic-task-failed', task: 'edit' }, {}, {}])
    expect(desk.state.outbox.size).toBe(0)
    expect(desk.items().find(({ id }) => id === `o:${outboxId}`)).toMatchObject({ text: 'Frist' })
  })

  it('takes no number of the old one for one of its own, if the answer comes only then', () => {
    const desk = DeskOnPaper.open()
    desk.hear()
    attempt(desk, desk.reply('First', { outboxId: '1' }))
    migrate(desk)
    const sent = { number: 4, sentAt: iso(desk.now), media: [] }
    desk.ask({ kind: 'note-sent', outboxId: '1', ...sent }, theDesk)
    expect(desk.state.outbox.size).toBe(0)
    desk.hear({ chatId: to, number: 4, text: 'Another message' })
    expect(desk.ticket().last?.text).toBe('Another message')
  })
})
