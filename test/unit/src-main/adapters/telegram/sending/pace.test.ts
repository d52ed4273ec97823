import { expect, test } from 'vitest'
import { paced } from '../../../../../../src-main/adapters/telegram/sending/pace'
import type { OutboxEntry } from '../../../../../../src-main/core/outbox/entry'
import type { SendResult } from '../../../../../../src-main/core/ports'

const entry = (chatId: string): OutboxEntry => ({
  kind: 'topic-task',
  task: 'close',
  id: '1',
  seq: 1,
  ticketId: 't',
  conversationId: 'c',
  chatId,
  topicId: 2,
  isMirror: false,
  queuedAt: 0,
  state: { kind: 'queued' },
})
const reply = (chatId: string): Extract<OutboxEntry, { kind: 'reply' }> => {
  const { id, seq, ticketId, conversationId, topicId, isMirror, queuedAt, state } = entry(chatId)
  const place = { id, seq, ticketId, conversationId, chatId, topicId, isMirror, queuedAt, state }
  const words = { text: 'Hello', entities: [], files: [], media: [], replyTo: null }
  return { kind: 'reply', ...place, ...words, after: 'nothing' }
}
const sent: SendResult = { kind: 'sent', number: 1, sentAt: '2026-01-01T00:00:00.000Z', media: [] }

function pacing(isBot: boolean) {
  const time = {
    now: 1_000,
    span: 0,
    pass(ms: number) {
      time.now += ms
      time.span += ms
    },
  }
  const tried: string[] = []
  let next: SendResult = sent
  const send = paced(
    async ({ chatId }) => {
      tried.push(chatId)
      return next
    },
    { now: () => time.now, wakeAt: () => {} },
    isBot,
    () => time.span,
  )
  return { time, tried, send, answer: (result: SendResult) => (next = result) }
}

test('in a pause nothing is tried in that chat, and other chats go on', async () => {
  const { time, tried, send, answer } = pacing(false)
  answer({ kind: 'wait', until: 5_000 })
  await send(entry('a'))
  answer(sent)
  expect(await send(entry('a'))).toEqual({ kind: 'wait', until: 5_000 })
  expect(await send(entry('b'))).toEqual(sent)
  expect(tried).toEqual(['a', 'b'])
  time.pass(4_000)
  expect(await send(entry('a'))).toEqual(sent)
})

test('a bot sends twenty replies a minute to a group, and is told when the next may go', async () => {
  const { time, tried, send } = pacing(true)
  for (let count = 0; count < 20; count++) await send(reply('a'))
  expect(await send(reply('a'))).toEqual({ kind: 'wait', until: 61_000 })
  expect(tried).toHaveLength(20)
  time.pass(60_001)
  expect(await send(reply('a'))).toEqual(sent)
})

test('what the desk does in topics counts too, and leaves room for replies', async () => {
  const { tried, send } = pacing(true)
  for (let count = 0; count < 30; count++) await send(entry('a'))
  expect(tried).toHaveLength(17)
  expect(await send(reply('a'))).toEqual(sent)
})

test('an album counts as many messages as it has files', async () => {
  const { tried, send } = pacing(true)
  const file = { id: 'f', path: 'f', name: 'f', mime: 'image/png', sizeBytes: 1 }
  for (let count = 0; count < 9; count++) await send({ ...reply('a'), files: [file, file, file] })
  expect(tried).toHaveLength(7)
})

test('a bot writes to one person a few at once and then once a second or so', async () => {
  const { time, tried, send } = pacing(true)
  for (let count = 0; count < 8; count++) await send(reply('1100.2010'))
  expect(tried).toHaveLength(5)
  expect(await send(reply('1100.2010'))).toEqual({ kind: 'wait', until: 6_000 })
  expect(await send(reply('1100.2011'))).toEqual(sent)
  time.pass(5_000)
  expect(await send(reply('1100.2010'))).toEqual(sent)
})

test('a bot sends thirty a second in all', async () => {
  const { tried, send } = pacing(true)
  for (let count = 0; count < 40; count++) await send(reply(`1100.${count}`))
  expect(tried).toHaveLength(30)
})

test('a person is not counted', async () => {
  const { tried, send } = pacing(false)
  for (let count = 0; count < 40; count++) await send(entry('a'))
  expect(tried).toHaveLength(40)
})

test('a clock set back by a day does not make a pause longer, nor one set forth shorter', async () => {
  const day = 24 * 3_600_000
  for (const jump of [-day, day]) {
    const { time, tried, send, answer } = pacing(false)
    answer({ kind: 'wait', until: 5_000 })
    await send(entry('a'))
    answer(sent)
    time.now += jump
    time.pass(1_000)
    expect(await send(entry('a'))).toEqual({ kind: 'wait', until: time.now + 3_000 })
    time.pass(3_000)
    expect(await send(entry('a'))).toEqual(sent)
    expect(tried).toHaveLength(2)
  }
})

test('a bot that has sent its twenty waits a minute and no longer, however the clock is set', async () => {
  const { time, send } = pacing(true)
  for (let count = 0; count < 20; count++) await send(reply('a'))
  time.now -= 3_600_000
  expect(await send(reply('a'))).toEqual({ kind: 'wait', until: time.now + 60_000 })
  time.pass(60_000)
  expect(await send(reply('a'))).toEqual(sent)
})
