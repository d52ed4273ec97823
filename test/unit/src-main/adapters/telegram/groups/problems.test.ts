import { expect, test } from 'vitest'
import { lacksOf } from '../../../../../../src-main/adapters/telegram/groups/problems'
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
const lacks = (chat: Parameters<typeof lacksOf>[0], isBot = false) => {
  const { problems, warnings } = lacksOf(chat, isBot)
  return { problems: problems.map(({ what }) => what), warnings: warnings.map(({ what }) => what) }
}
const cannotManage = 'The desk cannot close, reopen or rename topics here.'

test('a forum whose topics this account manages lacks nothing, also where members may not write', () => {
  for (const group of [forum(manager), forum({ ...manager, ...muted }), forum({ creator: true })])
    expect(lacks(group)).toEqual({ problems: [], warnings: [] })
})

test('topics that are off and members who may not write prevent a group from being chosen', () => {
  expect(lacks(forum({ ...manager, forum: false })).problems).toEqual(['Topics are off.'])
  expect(lacks(forum(muted)).problems).toEqual(['This account may not write in the group.'])
})

test('a mere member may choose a group, and is told what the desk cannot do there', () => {
  expect(lacks(forum({}))).toEqual({ problems: [], warnings: [cannotManage] })
  const admin = { adminRights: new tl.ChatAdminRights({ deleteMessages: true }) }
  expect(lacks(forum(admin))).toEqual({ problems: [], warnings: [cannotManage] })
})

test('a bot that is no admin is warned that it does not see every message', () => {
  const warning = 'The bot is not an admin, so it may not see every message.'
  expect(lacks(forum({}), true)).toEqual({ problems: [], warnings: [warning] })
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
  expect(lacks(basic)).toEqual({ problems: ['Topics are off.'], warnings: [] })
})

test('every lack says how to mend it in Telegram', () => {
  for (const { problems, warnings } of [lacksOf(forum(muted), false), lacksOf(forum({}), true)]) {
    for (const lack of [...problems, ...warnings]) expect(lack.mend).toMatch(/^In Telegram: /)
  }
})
