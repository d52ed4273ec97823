import { Api, type TelegramClient } from 'telegram'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Party } from '../../telegram/people'
import { long } from '../../telegram/tl/values'
import { BOT } from '../../telegram/workspace'
import type { Account } from '../../telegram/world/account'
import { errorOf, listen, Rig, textsIn } from './rig'
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
  mira.startBot(botAccount)
})
afterEach(() => rig.end())

const peer = () => new Api.InputPeerUser({ userId: long(mira.id), accessHash: long(mira.account.accessHash) })

function choice(...labels: string[]): Api.ReplyInlineMarkup {
  const buttons = labels.map((text) => {
    const type = new Api.InlineButtonTypeCallback({ data: Buffer.from(text.toLowerCase()) })
    return new Api.KeyboardInlineButton({ text, type })
  })
  return new Api.ReplyInlineMarkup({ rows: [new Api.KeyboardInlineButtonRow({ buttons })] })
}

let lastRandomId = 100n
async function ask(message: string, replyMarkup: Api.TypeReplyMarkup): Promise<number> {
  const randomId = long(++lastRandomId)
  const sent = await bot.invoke(
    new Api.messages.SendMessage({ peer: peer(), message, randomId, replyMarkup }),
  )
  const first = sent instanceof Api.Updates ? sent.updates[0] : undefined
  if (!(first instanceof Api.UpdateMessageID)) throw new Error('nothing was sent')
  return first.id
}

const lastSeen = () => {
  const seen = mira.received(botAccount).at(-1)
  if (seen === undefined) throw new Error('she saw nothing')
  return seen
}

const queries = (heard: readonly Api.TypeUpdate[]) =>
  heard.filter((each) => each instanceof Api.UpdateBotCallbackQuery)

test('a pressed button asks the bot, and its answer comes back, once', async () => {
  const heard = listen(bot)
  const id = await ask('What is it about?', choice('Deposit', 'Lock'))
  const pressed = mira.press(lastSeen(), 'Lock')
  await until(() => queries(heard).length === 1)
  const [query] = queries(heard)
  expect([query?.msgId, query?.data?.toString(), query?.userId.toString()]).toEqual([id, 'lock', '2010'])
  if (query === undefined) throw new Error('no query')
  const answer = new Api.messages.SetBotCallbackAnswer({
    ...{ queryId: query.queryId, message: 'Noted', cacheTime: 0 },
  })
  expect(await bot.invoke(answer)).toBe(true)
  expect('answer' in pressed && pressed.answer?.text).toBe('Noted')
  expect(await errorOf(bot.invoke(answer))).toBe('QUERY_ID_INVALID')
})

test('a customer with another client presses by messages.getBotCallbackAnswer and waits for the bot', async () => {
  const heard = listen(bot)
  await ask('Urgent?', choice('Yes', 'No'))
  const client = await rig.signedIn(mira.account)
  const botPeer = new Api.InputPeerUser({ userId: long(BOT.id), accessHash: long(botAccount.accessHash) })
  const press = (data: string) =>
    client.invoke(
      new Api.messages.GetBotCallbackAnswer({
        ...{ peer: botPeer, msgId: lastSeen().id, data: Buffer.from(data) },
      }),
    )
  const waiting = press('yes')
  await until(() => queries(heard).length === 1)
  const [query] = queries(heard)
  if (query === undefined) throw new Error('no query')
  const said = { queryId: query.queryId, message: 'Understood', alert: true, cacheTime: 5 }
  await bot.invoke(new Api.messages.SetBotCallbackAnswer(said))
  const answer = await waiting
  expect([answer.message, answer.alert, answer.cacheTime]).toEqual(['Understood', true, 5])
  expect(await errorOf(press('perhaps'))).toBe('DATA_INVALID')
})

test('a button pressed while the bot was away comes with the difference, until it is answered', async () => {
  await ask('Which size?', choice('S', 'M'))
  const state = await bot.invoke(new Api.updates.GetState())
  const pressed = mira.press(lastSeen(), 'M')
  if (!('answer' in pressed)) throw new Error('that is no query')
  const missed = async () => {
    const answer = await bot.invoke(new Api.updates.GetDifference({ ...state }))
    return 'otherUpdates' in answer ? queries(answer.otherUpdates).length : 0
  }
  expect(await missed()).toBe(1)
  await bot.invoke(new Api.messages.SetBotCallbackAnswer({ queryId: long(pressed.id), cacheTime: 0 }))
  expect(await missed()).toBe(0)
})

test('the buttons of a message change without marking it as edited, and go when the bot names none', async () => {
  const id = await ask('Which size?', choice('S', 'M'))
  const edit = (more: { message?: string; replyMarkup?: Api.TypeReplyMarkup }) =>
    bot.invoke(new Api.messages.EditMessage({ peer: peer(), id, ...more }))
  await edit({ replyMarkup: choice('L') })
  const seen = mira.account.box.messages.get(lastSeen().id)
  expect(seen?.markup?.kind === 'inline' && seen.markup.rows[0]?.[0]?.text).toBe('L')
  expect(seen?.editedAt).toBeNull()
  expect(await errorOf(edit({ replyMarkup: choice('L') }))).toBe('MESSAGE_NOT_MODIFIED')
  await edit({ message: 'Size noted' })
  expect(lastSeen().markup).toBeNull()
  expect(() => mira.press(lastSeen(), 'L')).toThrow('no button')
})

test('a keyboard writes for the customer, and one of its keys shares her contact', async () => {
  const heard = listen(bot)
  const key = (text: string, type: Api.TypeButtonType) => new Api.KeyboardButton({ text, type })
  const keys = [
    key('Later', new Api.ButtonTypeDefault()),
    key('Share my number', new Api.ButtonTypeRequestPhone()),
  ]
  const rows = [new Api.KeyboardButtonRow({ buttons: keys })]
  await ask('Your number?', new Api.ReplyKeyboardMarkup({ rows, resize: true, singleUse: true }))
  const question = lastSeen()
  mira.press(question, 'Later')
  mira.press(question, 'Share my number')
  await until(() => textsIn(heard).at(-1) === '')
  expect(textsIn(heard).slice(-2)).toEqual(['Later', ''])
  const last = heard.findLast((each) => each instanceof Api.UpdateNewMessage)?.message
  const media = last instanceof Api.Message ? last.media : undefined
  expect(media instanceof Api.MessageMediaContact && [media.phoneNumber, media.userId.toString()]).toEqual([
    '15550002010',
    '2010',
  ])
  await ask('Thank you', new Api.ReplyKeyboardHide({}))
  await ask('Anything else?', new Api.ReplyKeyboardForceReply({ placeholder: 'Your words' }))
  expect(lastSeen().markup).toMatchObject({ kind: 'force-reply', placeholder: 'Your words' })
})

test('buttons that cannot be are refused by name, and those of people are passed over', async () => {
  const button = (text: string, data: Buffer) =>
    new Api.KeyboardInlineButton({ text, type: new Api.InlineButtonTypeCallback({ data }) })
  const under = (...buttons: Api.KeyboardInlineButton[]) =>
    new Api.ReplyInlineMarkup({ rows: [new Api.KeyboardInlineButtonRow({ buttons })] })
  expect(await errorOf(ask('x', under(button('a', Buffer.alloc(65)))))).toBe('BUTTON_DATA_INVALID')
  expect(await errorOf(ask('x', under(button(' ', Buffer.from('a')))))).toBe('BUTTON_TEXT_INVALID')
  expect(await errorOf(ask('x', under()))).toBe('REPLY_MARKUP_INVALID')
  const anna = await rig.signedIn({ id: 1001 })
  const sent = { peer: peer(), message: 'from a person', randomId: long(1), replyMarkup: choice('A') }
  await anna.invoke(new Api.messages.SendMessage(sent))
  expect(mira.received().at(-1)?.markup).toBeNull()
})
