import type { Api } from 'telegram'
import { beforeAll, expect, test, vi } from 'vitest'
import { loadLibrary, long, tl } from '../../../../../../src-main/adapters/telegram/library'
import type { Ask } from '../../../../../../src-main/adapters/telegram/link/ask'
import type { UpdateStream } from '../../../../../../src-main/adapters/telegram/updates/update-stream'
import { date, streamAt10 } from './forgetful-stream'

beforeAll(loadLibrary)

const users = () => [new tl.User({ id: long(8), accessHash: long(5), firstName: 'Mira' })]

function words(id: number, message: string) {
  const mira = new tl.PeerUser({ userId: long(8) })
  return new tl.Message({ id, peerId: mira, fromId: mira, date, message })
}
const pushed = (update: Api.TypeUpdate) =>
  new tl.Updates({ updates: [update], users: users(), chats: [], date, seq: 0 })
const written = (pts: number, id: number) =>
  pushed(new tl.UpdateNewMessage({ message: words(id, `number ${id}`), pts, ptsCount: 1 }))
const edited = (pts: number, id: number, text: string) =>
  pushed(new tl.UpdateEditMessage({ message: words(id, text), pts, ptsCount: 1 }))
const deleted = (pts: number, id: number) =>
  pushed(new tl.UpdateDeleteMessages({ messages: [id], pts, ptsCount: 1 }))

/**
 * A personal account with Mira's chat on its desk, read up to pts 10 and message 100. Telegram has forgotten what was
 * before pts 20, and holds `history`.
 */
function annaAt10(history: readonly Api.Message[], beforeAnswer: (stream: UpdateStream) => void = () => {}) {
  let isForgotten = true
  const { stream, facts, counted } = streamAt10({
    kind: 'user',
    ask: (async (request: Api.AnyRequest) => {
      if (request instanceof tl.messages.GetHistory)
        return new tl.messages.Messages({ messages: [...history], users: users(), chats: [], topics: [] })
      if (!(request instanceof tl.updates.GetDifference)) throw new Error(request.className)
      if (!isForgotten) return new tl.updates.DifferenceEmpty({ date, seq: 5 })
      isForgotten = false
      beforeAnswer(stream)
      return new tl.updates.DifferenceTooLong({ pts: 20 })
    }) as unknown as Ask,
    marks: { 'peer:7:user:8': JSON.stringify({ accessHash: '5' }), 'newest:7.': '100' },
    chats: ['8'],
  })
  const told = () =>
    facts().map((fact) =>
      fact.kind === 'messages-deleted'
        ? `${fact.numbers} deleted`
        : 'message' in fact
          ? `${fact.message.number} ${fact.kind === 'message' ? 'written' : fact.message.text}`
          : fact.kind,
    )
  return { stream, told, counted }
}

test('changes that were in hand when Telegram forgot the rest are told, before the chats are read again', async () => {
  const { stream, told, counted } = annaAt10(
    [words(101, 'number 101'), words(102, 'as it is now')],
    (line) => {
      line.take(edited(14, 99, 'changed'))
      line.take(deleted(17, 98))
    },
  )
  // One that waits for the numbers before it.
  stream.take(edited(12, 102, 'not yet known'))
  stream.take(written(11, 101))
  stream.linkUp()
  await vi.waitFor(() => expect(counted('gapsClosed')).toBe(1))
  await stream.stop()
  expect(told()).toEqual([
    ...['102 not yet known', '99 changed', '98 deleted'],
    ...['101 written', '102 written'],
  ])
  expect([counted('gapsFound'), counted('recovered')]).toEqual([1, 2])
})

test('a change of before that comes only after Telegram forgot it is told, once', async () => {
  const { stream, told, counted } = annaAt10([])
  stream.linkUp()
  await vi.waitFor(() => expect(counted('gapsClosed')).toBe(1))
  for (let times = 0; times < 2; times++) stream.take(deleted(15, 98))
  stream.take(deleted(9, 97))
  stream.take(deleted(21, 96))
  await vi.waitFor(() => expect(told()).toContain('96 deleted'))
  await stream.stop()
  expect(told()).toEqual(['98 deleted', '96 deleted'])
})
