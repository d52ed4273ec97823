import { beforeAll, expect, test } from 'vitest'
import { loadLibrary, long, tl } from '../../../../../../src-main/adapters/telegram/library'
import { Draft } from '../../../../../../src-main/adapters/telegram/updates/draft'
import { Keeper } from '../../../../../../src-main/adapters/telegram/updates/keeper'
import { PrivateChats } from '../../../../../../src-main/adapters/telegram/updates/private-chats'
import { RandomIds } from '../../../../../../src-main/adapters/telegram/updates/random-ids'
import type { TelegramDelivery } from '../../../../../../src-main/core/desk/facts'

beforeAll(loadLibrary)

const quiet = { info: () => {}, warn: () => {}, error: () => {} }

function privates(): PrivateChats {
  return new PrivateChats({
    account: { id: '7', name: 'Fernline Desk', username: null, kind: 'bot' },
    askNow: () => Promise.reject(new Error('nothing is asked')),
    ...{ marks: new Map(), randomIds: new RandomIds(), clock: { now: () => 0, wakeAt: () => {} } },
    watch: () => ({ groups: [], chats: [], chatRule: 'chosen', left: [] }),
    ...{ typing: () => {}, personChanged: () => {} },
  })
}

/** A message of Mira's; with a date of which nobody can make one. */
function words(id: number, date = 1_800_000_000) {
  const mira = new tl.PeerUser({ userId: long(8) })
  return new tl.Message({ id, peerId: mira, fromId: mira, date, message: `number ${id}` })
}

test('a message that cannot be translated is set aside by its number, and those around it are told', async () => {
  const chats = privates()
  const draft = new Draft()
  for (const message of [words(1), words(2, Number.NaN), words(3)]) chats.addMessage(message, [], draft)
  const kept: TelegramDelivery[] = []
  const receive = async (delivery: TelegramDelivery) => void kept.push(delivery)
  await new Keeper('7', new Map(), { receive }, quiet).keep(draft)
  expect(kept).toHaveLength(1)
  expect(kept[0]?.facts).toMatchObject([{ message: { number: 1 } }, { message: { number: 3 } }])
  expect(kept[0]?.setAside).toEqual([
    {
      id: '7/message/7.8/2',
      ...{ accountId: '7', what: 'message', chatId: '7.8', numbers: [2], error: 'RangeError' },
    },
  ])
  expect(kept[0]?.marks).toEqual({ 'newest:7.': '3' })
})

test('an edit that cannot be translated is set aside too, and one of before the chat says so', () => {
  const chats = privates()
  const draft = new Draft()
  const message = words(4, Number.NaN)
  const update = new tl.UpdateEditMessage({ message, pts: 1, ptsCount: 1 })
  chats.add({ update, users: [], chats: [] }, draft)
  chats.addMessage(message, [], draft, true)
  expect(draft.isEmpty).toBe(false)
  expect(draft.asides).toMatchObject([
    { what: 'message-edited', numbers: [4] },
    { what: 'message', numbers: [4], isContext: true },
  ])
})
