import { Api, type TelegramClient } from 'telegram'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Party } from '../../telegram/people'
import { long } from '../../telegram/tl/values'
import { BOT } from '../../telegram/workspace'
import type { Account } from '../../telegram/world/account'
import { errorOf, inputChannel, listen, Rig, sendOnce, textsIn } from './rig'
import { until } from './until'

let rig: Rig
let bot: TelegramClient
let mira: Party
let botAccount: Account

beforeEach(async () => {
  rig = await Rig.start()
  botAccount = rig.dc.world.account(BOT.id)
  mira = rig.dc.customers.byName('Mira')
  bot = await rig.signedIn(BOT)
})
afterEach(() => rig.end())

const peerOf = ({ id, accessHash }: Account) =>
  new Api.InputPeerUser({ userId: long(id), accessHash: long(accessHash) })

const say = (to: Account, message: string, randomId: bigint) =>
  bot.invoke(new Api.messages.SendMessage({ peer: peerOf(to), message, randomId: long(randomId) }))

test('a bot cannot begin: only after the customer pressed Start may it write to her', async () => {
  expect(await errorOf(say(mira.account, 'hello', 1n))).toBe('PEER_ID_INVALID')
  const heard = listen(bot)
  mira.startBot(botAccount, 'from-site')
  await until(() => textsIn(heard).includes('/start from-site'))
  await say(mira.account, 'hello', 2n)
  expect(mira.received(botAccount).map(({ text }) => text)).toEqual(['hello'])
})

test('all that a customer sends in private reaches the bot: photo, file, album, voice, sticker, contact, place', async () => {
  const heard = listen(bot)
  const bytes = Buffer.from('0123456789')
  mira.startBot(botAccount)
  mira.sendPhoto(botAccount, { seed: 3 }, 'the tyre')
  mira.sendDocument(botAccount, { name: 'bill.txt', mime: 'text/plain', bytes })
  mira.sendAlbum(botAccount, [{ seed: 1 }, { seed: 2 }], 'both sides')
  mira.sendVoice(botAccount, { seconds: 4, bytes })
  mira.sendSticker(botAccount, { emoji: '🚲', bytes })
  mira.shareContact(botAccount)
  mira.sendPlace(botAccount, { latitude: 52.5, longitude: 13.4 })
  const media = () =>
    heard.flatMap((update) => {
      const message = update instanceof Api.UpdateNewMessage ? update.message : undefined
      return message instanceof Api.Message && message.media != null ? [message] : []
    })
  await until(() => media().length === 8)
  const kinds = media().map((message) => message.media?.className)
  expect(kinds.slice(-2)).toEqual(['MessageMediaContact', 'MessageMediaGeo'])
  const albums = new Set(media().map(({ groupedId }) => groupedId?.toString()))
  expect(albums.size).toBe(2)
  const documents = media().flatMap(({ media: each }) =>
    each instanceof Api.MessageMediaDocument && each.document instanceof Api.Document ? [each.document] : [],
  )
  const attributes = documents.flatMap((document) => document.attributes.map(({ className }) => className))
  expect(attributes).toEqual([
    'DocumentAttributeFilename',
    'DocumentAttributeAudio',
    'DocumentAttributeSticker',
  ])
  const contact = media().at(-2)?.media
  expect(contact instanceof Api.MessageMediaContact && contact.phoneNumber).toBe('15550002010')
})

test('edits reach the bot, deletions do not, and no number is missing for it', async () => {
  const heard = listen(bot)
  mira.startBot(botAccount)
  const wrong = mira.write(botAccount, 'My bike is reed')
  mira.edit(wrong, 'My bike is red')
  const { pts } = botAccount.box
  mira.remove(wrong)
  expect(botAccount.box.pts).toBe(pts)
  mira.write(botAccount, 'And now it is gone')
  await until(() => textsIn(heard).includes('And now it is gone'))
  const kinds = heard.map(({ className }) => className)
  expect(kinds).toContain('UpdateEditMessage')
  expect(kinds).not.toContain('UpdateDeleteMessages')
  const answer = await bot.invoke(
    new Api.messages.GetMessages({ id: [new Api.InputMessageID({ id: wrong.copies.get(BOT.id) ?? 0 })] }),
  )
  expect('messages' in answer && answer.messages.filter((each) => each instanceof Api.Message)).toEqual([])
})

test('what the bot deletes is gone for the customer too, and she sees the edits of its messages', async () => {
  mira.startBot(botAccount)
  const sent = await say(mira.account, 'Wait a moment', 5n)
  const id = sent instanceof Api.Updates ? sent.updates[0] : undefined
  if (!(id instanceof Api.UpdateMessageID)) throw new Error('no id')
  await bot.invoke(
    new Api.messages.EditMessage({ peer: peerOf(mira.account), id: id.id, message: 'Here we are' }),
  )
  await bot.invoke(new Api.messages.DeleteMessages({ id: [id.id], revoke: true }))
  const [seen] = mira.received(botAccount)
  expect(seen?.edits.map(({ text }) => text)).toEqual(['Here we are'])
  expect(seen?.deletedAt).not.toBeNull()
})

test('a customer who blocks the bot is unreachable, and it hears of both, also by difference', async () => {
  mira.startBot(botAccount)
  const before = await bot.invoke(new Api.updates.GetState())
  const heard = listen(bot)
  mira.block(botAccount)
  expect(await errorOf(say(mira.account, 'hello', 1n))).toBe('USER_IS_BLOCKED')
  mira.unblock(botAccount)
  await say(mira.account, 'hello again', 2n)
  const stops = () => heard.filter((each) => each instanceof Api.UpdateBotStopped)
  await until(() => stops().length === 2)
  expect(stops().map(({ stopped, qts }) => [stopped, qts])).toEqual([
    [true, 1],
    [false, 2],
  ])
  const { pts, date, qts } = before
  const missed = await bot.invoke(new Api.updates.GetDifference({ pts, date, qts }))
  if (!(missed instanceof Api.updates.Difference)) throw new Error(missed.className)
  expect(missed.otherUpdates.filter((each) => each instanceof Api.UpdateBotStopped).length).toBe(2)
  expect(missed.state.qts).toBe(2)
})

test('a deleted account has no name any more and cannot be written to', async () => {
  mira.startBot(botAccount)
  mira.deleteAccount()
  expect(await errorOf(say(mira.account, 'hello', 1n))).toBe('INPUT_USER_DEACTIVATED')
  const input = new Api.InputUser({ userId: long(2010), accessHash: long(mira.account.accessHash) })
  const [user] = await bot.invoke(new Api.users.GetUsers({ id: [input] }))
  expect(user instanceof Api.User && [user.deleted, user.firstName ?? '', user.username ?? '']).toEqual([
    true,
    '',
    '',
  ])
})

test('another name or username is told to people and comes to bots with the next message', async () => {
  const anna = await rig.signedIn({ id: 1001 })
  const [heardByAnna, heardByBot] = [listen(anna), listen(bot)]
  mira.startBot(botAccount)
  mira.rename('Mirabelle', 'Adler')
  mira.changeUsername('mirabelle')
  await until(() => heardByAnna.filter((each) => each instanceof Api.UpdateUserName).length === 2)
  const last = heardByAnna.findLast((each) => each instanceof Api.UpdateUserName)
  expect(last?.firstName).toBe('Mirabelle')
  expect(last?.usernames.map((each) => each.username)).toEqual(['mirabelle'])
  const users: Api.User[] = []
  bot.session.processEntities = (object: unknown) => {
    if (object instanceof Api.Updates) users.push(...object.users.filter((each) => each instanceof Api.User))
  }
  mira.write(botAccount, 'It is me')
  await until(() => users.some(({ username }) => username === 'mirabelle'))
  expect(heardByBot.some((each) => each instanceof Api.UpdateUserName)).toBe(false)
})

test('a phone number is for oneself, until it is shown', async () => {
  const ask = async () => {
    const input = new Api.InputUser({ userId: long(2010), accessHash: long(mira.account.accessHash) })
    const [user] = await bot.invoke(new Api.users.GetUsers({ id: [input] }))
    return user instanceof Api.User ? (user.phone ?? 'hidden') : null
  }
  expect(await ask()).toBe('hidden')
  mira.showPhoneTo(new Set([BOT.id]))
  expect(await ask()).toBe('15550002010')
})

test('two sessions of one bot hear the same, and neither hears its own sending', async () => {
  const second = await rig.signedIn(BOT)
  const [one, two] = [listen(bot), listen(second)]
  mira.startBot(botAccount)
  await until(() => textsIn(one).length === 1 && textsIn(two).length === 1)
  await say(mira.account, 'hello', 1n)
  await until(() => textsIn(two).includes('hello'))
  mira.write(botAccount, 'Thanks')
  await until(() => textsIn(one).includes('Thanks') && textsIn(two).includes('Thanks'))
  expect(textsIn(two)).toEqual(['/start', 'hello', 'Thanks'])
})

test('a revoked token ends the sessions of the bot and signs in no more', async () => {
  const fresh = rig.dc.switchboard.revokeToken(BOT)
  expect(await errorOf(bot.invoke(new Api.updates.GetState()))).toBe('SESSION_REVOKED')
  const other = await rig.connect()
  const signIn = (botAuthToken: string) =>
    other.invoke(new Api.auth.ImportBotAuthorization({ apiId: 1, apiHash: 'x', botAuthToken }))
  expect(await errorOf(signIn(BOT.botToken))).toBe('ACCESS_TOKEN_EXPIRED')
  expect(await errorOf(signIn('1100:nonsense'))).toBe('ACCESS_TOKEN_INVALID')
  expect((await signIn(fresh)).className).toBe('auth.Authorization')
})

test('what lay too long for a bot is forgotten, and the difference says from where on it knows', async () => {
  let now = Date.now()
  await rig.end()
  rig = await Rig.start({ clock: { now: () => now } })
  const { dc } = rig
  bot = await rig.signedIn(BOT)
  const customer = dc.customers.byName('Mira')
  const account = dc.world.account(BOT.id)
  const state = await bot.invoke(new Api.updates.GetState())
  customer.startBot(account)
  now += 25 * 3600_000
  customer.write(account, 'still there?')
  const ask = (pts: number) => bot.invoke(new Api.updates.GetDifference({ ...state, pts }))
  const tooLong = await ask(state.pts)
  if (!(tooLong instanceof Api.updates.DifferenceTooLong)) throw new Error(tooLong.className)
  expect(tooLong.pts).toBe(state.pts + 1)
  const rest = await ask(tooLong.pts)
  expect(rest instanceof Api.updates.Difference && rest.newMessages.length).toBe(1)
  dc.switchboard.keepForBots(48 * 3600_000)
  expect((await ask(state.pts)).className).toBe('updates.Difference')
})

test('bots are told what they may not do', async () => {
  const { help } = rig.dc.workspace
  const peer = new Api.InputPeerChannel({ channelId: long(help.id), accessHash: long(help.accessHash) })
  const history = { offsetId: 0, offsetDate: 0, addOffset: 0, limit: 1, maxId: 0, minId: 0, hash: long(0) }
  const page = { offsetDate: 0, offsetId: 0, offsetTopic: 0, limit: 10 }
  const refused = [
    new Api.messages.GetHistory({ peer, ...history }),
    new Api.messages.GetForumTopics({ peer, ...page }),
    new Api.messages.ReadHistory({ peer, maxId: 1 }),
    new Api.channels.CreateChannel({ title: 'x', about: '', megagroup: true }),
    new Api.channels.InviteToChannel({ channel: inputChannel(help), users: [] }),
    new Api.messages.StartBot({ bot: new Api.InputUserSelf(), peer, randomId: long(1), startParam: '' }),
  ]
  for (const request of refused) expect(await errorOf(sendOnce(bot, request))).toBe('BOT_METHOD_INVALID')
  const anna = await rig.signedIn({ id: 1001 })
  const answer = new Api.messages.SetBotCallbackAnswer({ queryId: long(1), cacheTime: 0 })
  expect(await errorOf(anna.invoke(answer))).toBe('USER_BOT_REQUIRED')
})
