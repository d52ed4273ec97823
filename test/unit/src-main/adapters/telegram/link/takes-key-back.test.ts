import { expect, test } from 'vitest'
import { loadLibrary, tl } from '../../../../../../src-main/adapters/telegram/library'
import { takesKeyBack } from '../../../../../../src-main/adapters/telegram/link/takes-key-back'

await loadLibrary()
const notice = (type: string) =>
  new tl.UpdateServiceNotification({
    type,
    message: 'Hello',
    media: new tl.MessageMediaEmpty(),
    entities: [],
  })
const container = (...updates: InstanceType<typeof tl.UpdateServiceNotification>[]) =>
  new tl.Updates({ updates, users: [], chats: [], date: 1, seq: 0 })

test('a notification that drops the key takes it back, in whatever container it comes', () => {
  const drop = notice('AUTH_KEY_DROP_DUPLICATE')
  expect(takesKeyBack(new tl.UpdateShort({ update: drop, date: 1 }))).toBe(true)
  expect(takesKeyBack(container(notice('OTHER'), drop))).toBe(true)
})

test('other notifications and other updates do not', () => {
  expect(takesKeyBack(container(notice('NEWS')))).toBe(false)
  expect(takesKeyBack(container())).toBe(false)
  expect(takesKeyBack(new tl.UpdatesTooLong())).toBe(false)
})
