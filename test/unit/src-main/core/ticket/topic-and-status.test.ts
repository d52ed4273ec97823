import { describe, expect, it } from 'vitest'
import { sendable } from '../../../../../src-main/core/outbox/next-to-send'
import { anna, DeskOnPaper, day, hour, kinds, minute, mira, ravi, theDesk, ticketId } from '../desk-on-paper'

function deskWithTicket(): DeskOnPaper {
  const desk = DeskOnPaper.open()
  desk.topic()
  desk.hear()
  return desk
}
const to = (status: 'open' | 'closed' | 'resolved' | 'in_progress') =>
  ({ kind: 'change-status', ticketId, to: status, reason: null, until: null }) as const
const done = (desk: DeskOnPaper) => {
  const [task] = sendable(desk.state, desk.now)
  if (!task) throw new Error('nothing to send')
  const sentAt = new Date(desk.now).toISOString()
  return desk.ask({ kind: 'note-sent', outboxId: task.id, number: null, sentAt, media: [] }, theDesk)
}

describe('a ticket and its topic', () => {
  it('closing the topic in Telegram resolves the ticket, at the time it was closed', () => {
    const desk = deskWithTicket()
    desk.now += 2 * hour
    const closedAt = new Date(desk.now - hour).toISOString()
    const events = desk.deliver([
      {
        kind: 'topic-changed',
        chatId: '-100500',
        topicId: 7,
        number: 900,
        closed: true,
        by: ravi.id,
        isOwn: false,
        at: closedAt,
      },
    ])
    expect(kinds(events)).toEqual(['topic-closed', 'status-changed'])
    expect(desk.ticket()).toMatchObject({ status: 'resolved', ball: 'nobody', resolvedAt: desk.now - hour })
    expect(desk.state.outbox.size).toBe(0)
  })

  it('reopening the topic in Telegram opens a resolved ticket again', () => {
    const desk = deskWithTicket()
    desk.topicChanged(true)
    desk.topicChanged(false)
    expect(desk.ticket()).toMatchObject({ status: 'open', ball: 'ours', resolvedAt: null })
  })

  it('closing the ticket closes the topic once, and its echo resolves nothing', () => {
    const desk = deskWithTicket()
    expect(kinds(desk.ask(to('closed')))).toEqual(['status-changed', 'topic-task-queued'])
    expect(kinds(desk.topicChanged(true, anna))).toEqual(['topic-closed'])
    expect(kinds(done(desk))).toEqual(['topic-task-done'])
    expect(desk.ticket().status).toBe('closed')
    expect(desk.state.conversations.get(ticketId)).toMatchObject({ state: 'closed', awaitedEchoes: [] })
  })

  it('an echo that comes late, after the topic was reopened again, changes nothing back', () => {
    const desk = deskWithTicket()
    desk.ask(to('closed'))
    done(desk)
    expect(kinds(desk.ask(to('open')))).toEqual(['status-changed', 'topic-task-queued'])
    done(desk)
    expect(kinds(desk.topicChanged(true, anna))).toEqual(['topic-closed'])
    expect(kinds(desk.topicChanged(false, anna))).toEqual(['topic-reopened'])
    expect(desk.ticket().status).toBe('open')
    expect(desk.state.conversations.get(ticketId)).toMatchObject({ state: 'open', awaitedEchoes: [] })
    expect(desk.state.outbox.size).toBe(0)
  })

  it('a topic closed by hand from the same account resolves the ticket like any other', () => {
    const desk = deskWithTicket()
    desk.topicChanged(true, anna)
    expect(desk.ticket().status).toBe('resolved')
  })

  it('resolving leaves the topic open, so that the customer can still write', () => {
    const desk = deskWithTicket()
    expect(kinds(desk.ask(to('resolved')))).toEqual(['status-changed'])
  })

  it('reopening a ticket whose topic was closed opens the topic as well', () => {
    const desk = deskWithTicket()
    desk.topicChanged(true)
    expect(kinds(desk.ask(to('in_progress')))).toEqual(['status-changed', 'topic-task-queued'])
    expect([...desk.state.outbox.values()]).toMatchObject([{ kind: 'topic-task', task: 'reopen' }])
  })

  it('a topic task that Telegram refuses is gone and said, and holds nothing back', () => {
    const desk = deskWithTicket()
    desk.ask(to('closed'))
    const [task] = sendable(desk.state, desk.now)
    desk.ask(
      {
        kind: 'note-failure',
        outboxId: task?.id ?? '',
        reason: 'This account may not close topics.',
        uncertain: false,
      },
      theDesk,
    )
    expect(desk.state.outbox.size).toBe(0)
    expect(desk.items().at(-1)).toMatchObject({
      text: 'Telegram did not change the topic: This account may not close topics.',
    })
  })

  it('a deleted topic leaves the ticket as it is, and nothing can be sent there', () => {
    const desk = deskWithTicket()
    const at = new Date(desk.now).toISOString()
    const fact = { kind: 'topic-deleted', chatId: '-100500', topicId: 7, at } as const
    expect(kinds(desk.deliver([fact]))).toEqual(['topic-deleted'])
    expect(desk.deliver([fact])).toEqual([])
    expect(desk.ticket().status).toBe('new')
    expect(() => desk.reply()).toThrow('The topic was deleted in Telegram. Make it anew to reply.')
    expect(kinds(desk.ask(to('closed')))).toEqual(['status-changed'])
  })

  it('a renamed topic renames the ticket that still has its name, not one that was given another', () => {
    const desk = deskWithTicket()
    const rename = (title: string) => {
      const at = new Date(desk.now).toISOString()
      const more = { number: ++desk.number, by: mira.id, isOwn: false, at }
      return desk.deliver([{ kind: 'topic-changed', chatId: '-100500', topicId: 7, title, ...more }])
    }
    rename('Card refused again')
    expect(desk.ticket().title).toBe('Card refused again')
    expect(rename('Card refused again')).toEqual([])
    desk.ask({ kind: 'rename-ticket', ticketId, title: 'Mine' })
    rename('Third')
    expect(desk.ticket().title).toBe('Mine')
  })

  it('closing stamps when and by whom; reopening keeps the stamp as history', () => {
    const desk = deskWithTicket()
    desk.ask(to('closed'))
    const closedAt = desk.now
    expect(desk.ticket()).toMatchObject({ closedAt, closedBy: { kind: 'agent', id: anna.id } })
    desk.now += minute
    desk.ask(to('open'))
    expect(desk.ticket()).toMatchObject({ status: 'open', closedAt })
  })

  it('a resolved ticket closes by itself after quiet, at its true time, and its topic with it', () => {
    const desk = deskWithTicket()
    desk.ask(to('resolved'))
    const resolvedAt = desk.now
    expect(desk.pass(4 * day)).toEqual([])
    expect(kinds(desk.pass(3 * day))).toEqual(['status-changed', 'topic-task-queued'])
    expect(desk.ticket()).toMatchObject({ status: 'closed', closedAt: resolvedAt + 5 * day })
  })

  it('nothing else closes by itself', () => {
    const desk = deskWithTicket()
    desk.send(desk.reply('Which card?', { after: 'wait' }))
    expect(desk.ticket().status).toBe('pending_customer')
    expect(desk.pass(300 * day).filter(({ kind }) => kind === 'status-changed')).toEqual([])
  })
})

describe('a hold', () => {
  const hold = (reason: string | null, until: number | null = null) =>
    ({ kind: 'change-status', ticketId, to: 'on_hold', reason, until }) as const

  it('needs a reason while the first reply is owed', () => {
    const desk = deskWithTicket()
    expect(desk.refusal(hold(null))).toMatchObject({ code: 'invalid-input', more: { field: 'reason' } })
    expect(desk.refusal(hold('  ')).more.field).toBe('reason')
    desk.ask(hold('the bank'))
    expect(desk.ticket()).toMatchObject({ status: 'on_hold', holdReason: 'the bank' })
  })

  it('needs none later', () => {
    const desk = deskWithTicket()
    desk.send(desk.reply())
    desk.ask(hold(null))
    expect(desk.ticket().status).toBe('on_hold')
  })

  it('does not end in the past', () => {
    const desk = deskWithTicket()
    expect(desk.refusal(hold('the bank', desk.now)).more.field).toBe('until')
  })

  it('ends by itself at its time, however late that is noticed, and is our turn', () => {
    const desk = deskWithTicket()
    desk.send(desk.reply())
    const until = desk.now + hour
    desk.ask(hold('the bank', until))
    expect(desk.pass(minute)).toEqual([])
    expect(kinds(desk.pass(5 * hour))).toContain('status-changed')
    expect(desk.ticket()).toMatchObject({
      status: 'in_progress',
      statusSince: until,
      ball: 'ours',
      ballSince: until,
    })
    expect(desk.ticket().holdUntil).toBeNull()
  })

  it('can be given another end', () => {
    const desk = deskWithTicket()
    desk.ask(hold('the bank', desk.now + hour))
    expect(kinds(desk.ask(hold('the bank', desk.now + 2 * hour)))).toEqual(['status-changed'])
    expect(desk.ask(hold('the bank', desk.now + 2 * hour))).toEqual([])
  })
})
