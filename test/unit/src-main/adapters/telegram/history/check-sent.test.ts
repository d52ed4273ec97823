import type { Api } from 'telegram'
import { expect, test } from 'vitest'
import { checkSent } from '../../../../../../src-main/adapters/telegram/history/check-sent'
import { loadLibrary, long, tl } from '../../../../../../src-main/adapters/telegram/library'
import type { Ask } from '../../../../../../src-main/adapters/telegram/link/ask'
import { noTopic } from '../../../../../../src-main/core/conversation/message'
import type { OutboxEntry } from '../../../../../../src-main/core/outbox/entry'

await loadLibrary()
const triedAt = 1_800_000_000_000
const file = { id: 'a', path: 'a', name: 'a.jpg', mime: 'image/jpeg', sizeBytes: 9 }

const entry = (text: string, files = 0): OutboxEntry => ({
  ...{ kind: 'reply', id: '1', seq: 1, ticketId: 't', conversationId: 'c', chatId: '7.8', topicId: noTopic },
  ...{ isMirror: false, queuedAt: triedAt, state: { kind: 'queued' }, text, entities: [], media: [] },
  ...{ files: Array.from({ length: files }, () => file), replyTo: null, after: 'nothing' },
})

function photo(): Api.MessageMediaPhoto {
  const id = long('5')
  const picture = { id, accessHash: id, fileReference: Buffer.alloc(1), date: 0, sizes: [], dcId: 1 }
  return new tl.MessageMediaPhoto({ photo: new tl.Photo(picture) })
}

function message(id: number, more: Partial<ConstructorParameters<typeof tl.Message>[0]> = {}): Api.Message {
  const peerId = new tl.PeerUser({ userId: long('8') })
  return new tl.Message({ id, peerId, out: true, date: triedAt / 1000, message: 'Here', ...more })
}

function check(sent: OutboxEntry, messages: readonly Api.Message[], known: readonly number[] = []) {
  const answer = new tl.messages.Messages({ messages: [...messages], topics: [], users: [], chats: [] })
  const ask = (async () => answer) as unknown as Ask
  const peer = new tl.InputPeerUser({ userId: long('8'), accessHash: long('1') })
  return checkSent(sent, { ask, isBot: false, peer, newest: () => 0, isKnown: (one) => known.includes(one) })
}

test('an own message with the same words, sent since, is it', async () => {
  expect(await check(entry('Here '), [message(3)])).toMatchObject({ kind: 'sent', number: 3 })
})

test.each([
  ['of other words', message(3, { message: 'There' })],
  ['of the customer', message(3, { out: false })],
  ['from before', message(3, { date: triedAt / 1000 - 121 })],
  ['with a picture', message(3, { media: photo() })],
])('one %s is not', async (_, there) => {
  expect(await check(entry('Here'), [there])).toBeNull()
})

test('one that the desk has as something else is not', async () => {
  expect(await check(entry('Here'), [message(3), message(4)], [3])).toMatchObject({ number: 4 })
})

test('a picture is not taken for words alone, nor one for a whole album', async () => {
  const alone = message(4, { media: photo() })
  const inAlbum = message(5, { media: photo(), groupedId: long('9') })
  const there = [message(3), alone, inAlbum]
  expect(await check(entry('Here', 1), there)).toMatchObject({ number: 4 })
  expect(await check(entry('Here', 2), there)).toMatchObject({ number: 5 })
})

test('one of another chat is not, of which a bot is given every message by its number', async () => {
  const elsewhere = message(3, { peerId: new tl.PeerUser({ userId: long('9') }) })
  expect(await check(entry('Here'), [elsewhere, message(4)])).toMatchObject({ number: 4 })
})

test('nor one of another topic', async () => {
  const inTopic = (id: number, topic: number) =>
    message(id, {
      peerId: new tl.PeerChannel({ channelId: long('5') }),
      replyTo: new tl.MessageReplyHeader({ forumTopic: true, replyToMsgId: topic }),
    })
  const messages = [inTopic(30, 12), inTopic(31, 14)]
  const answer = new tl.messages.Messages({ messages, topics: [], users: [], chats: [] })
  const found = await checkSent(
    { ...entry('Here'), chatId: '5', topicId: 14 },
    {
      ...{ ask: (async () => answer) as unknown as Ask, isBot: true, newest: () => 31, isKnown: () => false },
      peer: new tl.InputPeerChannel({ channelId: long('5'), accessHash: long('1') }),
    },
  )
  expect(found).toMatchObject({ kind: 'sent', number: 31 })
})
