import { beforeAll, expect, test } from 'vitest'
import { loadLibrary, long, tl } from '../../../../../../src-main/adapters/telegram/library'
import { factOfEdit, factOfNew } from '../../../../../../src-main/adapters/telegram/translate/translate'

beforeAll(loadLibrary)
const reader = { selfId: '7', randomIdOf: (number: number) => (number === 12 ? '99' : null) }
const message = (more: object) =>
  new tl.Message({
    id: 12,
    peerId: new tl.PeerChannel({ channelId: long(5) }),
    fromId: new tl.PeerUser({ userId: long(8) }),
    date: 1_700_000_000,
    message: 'hello',
    ...more,
  })
const heard = (more: object) => {
  const fact = factOfNew(message(more), reader)
  return fact?.kind === 'message' ? fact.message : null
}
const header = (more: object) => ({ replyTo: new tl.MessageReplyHeader(more) })

test('a message without a topic is in General', () => {
  expect(heard({})).toMatchObject({ topicId: 1, replyTo: null, chatId: '5', senderId: '8', isOwn: false })
})

test('a message in a topic answers nothing by being there', () => {
  expect(heard(header({ forumTopic: true, replyToMsgId: 4 }))).toMatchObject({ topicId: 4, replyTo: null })
})

test('an answer in a topic names both the topic and the message', () => {
  const given = header({ forumTopic: true, replyToMsgId: 9, replyToTopId: 4 })
  expect(heard(given)).toMatchObject({ topicId: 4, replyTo: 9 })
})

test('an answer in General is an answer, not a topic', () => {
  expect(heard(header({ replyToMsgId: 9 }))).toMatchObject({ topicId: 1, replyTo: 9 })
})

test('an answer to a message of another chat is no answer here', () => {
  const elsewhere = { replyToMsgId: 9, replyToPeerId: new tl.PeerChannel({ channelId: long(6) }) }
  expect(heard(header(elsewhere))?.replyTo).toBeNull()
})

test('an own message carries the id it was sent with, a stranger’s never', () => {
  expect(heard({ fromId: new tl.PeerUser({ userId: long(7) }) })).toMatchObject({
    isOwn: true,
    randomId: '99',
  })
  expect(heard({})).toMatchObject({ isOwn: false, randomId: null })
})

test('who writes as the group itself is the group', () => {
  expect(heard({ fromId: undefined })?.senderId).toBe('group:5')
})

test('a private message is in the chat of the account and the person, and in no topic', () => {
  const withEight = { peerId: new tl.PeerUser({ userId: long(8) }), fromId: undefined }
  const place = { chatId: '7.8', topicId: 0 }
  expect(heard(withEight)).toMatchObject({ ...place, senderId: '8', isOwn: false })
  expect(heard({ ...withEight, out: true })).toMatchObject({ ...place, senderId: '7', isOwn: true })
  expect(heard({ ...withEight, ...header({ replyToMsgId: 3 }) })).toMatchObject({ ...place, replyTo: 3 })
})

test('what an account writes to itself, and basic groups, are nothing to the desk', () => {
  expect(heard({ peerId: new tl.PeerUser({ userId: long(7) }) })).toBeNull()
  expect(factOfEdit(message({ peerId: new tl.PeerChat({ chatId: long(8) }) }), reader)).toBeNull()
})

test('a link preview is no file', () => {
  const preview = new tl.MessageMediaWebPage({ webpage: new tl.WebPageEmpty({ id: long(1) }) })
  expect(heard({ media: preview })?.media).toEqual([])
})

const attributes = {
  voice: () => new tl.DocumentAttributeAudio({ voice: true, duration: 3 }),
  video: () => new tl.DocumentAttributeVideo({ duration: 3, w: 10, h: 20 }),
  sticker: () => new tl.DocumentAttributeSticker({ alt: ':)', stickerset: new tl.InputStickerSetEmpty() }),
}
test.each(['voice', 'video', 'sticker'] as const)('a %s is told as one', (kind) => {
  const document = new tl.Document({
    id: long(3),
    accessHash: long(4),
    fileReference: Buffer.from('r'),
    date: 1,
    mimeType: 'application/x',
    size: long(10),
    dcId: 2,
    attributes: [attributes[kind]()],
  })
  const media = new tl.MessageMediaDocument({ document })
  expect(heard({ media })?.media).toMatchObject([{ kind, sizeBytes: 10 }])
})
