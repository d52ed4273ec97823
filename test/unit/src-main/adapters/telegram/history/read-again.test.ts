import type { Api } from 'telegram'
import { beforeAll, expect, test } from 'vitest'
import { readAgain } from '../../../../../../src-main/adapters/telegram/history/read-again'
import { loadLibrary, long, tl } from '../../../../../../src-main/adapters/telegram/library'
import type { Ask } from '../../../../../../src-main/adapters/telegram/link/ask'

beforeAll(loadLibrary)

const reader = { selfId: '7', randomIdOf: () => null }
const from = (id: number, person: number) => {
  const peer = new tl.PeerUser({ userId: long(person) })
  return new tl.Message({ id, peerId: peer, fromId: peer, date: 1_800_000_000, message: `of ${person}` })
}

/** What Telegram has, whoever asks, and the numbers it was asked for. */
function telegram(messages: readonly Api.TypeMessage[]) {
  const asked: number[][] = []
  const ask = (async (request: Api.AnyRequest) => {
    if (!(request instanceof tl.messages.GetMessages)) throw new Error(request.className)
    const numbers = request.id.flatMap((one) => (one instanceof tl.InputMessageID ? one.id : []))
    asked.push(numbers)
    const found = messages.filter(({ id }) => numbers.includes(id))
    const users = [new tl.User({ id: long(8), firstName: 'Mira' })]
    return new tl.messages.Messages({ messages: found, users, chats: [], topics: [] })
  }) as unknown as Ask
  return { ask, asked }
}

test('of private messages only those of the chat are taken, and what is gone', async () => {
  const { ask } = telegram([from(1, 8), from(2, 9), new tl.MessageEmpty({ id: 3 })])
  const read = await readAgain('7.8', [1, 2, 3], null, reader, ask)
  expect(read.facts).toMatchObject([{ kind: 'message', message: { number: 1, text: 'of 8' } }])
  expect(read.gone).toEqual([3])
  expect(read.people).toMatchObject([{ id: '8', name: 'Mira' }])
})

test('by the box of all private chats only what is gone is told', async () => {
  const { ask } = telegram([from(1, 8), new tl.MessageEmpty({ id: 3 })])
  expect(await readAgain('7.', [1, 3], null, reader, ask)).toMatchObject({ facts: [], gone: [3] })
})

test('many are asked for a hundred at a time', async () => {
  const { ask, asked } = telegram([])
  await readAgain(
    '7.',
    Array.from({ length: 250 }, (_, at) => at + 1),
    null,
    reader,
    ask,
  )
  expect(asked.map(({ length }) => length)).toEqual([100, 100, 50])
})
