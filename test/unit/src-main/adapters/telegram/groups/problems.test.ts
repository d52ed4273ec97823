import { expect, test } from 'vitest'
import { problemsOf } from '../../../../../../src-main/adapters/telegram/groups/problems'
import { loadLibrary, long, tl } from '../../../../../../src-main/adapters/telegram/library'

await loadLibrary()
const forum = (more: object) =>
  new tl.Channel({
    id: long(5),
    title: 'Help',
    photo: new tl.ChatPhotoEmpty(),
    date: 1,
    megagroup: true,
    forum: true,
    ...more,
  })
const manager = { adminRights: new tl.ChatAdminRights({ manageTopics: true }) }
const muted = { defaultBannedRights: new tl.ChatBannedRights({ sendMessages: true, untilDate: 0 }) }
const what = (chat: Parameters<typeof problemsOf>[0], isBot = false) =>
  problemsOf(chat, isBot).map((problem) => problem.what)

test('a forum whose topics this account manages lacks nothing, also where members may not write', () => {
  expect(what(forum(manager))).toEqual([])
  expect(what(forum({ ...manager, ...muted }))).toEqual([])
  expect(what(forum({ creator: true }))).toEqual([])
})

test('topics that are off, rights that are missing and members who may not write are each named', () => {
  expect(what(forum({ ...manager, forum: false }))).toEqual(['Topics are off.'])
  expect(what(forum({}))).toEqual(['This account may not close or reopen topics.'])
  expect(what(forum(muted))).toEqual([
    'This account may not write in the group.',
    'This account may not close or reopen topics.',
  ])
})

test('a bot that is no admin does not see every message', () => {
  expect(what(forum({}), true)).toEqual(['The bot is not an admin, so it may not see every message.'])
})

test('a basic group is mended by turning topics on', () => {
  const basic = new tl.Chat({
    id: long(6),
    title: 'Basic',
    photo: new tl.ChatPhotoEmpty(),
    participantsCount: 3,
    date: 1,
    version: 1,
  })
  expect(what(basic)).toEqual(['Topics are off.'])
})

test('every problem says how to mend it in Telegram', () => {
  for (const problem of [...problemsOf(forum(muted), false), ...problemsOf(forum({}), true)]) {
    expect(problem.mend).toMatch(/^In Telegram: /)
  }
})
