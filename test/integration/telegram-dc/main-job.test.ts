import { Api, type TelegramClient } from 'telegram'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { connectClient } from '../../telegram/client'
import { type DataCentre, startDataCentre } from '../../telegram/server'
import { signInWithCode } from '../../telegram/sign-in'
import { long } from '../../telegram/tl/values'
import { until } from './until'

let dc: DataCentre
let client: TelegramClient
let peer: Api.InputPeerChannel
let heard: Api.TypeUpdate[]

beforeEach(async () => {
  dc = await startDataCentre({ seed: 1 })
  client = await connectClient(dc)
  await signInWithCode(dc, client, '15550001001')
  const { help } = dc.workspace
  peer = new Api.InputPeerChannel({ channelId: long(help.id), accessHash: long(help.accessHash) })
  heard = []
  client.addEventHandler((update: Api.TypeUpdate) => void heard.push(update))
  await client.catchUp()
})
afterEach(async () => {
  await client.destroy()
  await dc.close()
})

function texts(): string[] {
  return heard.flatMap((update) =>
    update instanceof Api.UpdateNewChannelMessage && update.message instanceof Api.Message
      ? [update.message.message]
      : [],
  )
}

test('a customer opens a topic, the agent hears of it, answers, and the customer receives the answer', async () => {
  const mira = dc.customers.byName('Mira')
  const topic = mira.openTopic(dc.workspace.help, 'Flat tyre', 'My back tyre is flat at Mill Bridge.')
  await until(() => texts().includes('My back tyre is flat at Mill Bridge.'))
  await client.invoke(
    new Api.messages.SendMessage({
      peer,
      message: 'We are on our way.',
      randomId: long(77n),
      replyTo: new Api.InputReplyToMessage({ replyToMsgId: topic.id, topMsgId: topic.id }),
    }),
  )
  const answers = mira.received(topic)
  expect(answers.map(({ text, fromName, randomId }) => ({ text, fromName, randomId }))).toEqual([
    { text: 'We are on our way.', fromName: 'Anna', randomId: 77n },
  ])
})

test('what was written while the link was down is there after it', async () => {
  const lena = dc.customers.byName('Lena')
  const topic = lena.openTopic(dc.workspace.help, 'Gears', 'one')
  await until(() => texts().includes('one'))
  dc.switchboard.dropSockets()
  lena.write(topic, 'two')
  await until(() => dc.record.calls.count('updates.GetDifference') > 0)
  lena.write(topic, 'three')
  await until(() => texts().includes('three'), 15_000)
  expect(texts()).toEqual(['one', 'two', 'three'])
})
