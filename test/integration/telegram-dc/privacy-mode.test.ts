import { Api } from 'telegram'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { long } from '../../telegram/tl/values'
import { BOT } from '../../telegram/workspace'
import { inputChannel, listen, Rig, textsIn } from './rig'
import { until } from './until'

let rig: Rig

beforeEach(async () => {
  rig = await Rig.start()
})
afterEach(() => rig.end())

test('a bot with privacy on hears in a group only what is addressed to it', async () => {
  const { dc } = rig
  const { plain } = dc.workspace
  const bot = await rig.signedIn(BOT)
  const heard = listen(bot)
  const lena = dc.customers.byName('Lena')
  const from = plain.pts
  lena.write(plain, 'Anyone here?')
  lena.write(plain, '/help me')
  lena.write(plain, '/help@another_bot me')
  lena.write(plain, 'I ask @fernline_desk_bot then')
  const asked = dc.staff.byName('Fernline Desk').write(plain, 'Yes?')
  lena.write(plain, 'This one', { replyTo: asked })
  lena.write(plain, 'Nothing for you')
  await until(() => textsIn(heard).includes('This one'))
  expect(textsIn(heard).filter((text) => text !== 'Yes?')).toEqual([
    '/help me',
    'I ask @fernline_desk_bot then',
    'This one',
  ])
  const missed = await bot.invoke(
    new Api.updates.GetChannelDifference({
      channel: inputChannel(plain),
      filter: new Api.ChannelMessagesFilterEmpty(),
      pts: from,
      limit: 100,
    }),
  )
  if (!(missed instanceof Api.updates.ChannelDifference)) throw new Error(missed.className)
  expect(missed.newMessages.length).toBe(4)
  expect(missed.pts).toBe(plain.pts)
  const ids = [...plain.messages.keys()].map((id) => new Api.InputMessageID({ id }))
  const known = await bot.invoke(new Api.channels.GetMessages({ channel: inputChannel(plain), id: ids }))
  const texts =
    'messages' in known ? known.messages.map((each) => (each instanceof Api.Message ? each.message : '')) : []
  expect(texts).not.toContain('Nothing for you')
})

test('as an administrator, or with privacy off, it hears everything, and its flag says so', async () => {
  const { dc } = rig
  const { plain, help } = dc.workspace
  const bot = await rig.signedIn(BOT)
  const heard = listen(bot)
  const lena = dc.customers.byName('Lena')
  lena.write({ group: help, id: 1 }, 'In the forum')
  const side = dc.world.account(BOT.id).bot
  if (side === null) throw new Error('that is no bot')
  side.hasPrivacy = false
  side.mayJoinGroups = false
  lena.write(plain, 'In the group')
  await until(() => textsIn(heard).length === 2)
  const [me] = await bot.invoke(new Api.users.GetUsers({ id: [new Api.InputUserSelf()] }))
  expect(me instanceof Api.User && [me.botChatHistory, me.botNochats]).toEqual([true, true])
})

test('a bot is not told what others delete, and the difference leads over it', async () => {
  const { dc } = rig
  const { help } = dc.workspace
  const bot = await rig.signedIn(BOT)
  const anna = await rig.signedIn({ id: 1001 })
  const [byBot, byAnna] = [listen(bot), listen(anna)]
  const mira = dc.customers.byName('Mira')
  const from = help.pts
  const topic = mira.openTopic(help, 'Wrong place', 'Hello')
  mira.remove(mira.write(topic, 'never mind'))
  await until(() => byAnna.some((each) => each instanceof Api.UpdateDeleteChannelMessages))
  mira.write(topic, 'Still here')
  await until(() => textsIn(byBot).includes('Still here'))
  expect(byBot.some((each) => each instanceof Api.UpdateDeleteChannelMessages)).toBe(false)
  const channel = new Api.InputChannel({ channelId: long(help.id), accessHash: long(help.accessHash) })
  const filter = new Api.ChannelMessagesFilterEmpty()
  const missed = await bot.invoke(
    new Api.updates.GetChannelDifference({ channel, filter, pts: from, limit: 100 }),
  )
  if (!(missed instanceof Api.updates.ChannelDifference)) throw new Error(missed.className)
  expect(missed.otherUpdates).toEqual([])
  expect(missed.pts).toBe(help.pts)
})
