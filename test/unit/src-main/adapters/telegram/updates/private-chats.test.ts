import type { Api } from 'telegram'
import { beforeAll, expect, test } from 'vitest'
import { loadLibrary, long, tl } from '../../../../../../src-main/adapters/telegram/library'
import { Draft } from '../../../../../../src-main/adapters/telegram/updates/draft'
import { PrivateChats } from '../../../../../../src-main/adapters/telegram/updates/private-chats'
import { RandomIds } from '../../../../../../src-main/adapters/telegram/updates/random-ids'
import type { Watch } from '../../../../../../src-main/core/ports'

beforeAll(loadLibrary)

function reading(watch: Partial<Watch>, marks = new Map<string, string>()) {
  const changed: string[] = []
  const chats = new PrivateChats({
    account: { id: '7', name: 'Anna', username: null, kind: 'user' },
    askNow: () => Promise.reject(new Error('a person is never asked to answer a press')),
    marks,
    randomIds: new RandomIds(),
    clock: { now: () => 0, wakeAt: () => {} },
    watch: () => ({ groups: [], chats: [], chatRule: 'chosen', left: [], ...watch }),
    typing: () => {},
    personChanged: (personId) => void changed.push(personId),
  })
  return {
    chats,
    changed,
    read(update: Api.TypeUpdate, users: Api.TypeUser[] = []) {
      const draft = new Draft()
      chats.add({ update, users, chats: [] }, draft)
      return draft
    },
  }
}
const written = (by: number, more: object = {}) =>
  new tl.UpdateNewMessage({
    message: new tl.Message({
      id: 12,
      peerId: new tl.PeerUser({ userId: long(by) }),
      date: 1_700_000_000,
      message: 'hello',
      ...more,
    }),
    pts: 2,
    ptsCount: 1,
  })
const user = (id: number, more: object = {}) =>
  new tl.User({ id: long(id), accessHash: long(5), firstName: 'Mira', ...more })

test('by the rule for strangers only people who are no contacts come to the desk', () => {
  const from = (id: number, more: object) =>
    reading({ chatRule: 'strangers' }).read(written(id), [user(id, more)]).messages
  expect(from(8, {})).toBe(1)
  for (const known of [{ contact: true }, { bot: true }, { support: true }, { deleted: true }, { min: true }])
    expect(from(8, known)).toBe(0)
  expect(from(777000, {})).toBe(0)
})

test('what the agent writes to somebody first does not bring them to the desk', () => {
  const { read } = reading({ chatRule: 'strangers' })
  expect(read(written(8, { out: true }), [user(8)]).isEmpty).toBe(true)
})

test('a chat that is not on the desk leaves nothing behind, whatever happens in it', () => {
  const { read } = reading({ chats: ['9'] })
  const peer = new tl.PeerUser({ userId: long(8) })
  const happenings = [
    written(8),
    new tl.UpdateEditMessage({ message: written(8).message, pts: 3, ptsCount: 1 }),
    new tl.UpdateReadHistoryOutbox({ peer, maxId: 12, pts: 4, ptsCount: 1 }),
    new tl.UpdateUserTyping({ userId: long(8), action: new tl.SendMessageTypingAction() }),
  ]
  for (const update of happenings) expect(read(update, [user(8)]).isEmpty).toBe(true)
})

test('deletions name no chat, so they are told only while some chat is on the desk', () => {
  const deleted = new tl.UpdateDeleteMessages({ messages: [3, 4], pts: 2, ptsCount: 1 })
  expect(reading({}).read(deleted).isEmpty).toBe(true)
  const [fact] = reading({ chats: ['8'] }).read(deleted).facts
  expect(fact).toMatchObject({ kind: 'messages-deleted', chatId: '7.', numbers: [3, 4] })
})

test('how to reach a person is remembered only if Telegram tells it in full', () => {
  const { read } = reading({ chats: ['8'] })
  expect(read(written(8), [user(8)]).marks['peer:7:user:8']).toBe('{"accessHash":"5"}')
  expect(read(written(8), [user(8, { min: true })]).marks).not.toHaveProperty('peer:7:user:8')
})

test('a message in the short form is enough only from somebody who can be reached, or who is nobody’s business', () => {
  const known = new Map([['peer:7:user:8', '{"accessHash":"5"}']])
  expect(reading({ chats: ['8'] }, known).chats.knows('8')).toBe(true)
  expect(reading({ chats: ['8'] }).chats.knows('8')).toBe(false)
  expect(reading({}).chats.knows('8')).toBe(true)
  expect(reading({ chatRule: 'strangers' }).chats.knows('8')).toBe(false)
})

test('a followed group that becomes a supergroup is told with both its names, any other is not', () => {
  const moved = new tl.UpdateNewMessage({
    message: new tl.MessageService({
      id: 13,
      peerId: new tl.PeerChat({ chatId: long(55) }),
      fromId: new tl.PeerUser({ userId: long(7) }),
      date: 1_700_000_000,
      action: new tl.MessageActionChatMigrateTo({ channelId: long(500_009) }),
    }),
    pts: 2,
    ptsCount: 1,
  })
  const group = { id: '55', title: 'Help', accountId: '7', role: 'public' } as const
  expect(reading({ groups: [group] }).read(moved).facts).toMatchObject([
    { kind: 'group-migrated', from: '55', to: '500009' },
  ])
  expect(reading({}).read(moved).isEmpty).toBe(true)
})

test('only a person on the desk is looked at again when they change', () => {
  const known = new Map([['peer:7:user:8', '{"accessHash":"5"}']])
  const changedWith = (watch: Partial<Watch>) => {
    const { read, changed } = reading(watch, known)
    read(new tl.UpdateUser({ userId: long(8) }))
    return changed
  }
  expect(changedWith({ chats: ['8'] })).toEqual(['8'])
  expect(changedWith({})).toEqual([])
})

test('a stranger’s chat that was taken off the desk is read no more', () => {
  const people: string[] = []
  const { read, chats } = reading({ chatRule: 'strangers', chats: people })
  expect(read(written(8), [user(8)]).messages).toBe(1)
  expect(read(written(8, { out: true }), [user(8)]).messages).toBe(1)
  people.push('8')
  chats.watchChanged()
  people.pop()
  chats.watchChanged()
  const edited = new tl.UpdateEditMessage({ message: written(8).message, pts: 3, ptsCount: 1 })
  expect(read(edited, [user(8)]).isEmpty).toBe(true)
  expect(read(written(8, { out: true }), [user(8)]).isEmpty).toBe(true)
})

test('a stranger whose chat was taken off the desk is not taken in again: nothing of them is kept (R169)', () => {
  const { read, chats } = reading({ chatRule: 'strangers', left: ['8'] })
  expect(read(written(8), [user(8)]).isEmpty).toBe(true)
  expect(
    read(new tl.UpdateUserTyping({ userId: long(8), action: new tl.SendMessageTypingAction() })),
  ).toMatchObject({
    isEmpty: true,
  })
  expect(chats.knows('8')).toBe(true)
  expect(read(written(9), [user(9)]).messages).toBe(1)
})
