import { beforeEach, describe, expect, test } from 'vitest'
import { type IncomingMessage, noTopic, privateChat } from '../../../../../src-main/core/conversation/message'
import {
  compareGone,
  compareMessage,
  noteBeginning,
  type Ours,
} from '../../../../../src-main/core/evidence/compare'
import { Deletions } from '../../../../../src-main/core/evidence/deletions'
import {
  anna,
  chatId,
  DeskOnPaper,
  hour,
  iso,
  jonas,
  minute,
  nine,
  theDesk,
  ticketId,
} from '../desk-on-paper'
import { photo } from '../mirror/mirrored'

let desk: DeskOnPaper

beforeEach(() => {
  desk = DeskOnPaper.open()
  desk.topic()
  desk.hear({ text: 'Hello' })
})

const ours = (): Ours => ({
  state: desk.state,
  find: (chat, number) => desk.journal.find(chat, number),
  latest: (chat, number) => desk.journal.latest(chat, number),
  read: (conversation, options) => desk.journal.read(conversation, options),
  deletions: new Deletions((conversation, options) => desk.journal.read(conversation, options)),
})
function beginnings(): ReadonlyMap<string, number> {
  const began = new Map<string, number>()
  for (const ticket of desk.state.tickets.values()) noteBeginning(began, desk.state, ticket)
  return began
}
const began = () => beginnings().get(chatId) ?? 0
const fact = (more: Partial<IncomingMessage>) => ({ kind: 'message', message: desk.message(more) }) as const
const compare = (message: ReturnType<typeof fact>) => compareMessage(ours(), message, began(), desk.now)
const here = () => ({ place: 'Card refused', ticketId, code: desk.ticket().code })

describe('a message that Telegram has', () => {
  test('and the ticket has with the same words is no difference', () => {
    expect(compare(fact({ number: 101, text: 'Hello' }))).toBeNull()
  })

  test('with another file than the ticket has differs, and is mended by it', () => {
    const message = desk.message({ text: 'The gear', media: [photo('a')] })
    desk.deliver([{ kind: 'message', message }])
    expect(compare({ kind: 'message', message })).toBeNull()
    const other = { kind: 'message', message: { ...message, media: [photo('b')] } } as const
    const found = compare(other)
    expect(found?.difference).toMatchObject({ kind: 'edited', number: message.number })
    if (found) desk.deliver([found.repair])
    expect(compare(other)).toBeNull()
  })

  test('with the words of before, while an edit of it is on its way, is no difference', () => {
    const outboxId = desk.reply('We lok into it.')
    const number = desk.send(outboxId, { text: 'We lok into it.' })
    const own = fact({ number, senderId: anna.id, isOwn: true, text: 'We lok into it.' })
    desk.ask({ kind: 'edit-reply', ticketId, outboxId, text: 'We look into it.', entities: [] })
    expect(compare(own)).toBeNull()
    const [task] = desk.state.outbox.values()
    desk.ask({ kind: 'note-attempt', outboxId: task?.id ?? '' }, theDesk)
    const done = { outboxId: task?.id ?? '', number: null, sentAt: iso(desk.now), media: [] }
    desk.ask({ kind: 'note-sent', ...done }, theDesk)
    expect(compare(own)?.difference).toMatchObject({ kind: 'edited', number })
  })

  test('and the ticket has not is missing, named by place and ticket, and mended by taking it in', () => {
    desk.now += minute
    const lost = fact({ number: 105, text: 'Are you there?' })
    const found = compare(lost)
    expect(found).toEqual({
      difference: { kind: 'missing', ...here(), number: 105, at: desk.now },
      repair: lost,
    })
    desk.deliver([lost])
    expect(compare(lost)).toBeNull()
  })

  test('in a topic the desk never heard of is missing too', () => {
    desk.now += minute
    expect(compare(fact({ topicId: 9 }))?.difference).toMatchObject({
      ...{ kind: 'missing', place: 'Topic 9', ticketId: null, code: null },
    })
  })

  test('with other words was edited, and is mended with those', () => {
    const edited = fact({ number: 101, text: 'Hello there' })
    const found = compare(edited)
    expect(found).toEqual({
      difference: { kind: 'edited', ...here(), number: 101, at: nine },
      repair: { kind: 'message-edited', message: edited.message, editedAt: iso(desk.now) },
    })
    if (found) desk.deliver([found.repair])
    expect(compare(edited)).toBeNull()
  })

  test('of ours, with a link that Telegram found in it, is the same', () => {
    const number = desk.send(desk.reply('See fernline.example'), { text: 'See fernline.example' })
    const entities = [{ kind: 'url', offset: 4, length: 16 }] as const
    const mine = { number, senderId: anna.id, isOwn: true }
    expect(compare(fact({ ...mine, text: 'See fernline.example', entities }))).toBeNull()
    expect(compare(fact({ ...mine, text: 'See another.example' }))?.difference.kind).toBe('edited')
  })

  test.each([
    ['in General', { topicId: 1 }],
    ['from before the desk began to read the group', { sentAt: iso(nine - hour) }],
  ])('%s is no ticket’s', (_, more) => {
    expect(compare(fact(more))).toBeNull()
  })

  test('of a private chat that was taken off the desk is nobody’s to read', () => {
    desk.ask({ kind: 'open-chat', accountId: anna.id, person: jonas })
    const chat = { chatId: privateChat(anna.id, jonas.id), topicId: noTopic, senderId: jonas.id }
    expect(compare(fact(chat))?.difference).toMatchObject({ kind: 'missing', place: 'Jonas' })
    desk.ask({ kind: 'leave-chat', accountId: anna.id, personId: jonas.id })
    expect(compare(fact(chat))).toBeNull()
  })

  test('said before a chat came to the desk is none that is missing', () => {
    expect(compareMessage(ours(), { ...fact({}), isContext: true }, 0, desk.now)).toBeNull()
  })
})

describe('a number at which Telegram has nothing', () => {
  const gone = (number: number) => compareGone(ours(), chatId, number, desk.now)

  test('and the desk neither is no difference', () => {
    expect(gone(999)).toBeNull()
  })

  test('at which the ticket has a message: it was deleted, and is shown so', () => {
    const found = gone(101)
    expect(found?.difference).toEqual({ kind: 'deleted', ...here(), number: 101, at: nine })
    if (found) desk.deliver([found.repair])
    expect(gone(101)).toBeNull()
  })

  test('at which the ticket has a reply of ours: the customer does not have it', () => {
    const number = desk.send(desk.reply())
    expect(gone(number)?.difference).toMatchObject({ kind: 'unknown-to-telegram', number })
  })

  test('that was deleted long ago is known from the journal', () => {
    const at = iso(desk.now)
    desk.deliver([{ kind: 'messages-deleted', chatId, numbers: [101], at }])
    for (let count = 0; count < 300; count++) desk.hear({ text: `More ${count}` })
    const { state } = desk
    const conversation = state.conversations.get(ticketId)
    if (!conversation) throw new Error('no conversation')
    const conversations = state.conversations.set(ticketId, { ...conversation, deletedNumbers: [] })
    expect(compareGone({ ...ours(), state: { ...state, conversations } }, chatId, 101, desk.now)).toBeNull()
  })
})

test('a chat began with its first ticket', () => {
  desk.now += hour
  desk.topic('Another', 8)
  desk.hear({ topicId: 8 })
  expect([...beginnings()]).toEqual([[chatId, nine]])
})

test('mending what is mended already changes nothing', () => {
  desk.now += minute
  const lost = fact({ number: 105 })
  desk.deliver([lost])
  const { seq } = desk.state
  desk.ask(
    { kind: 'receive-delivery', delivery: { facts: [lost], people: [], accountId: anna.id, marks: {} } },
    theDesk,
  )
  // Only its count as told again.
  expect(desk.state.seq).toBe(seq + 1)
})
