import type { Api } from 'telegram'
import { beforeAll, expect, test, vi } from 'vitest'
import { loadLibrary, long, tl } from '../../../../../../src-main/adapters/telegram/library'
import type { Ask } from '../../../../../../src-main/adapters/telegram/link/ask'
import { UpdateStream } from '../../../../../../src-main/adapters/telegram/updates/update-stream'
import type { TelegramDelivery } from '../../../../../../src-main/core/desk/facts'

beforeAll(loadLibrary)

/** A message of the group that is followed was deleted. */
const deleted = (pts: number) =>
  new tl.UpdateShort({
    update: new tl.UpdateDeleteChannelMessages({
      channelId: long(50),
      messages: [pts],
      pts,
      ptsCount: 1,
    }),
    date: 1_800_000_000,
  })

test('a desk that can keep nothing for long holds no more than it can carry, and asks for the rest', async () => {
  let make: () => void = () => {}
  const room = new Promise<void>((resolve) => {
    make = resolve
  })
  const kept: TelegramDelivery[] = []
  const asked: string[] = []
  const behind: (number | null)[] = []
  const stream = new UpdateStream({
    account: { id: '7', name: 'Anna', username: null, kind: 'user' },
    ask: (async (request: Api.AnyRequest) => {
      asked.push(request.className)
      if (request instanceof tl.updates.GetState)
        return new tl.updates.State({ pts: 1, qts: 0, date: 1, seq: 0, unreadCount: 0 })
      throw Object.assign(new Error(), { errorMessage: 'CHANNEL_PRIVATE' })
    }) as unknown as Ask,
    listener: {
      receive: async (delivery) => {
        await room
        kept.push(delivery)
      },
      typing: () => {},
    },
    marks: new Map([
      ['channel:50', '100'],
      ['peer:7:channel:50', '{"accessHash":"1","title":"Help"}'],
    ]),
    watch: {
      groups: [{ id: '50', title: 'Help', accountId: '7', role: 'public' }],
      ...{ chats: [], chatRule: 'chosen', left: [] },
    },
    clock: { now: () => 0, wakeAt: () => {} },
    log: { info: () => {}, warn: () => {}, error: () => {} },
    checkEveryMs: 1_000_000,
    behindChanged: (count) => behind.push(count),
    lostGroupsChanged: () => {},
    pauseAsked: () => {},
  })
  for (let pts = 101; pts <= 50_100; pts++) {
    stream.take(deleted(pts))
    // The first ones are under way to the desk, and stay there.
    if (pts === 110) for (let turn = 0; turn < 50; turn++) await Promise.resolve()
  }
  expect(Math.max(...behind.map((count) => count ?? 0))).toBe(20_000)
  make()
  stream.linkUp()
  await vi.waitFor(() => expect(asked).toContain('updates.GetChannelDifference'))
  await stream.stop()
  const numbers = kept.flatMap(({ facts }) =>
    facts.flatMap((fact) => (fact.kind === 'messages-deleted' ? fact.numbers : [])),
  )
  // What was kept follows on what was kept before, without a hole.
  expect(numbers).toEqual(numbers.map((_, at) => 101 + at))
})
