import { afterEach, beforeEach, expect, test } from 'vitest'
import type { OutboxEntry } from '../../../src-main/core/outbox/entry'
import { albumPartIds } from '../../../src-main/core/outbox/outbox-id'
import { deskSide, reply } from './desk-side'
import { closeGround, type Ground, openGround } from './ground'
import { bluePng } from './pictures'

const files = {
  'plan.pdf': Buffer.from('%PDF-1.4 a plan'),
  'one.png': bluePng(1),
  'two.png': bluePng(2),
  'big.bin': Buffer.alloc(11 * 1024 * 1024, 7),
}
let dc: Ground['dc']
let desk: Ground['desk']
let mira: Ground['mira']
let topic: Ground['topic']
beforeEach(async () => {
  ;({ dc, desk, mira, topic } = await openGround({ files }))
})
afterEach(() => closeGround({ dc, desk }))

const send = (entry: OutboxEntry) => desk.telegram.send(entry)
const received = () => mira.received(topic)
const file = (path: keyof typeof files, mime: string) => ({
  id: path,
  path,
  name: path,
  mime,
  sizeBytes: files[path].length,
})
const task = (which: 'close' | 'reopen'): OutboxEntry => {
  const { id, seq, ticketId, conversationId, chatId, topicId, queuedAt, state } = reply(topic, '')
  return {
    id,
    seq,
    ticketId,
    conversationId,
    chatId,
    topicId,
    isMirror: false,
    queuedAt,
    state,
    kind: 'topic-task',
    task: which,
  }
}

test('a reply reaches the customer in its topic, and comes back as the desk’s own message with its id', async () => {
  const entry = reply(topic, 'We will look at it')
  const result = await send(entry)
  const [got] = received()
  expect(got).toMatchObject({ text: 'We will look at it', topicId: topic.id, from: 1001 })
  expect(result).toMatchObject({ kind: 'sent', number: got?.id })
  const echo = await desk.listener.until('the echo', () =>
    desk.listener.messages.find((message) => message.text === 'We will look at it'),
  )
  expect(echo).toMatchObject({ isOwn: true, randomId: entry.id, number: got?.id, topicId: topic.id })
})

test('formatting arrives as it was written, both ways', async () => {
  await send(
    reply(topic, 'bold link code 🚲 end', {
      entities: [
        { kind: 'bold', offset: 0, length: 4 },
        { kind: 'link', offset: 5, length: 4, url: 'https://fernline.example/help' },
        { kind: 'code', offset: 10, length: 4 },
        { kind: 'italic', offset: 18, length: 3 },
      ],
    }),
  )
  const echo = await desk.listener.until('the echo', () =>
    desk.listener.messages.find((message) => message.text.startsWith('bold')),
  )
  expect(echo.entities).toEqual([
    { kind: 'bold', offset: 0, length: 4 },
    { kind: 'link', offset: 5, length: 4, url: 'https://fernline.example/help' },
    { kind: 'code', offset: 10, length: 4 },
    { kind: 'italic', offset: 18, length: 3 },
  ])
  expect(received()[0]?.entities).toHaveLength(4)
})

test('an answer to one message is an answer to it, and stays in the topic', async () => {
  await send(reply(topic, 'about this one', { replyTo: topic.first.id }))
  expect(received()[0]).toMatchObject({ replyTo: topic.first.id, topicId: topic.id })
  const echo = await desk.listener.until('the echo', () =>
    desk.listener.messages.find((message) => message.text === 'about this one'),
  )
  expect(echo).toMatchObject({ replyTo: topic.first.id, topicId: topic.id })
})

test('when the answer is lost the reply is unanswered, and sending it again cannot double it', async () => {
  dc.switchboard.loseAnswer('messages.SendMessage')
  const entry = reply(topic, 'only once')
  expect(await send(entry)).toEqual({ kind: 'unanswered' })
  expect(await send(entry)).toMatchObject({ kind: 'sent', number: null })
  expect(received().map((message) => message.text)).toEqual(['only once'])
}, 40_000)

test('when the link breaks while sending, the message is sent once and the stream tells of it', async () => {
  dc.switchboard.loseAnswer('messages.SendMessage')
  const entry = reply(topic, 'through the storm')
  const sending = send(entry)
  await desk.listener.until('at Telegram', () => {
    dc.customers.byName('Lena').typing(topic)
    return received().length === 1
  })
  dc.switchboard.dropSockets()
  expect(await sending).toEqual({ kind: 'unanswered' })
  const echo = await desk.listener.until('told by the difference', () =>
    desk.listener.messages.find((message) => message.text === 'through the storm'),
  )
  expect(echo.isOwn).toBe(true)
  expect(await send(entry)).toMatchObject({ kind: 'sent' })
  expect(received()).toHaveLength(1)
})

test('after a crash between sending and the echo, the next start is told of the message once', async () => {
  const entry = reply(topic, 'sent, then gone')
  desk.listener.refuseNext(1_000_000)
  expect(await send(entry)).toMatchObject({ kind: 'sent' })
  await desk.telegram.stop()
  const { listener, secrets } = desk
  listener.refuseNext(0)
  desk = await deskSide(dc, { listener, secrets, groupId: '500001', files })
  const echo = await listener.until('the echo', () =>
    listener.messages.find((message) => message.text === 'sent, then gone'),
  )
  expect(echo).toMatchObject({ isOwn: true })
  expect(await desk.telegram.send(entry)).toMatchObject({ kind: 'sent' })
  expect(received()).toHaveLength(1)
  expect(listener.texts.filter((text) => text === 'sent, then gone')).toHaveLength(1)
})

test('a pause that Telegram asks for is told, and nothing more is tried in it', async () => {
  dc.switchboard.floodWait('messages.SendMessage', 2)
  const before = Date.now()
  const first = await send(reply(topic, 'later'))
  expect(first).toEqual({ kind: 'wait', until: expect.any(Number) })
  expect(first.kind === 'wait' && first.until).toBeGreaterThanOrEqual(before + 2_000)
  expect(desk.listener.links.at(-1)).toMatchObject({ kind: 'flood-wait' })
  const tried = dc.record.calls.count('messages.SendMessage')
  expect(await send(reply(topic, 'too soon'))).toMatchObject({ kind: 'wait' })
  expect(dc.record.calls.count('messages.SendMessage')).toBe(tried)
  await desk.listener.until('the pause is over', () => desk.listener.links.at(-1)?.kind !== 'flood-wait')
  expect(await send(reply(topic, 'now'))).toMatchObject({ kind: 'sent' })
})

test('slow mode is a pause like any other', async () => {
  dc.switchboard.failWith('messages.SendMessage', 420, 'SLOWMODE_WAIT_30')
  const result = await send(reply(topic, 'slowly'))
  expect(result.kind).toBe('wait')
})

test.each([
  ['CHAT_WRITE_FORBIDDEN', 403, /may not write in the group/],
  ['USER_BANNED_IN_CHANNEL', 400, /banned/],
  ['TOPIC_DELETED', 400, /topic was deleted/],
  ['CHANNEL_PRIVATE', 400, /no longer in the group/],
  ['SOMETHING_NEW', 400, /SOMETHING_NEW/],
])('%s is a refusal in plain words', async (name, code, words) => {
  dc.switchboard.failWith('messages.SendMessage', code, name)
  const result = await send(reply(topic, 'no'))
  expect(result).toMatchObject({ kind: 'refused', reason: expect.stringMatching(words) })
})

test('trouble at Telegram is no refusal: the same may be tried again', async () => {
  dc.switchboard.failWith('messages.SendMessage', 500, 'RPC_CALL_FAIL', 5)
  expect(await send(reply(topic, 'again'))).toEqual({ kind: 'unanswered' })
}, 20_000)

test('the desk closes and reopens a topic; doing it twice is no error', async () => {
  expect(await send(task('close'))).toMatchObject({ kind: 'sent' })
  expect(topic.topic.isClosed).toBe(true)
  expect(await send(task('close'))).toMatchObject({ kind: 'sent' })
  const closed = await desk.listener.until('the echo', () =>
    desk.listener.facts.find((fact) => fact.kind === 'topic-changed' && fact.closed === true),
  )
  expect(closed).toMatchObject({ topicId: topic.id, isOwn: true })
  expect(await send(task('reopen'))).toMatchObject({ kind: 'sent' })
  expect(topic.topic.isClosed).toBe(false)
})

test('a reply into a topic that is closed for this account is refused with what to do', async () => {
  dc.switchboard.failWith('messages.SendMessage', 400, 'TOPIC_CLOSED')
  expect(await send(reply(topic, 'hello'))).toEqual({
    kind: 'refused',
    reason: 'The topic is closed. Reopen the ticket, then send.',
  })
})

test('a document is sent with its name and type, and described in the result', async () => {
  const result = await send(reply(topic, 'the plan', { files: [file('plan.pdf', 'application/pdf')] }))
  expect(result).toMatchObject({
    kind: 'sent',
    media: [{ kind: 'document', name: 'plan.pdf', mime: 'application/pdf', sizeBytes: 15 }],
  })
  expect(received()[0]).toMatchObject({ text: 'the plan', media: expect.anything(), topicId: topic.id })
})

test('a picture is sent as a photo', async () => {
  const result = await send(reply(topic, '', { files: [file('one.png', 'image/png')] }))
  expect(result).toMatchObject({ kind: 'sent', media: [{ kind: 'photo' }] })
})

test('several files are one album whose parts have the ids that the desk expects', async () => {
  const entry = reply(topic, 'three of them', {
    files: [file('one.png', 'image/png'), file('two.png', 'image/png')],
  })
  const result = await send(entry)
  expect(result).toMatchObject({ kind: 'sent', media: [{ kind: 'photo' }, { kind: 'photo' }] })
  await desk.listener.until(
    'both parts',
    () => desk.listener.messages.filter((each) => each.isOwn).length === 2,
  )
  const parts = desk.listener.messages.filter((each) => each.isOwn)
  expect(parts.map((part) => part.randomId)).toEqual(albumPartIds(entry.id, 2))
  expect(new Set(parts.map((part) => part.albumId)).size).toBe(1)
  expect(parts.map((part) => part.text)).toEqual(['three of them', ''])
  expect(received()).toHaveLength(2)
})

test('a big file goes up in parts and comes down the same', async () => {
  const result = await send(reply(topic, '', { files: [file('big.bin', 'application/octet-stream')] }))
  if (result.kind !== 'sent' || !result.media[0]) throw new Error(JSON.stringify(result))
  const bytes = await desk.telegram.download(result.media[0], {
    chatId: '500001',
    number: result.number ?? 0,
  })
  expect(Buffer.compare(Buffer.from(bytes), files['big.bin'])).toBe(0)
}, 60_000)

test('while Telegram cannot be reached, a reply is unanswered', async () => {
  await dc.switchboard.goDown()
  expect(await send(reply(topic, 'into the void'))).toEqual({ kind: 'unanswered' })
}, 20_000)
