import { describe, expect, it } from 'vitest'
import { noTopic, privateChat } from '../../../../../src-main/core/conversation/message'
import { sendable } from '../../../../../src-main/core/outbox/next-to-send'
import { toView } from '../../../../../src-main/core/ticket/ticket-view'
import { anna, DeskOnPaper, helper, iso, kinds, mira, ravi, theDesk } from '../desk-on-paper'
import { mirrored, waiting } from '../mirror/mirrored'
import { fern, staff } from '../telegram-on-paper'

const chat = privateChat(anna.id, mira.id)
const inChat = { chatId: chat, topicId: noTopic }

describe('a private chat that was taken off the desk', () => {
  function left() {
    const desk = DeskOnPaper.open()
    desk.ask({ kind: 'open-chat', accountId: anna.id, person: mira })
    const message = desk.message({ ...inChat, text: 'Hello' })
    desk.deliver([{ kind: 'message', message }])
    desk.ask({ kind: 'leave-chat', accountId: anna.id, personId: mira.id })
    return { desk, message }
  }

  it('tells nothing more: neither what is changed in it, nor what is deleted, nor what was read (R169)', () => {
    const { desk, message } = left()
    expect(toView(desk.state, desk.ticket(`${chat}:${noTopic}`)).isFollowed).toBe(false)
    const edited = { ...message, text: 'My private life' }
    expect(desk.deliver([{ kind: 'message-edited', message: edited, editedAt: iso(desk.now) }])).toEqual([])
    const numbers = [message.number]
    expect(
      desk.deliver([{ kind: 'messages-deleted', chatId: `${anna.id}.`, numbers, at: iso(desk.now) }]),
    ).toEqual([])
    expect(desk.deliver([{ kind: 'topic-read', ...inChat, upTo: message.number }])).toEqual([])
  })
})

describe('a private chat with replies still to send', () => {
  const id = `${chat}:${noTopic}`
  const acknowledging = { intake: { acknowledge: { topic: false, bot: false, privateChat: true } } }

  function waiting() {
    const desk = DeskOnPaper.open()
    desk.ask({ kind: 'open-chat', accountId: anna.id, person: mira })
    desk.deliver([{ kind: 'message', message: desk.message({ ...inChat, text: 'Hello' }) }])
    const first = desk.reply('First', { ticketId: id })
    const second = desk.reply('Second', { ticketId: id })
    desk.ask({ kind: 'note-attempt', outboxId: first }, theDesk)
    return { desk, first, second }
  }

  it('sends none of them once it is off the desk; each says so, and goes once the chat is back', () => {
    const { desk, first, second } = waiting()
    desk.ask({ kind: 'leave-chat', accountId: anna.id, personId: mira.id })
    expect(sendable(desk.state, desk.now)).toEqual([])
    const shown = desk.itemsOf(id).flatMap((item) => (item.kind === 'message' ? [item.delivery] : []))
    expect(shown.slice(-2)).toEqual([
      { kind: 'uncertain', reason: 'Perhaps sent. Check in Telegram.' },
      { kind: 'failed', reason: 'Not sent: this chat was taken off the desk.' },
    ])
    expect(desk.ticket(id).failedReplies).toBe(2)
    expect(desk.refusal({ kind: 'retry-reply', ticketId: id, outboxId: second })).toMatchObject({
      message: 'This chat is off the desk. Put it back to reply.',
    })
    desk.ask({ kind: 'note-sent', outboxId: first, number: 300, sentAt: iso(desk.now), media: [] }, theDesk)
    desk.ask({ kind: 'open-chat', accountId: anna.id, person: mira })
    desk.ask({ kind: 'retry-reply', ticketId: id, outboxId: second })
    expect(sendable(desk.state, desk.now).map((entry) => entry.id)).toEqual([second])
    expect(desk.replayed()).toEqual(desk.state)
  })

  it('leaves unsaid what the desk would have said by itself', () => {
    const desk = DeskOnPaper.open()
    desk.ask({ kind: 'change-settings', patch: { chatRule: 'strangers', ...acknowledging } })
    desk.deliver([{ kind: 'message', message: desk.message({ ...inChat, text: 'Hello' }) }], [mira])
    expect(desk.state.outbox.size).toBe(1)
    desk.ask({ kind: 'leave-chat', accountId: anna.id, personId: mira.id })
    expect(desk.state.outbox.size).toBe(0)
    expect(desk.ticket(id).failedReplies).toBe(0)
  })
})

describe('the rule that takes strangers', () => {
  it('takes no colleague, no bot and no account of this desk', () => {
    const desk = DeskOnPaper.open()
    desk.ask({ kind: 'change-settings', patch: { chatRule: 'strangers' } })
    for (const { id } of [ravi, helper])
      expect(desk.hear({ chatId: privateChat(anna.id, id), topicId: noTopic, senderId: id })).toEqual([])
    expect(desk.state.chats).toEqual([])
  })
})

describe('the chat of a bot', () => {
  it('cannot be taken off the desk: its customers would write in vain', () => {
    const desk = mirrored()
    expect(desk.refusal({ kind: 'leave-chat', accountId: fern.id, personId: mira.id })).toMatchObject({
      code: 'not-allowed',
    })
  })

  it('with a colleague in it is a customer’s like any other: what they change is changed in the copy', () => {
    const desk = mirrored()
    const own = { chatId: privateChat(fern.id, ravi.id), topicId: noTopic, senderId: ravi.id }
    const message = desk.message({ ...own, text: 'A tset' })
    desk.deliver([{ kind: 'message', message }])
    desk.drain()
    const edited = { ...message, text: 'A test' }
    const events = desk.deliver([{ kind: 'message-edited', message: edited, editedAt: iso(desk.now) }])
    expect(kinds(events)).toEqual(['message-edited', 'topic-task-queued'])
    expect(desk.journal.recorded.at(-2)?.by).toEqual({ kind: 'customer', id: ravi.id })
  })
})

describe('a staff group that was left and is followed again', () => {
  it('changes and deletes nothing at the customer by its old messages', () => {
    const desk = mirrored()
    const told = desk.inStaffGroup({ text: 'On its wy' })
    desk.deliver([{ kind: 'message', message: told }])
    desk.drain()
    desk.ask({ kind: 'leave-group', groupId: staff.id })
    desk.ask({ kind: 'follow-group', group: staff })
    const message = { ...told, text: 'On its way' }
    const events = desk.deliver([{ kind: 'message-edited', message, editedAt: iso(desk.now) }])
    expect(kinds(events), 'told in the old topic').toEqual(['topic-task-queued'])
    expect([...desk.state.outbox.values()].map(({ chatId }) => chatId)).toEqual([staff.id])
    const numbers = [told.number]
    expect(
      desk.deliver([{ kind: 'messages-deleted', chatId: staff.id, numbers, at: iso(desk.now) }]),
    ).toEqual([])
  })

  it('is not followed as a group of customers, nor by another account, while chats are copied into it', () => {
    const desk = mirrored()
    const asPublic = { ...staff, role: 'public', accountId: anna.id } as const
    expect(desk.refusal({ kind: 'follow-group', group: asPublic })).toMatchObject({ code: 'not-allowed' })
    const oak = { id: '98', name: 'Oak', username: 'oak_bot', kind: 'bot' } as const
    desk.ask({ kind: 'sign-in', account: oak })
    const byOak = { ...staff, accountId: oak.id }
    expect(desk.refusal({ kind: 'follow-group', group: byOak })).toMatchObject({ code: 'not-allowed' })
    desk.says({ text: 'And my number is 1234' })
    expect(waiting(desk).every(({ chatId }) => chatId === staff.id)).toBe(true)
  })
})
