import { describe, expect, it } from 'vitest'
import { sendable } from '../../../../src-main/core/outbox/next-to-send'
import { QueueIndex } from '../../../../src-main/core/queue/queue-index'
import { toRow } from '../../../../src-main/core/ticket/ticket-row'
import { DeskOnPaper, kinds, minute, ticketId } from './desk-on-paper'

describe('the main job', () => {
  it('goes from a customer in a topic to an answered ticket', () => {
    const desk = DeskOnPaper.open()
    desk.topic('Card refused')
    expect(kinds(desk.hear())).toEqual(['ticket-created', 'message-received'])
    expect(desk.ticket()).toMatchObject({ status: 'new', title: 'Card refused', ball: 'ours', unread: 1 })

    desk.now += minute
    expect(kinds(desk.ask({ kind: 'claim-ticket', ticketId }))).toEqual(['ticket-assigned', 'status-changed'])

    desk.now += minute
    const outboxId = desk.reply()
    expect(sendable(desk.state, desk.now).map(({ id }) => id)).toEqual([outboxId])
    expect(desk.ticket().ball).toBe('ours')
    desk.send(outboxId)
    expect(desk.ticket()).toMatchObject({
      status: 'in_progress',
      ball: 'theirs',
      repliedAt: desk.now,
      messages: 2,
    })
    expect(desk.state.outbox.size).toBe(0)

    expect(desk.items().map(({ id, kind }) => [kind, id.slice(0, 2)])).toEqual([
      ['event', 'e:'],
      ['message', 'm:'],
      ['event', 'e:'],
      ['message', 'o:'],
    ])
    const index = new QueueIndex(desk.state)
    expect(index.page('mine', 0, 10, desk.now)).toEqual({
      ids: [ticketId],
      total: 1,
      groups: [{ group: 'theirs', count: 1 }],
    })
    expect(toRow(desk.state, desk.ticket())).toMatchObject({
      title: 'Card refused',
      last: { kind: 'reply', byMe: true },
    })
    expect(desk.replayed()).toEqual(desk.state)
  })
})
