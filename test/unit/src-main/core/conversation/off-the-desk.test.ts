import { describe, expect, it } from 'vitest'
import { noTopic, privateChat } from '../../../../../src-main/core/conversation/message'
import { anna, DeskOnPaper, helper, iso, kinds, mira, ravi } from '../desk-on-paper'
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
    const edited = { ...message, text: 'My private life' }
    expect(desk.deliver([{ kind: 'message-edited', message: edited, editedAt: iso(desk.now) }])).toEqual([])
    const numbers = [message.number]
    expect(
      desk.deliver([{ kind: 'messages-deleted', chatId: `${anna.id}.`, numbers, at: iso(desk.now) }]),
    ).toEqual([])
    expect(desk.deliver([{ kind: 'topic-read', ...inChat, upTo: message.number }])).toEqual([])
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
    expect(desk.deliver([{ kind: 'message-edited', message, editedAt: iso(desk.now) }])).toEqual([])
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
