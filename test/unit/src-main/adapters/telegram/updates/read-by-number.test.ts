import type { Api } from 'telegram'
import { beforeAll, expect, test } from 'vitest'
import { loadLibrary, long, tl } from '../../../../../../src-main/adapters/telegram/library'
import type { Ask } from '../../../../../../src-main/adapters/telegram/link/ask'
import type { Draft } from '../../../../../../src-main/adapters/telegram/updates/draft'
import type { GroupReading } from '../../../../../../src-main/adapters/telegram/updates/group-reading'
import { readNewest } from '../../../../../../src-main/adapters/telegram/updates/read-by-number'
import { strict } from '../../../desk/strict'

beforeAll(loadLibrary)

const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, at) => from + at)

/** A group with these numbers, read by a bot; the numbers told in the end, and how often Telegram was asked. */
async function told(numbers: readonly number[], pts: number) {
  const there = new Set(numbers)
  const peerId = new tl.PeerChannel({ channelId: long(5) })
  const fromId = new tl.PeerUser({ userId: long(8) })
  let asked = 0
  const ask = (async (request: Api.AnyRequest) => {
    if (!(request instanceof tl.channels.GetMessages)) throw new Error(request.className)
    asked++
    const ids = request.id.flatMap((one) => (one instanceof tl.InputMessageID ? one.id : []))
    if (ids.length === 0 || ids.length > 100) throw new Error(`asked for ${ids.length}`)
    const messages = ids.map((id) =>
      there.has(id)
        ? new tl.Message({ id, peerId, fromId, date: 1_800_000_000, message: `${id}` })
        : new tl.MessageEmpty({ id }),
    )
    return new tl.messages.ChannelMessages({ pts, count: 0, messages, topics: [], chats: [], users: [] })
  }) as unknown as Ask
  const heard: number[] = []
  const reading: GroupReading = {
    ...{ ask, isBot: true },
    group: strict<GroupReading['group']>('group', {
      channel: new tl.InputChannel({ channelId: long(5), accessHash: long(1) }),
    }),
    followed: {
      ...{ groupId: '5', reader: { selfId: '7', randomIdOf: () => null } },
      ...{ meetTopic: async () => undefined, knowsTopic: () => true, newest: () => 0, now: () => 0 },
    },
    keeper: strict<GroupReading['keeper']>('keeper', {
      keep: async (draft: Draft) => {
        for (const fact of draft.facts) if (fact.kind === 'message') heard.push(fact.message.number)
      },
    }),
  }
  await readNewest(reading, pts)
  return { heard, asked }
}

test('the newest messages are found behind hundreds that were deleted', async () => {
  const numbers = [...range(1, 149), ...range(381, 400)]
  expect((await told(numbers, 1_200)).heard).toEqual(numbers)
})

test.each([
  ['a group without messages', [], 1],
  ['one message', [1], 1],
  ['as many as the pts says', range(1, 200), 200],
  ['far fewer than the pts says', range(1, 130), 90_000],
  ['more than the pts says', range(1, 730), 3],
])('%s is read to its end', async (_, numbers, pts) => {
  expect((await told(numbers, pts)).heard).toEqual(numbers)
})

test('of a large group only the newest three thousand are read, in few questions', async () => {
  const { heard, asked } = await told(range(1, 40_000), 1_000_000)
  expect([heard.at(0), heard.at(-1)]).toEqual([37_001, 40_000])
  expect(asked).toBeLessThan(50)
})
