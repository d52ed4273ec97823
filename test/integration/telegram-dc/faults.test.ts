import { Api } from 'telegram'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { long } from '../../telegram/tl/values'
import { errorOf, inputChannel, inputPeer, listen, Rig, sendOnce, textsIn, textTo } from './rig'
import { until } from './until'

let rig: Rig

beforeEach(async () => {
  rig = await Rig.start()
})
afterEach(() => rig.end())

const self = () => new Api.users.GetUsers({ id: [new Api.InputUserSelf()] })

test('a lost answer leaves the message sent, and sending it again is RANDOM_ID_DUPLICATE', async () => {
  const { dc } = rig
  const client = await rig.signedIn({ id: 1001 })
  dc.switchboard.loseAnswer('messages.SendMessage')
  const mira = dc.customers.byName('Mira')
  const topic = mira.openTopic(dc.workspace.help, 'Brakes', 'They squeak')
  let isAnswered = false
  const lost = client.invoke(textTo(dc.workspace.help, topic.id, 'We look at it', 42n)).finally(() => {
    isAnswered = true
  })
  lost.catch(() => undefined)
  await until(() => mira.received(topic).length === 1)
  expect(isAnswered).toBe(false)
  const again = await errorOf(sendOnce(client, textTo(dc.workspace.help, topic.id, 'We look at it', 42n)))
  expect(again).toBe('RANDOM_ID_DUPLICATE')
  expect(mira.received(topic).length).toBe(1)
})

test('FLOOD_WAIT is told as often as ordered and then the way is free', async () => {
  const { dc } = rig
  const client = await rig.signedIn({ id: 1001 })
  dc.switchboard.floodWait('messages.SendMessage', 30, 2)
  expect(await errorOf(client.invoke(textTo(dc.workspace.help, 1, 'a', 1n)))).toMatch(/^FLOOD/)
  expect(await errorOf(client.invoke(textTo(dc.workspace.help, 1, 'a', 1n)))).toMatch(/^FLOOD/)
  await client.invoke(textTo(dc.workspace.help, 1, 'a', 1n))
  expect(dc.record.calls.count('messages.SendMessage', 1001)).toBe(3)
})

test('one failed send holds up those behind it, which the library then sends again', async () => {
  const { dc } = rig
  const client = await rig.signedIn({ id: 1001 })
  dc.switchboard.failWith('messages.SendMessage', 420, 'FLOOD_WAIT_5', 1)
  const results = await Promise.allSettled(
    ['1', '2', '3'].map((text, i) => client.invoke(textTo(dc.workspace.help, 1, text, BigInt(10 + i)))),
  )
  expect(results.map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'fulfilled'])
  const seen = dc.customers
    .byName('Mira')
    .received()
    .filter(({ from }) => from === 1001)
  expect(seen.map(({ text }) => text)).toEqual(['2', '3'])
})

test('slow mode holds members back and leaves administrators alone', async () => {
  const { dc } = rig
  const customer = await rig.signedIn({ id: 2010 })
  const agent = await rig.signedIn({ id: 1001 })
  dc.switchboard.slowMode(dc.workspace.help, 60)
  await customer.invoke(textTo(dc.workspace.help, 1, 'one', 1n))
  expect(await errorOf(customer.invoke(textTo(dc.workspace.help, 1, 'two', 2n)))).toMatch(/^SLOWMODE_WAIT/)
  await agent.invoke(textTo(dc.workspace.help, 1, 'one', 1n))
  await agent.invoke(textTo(dc.workspace.help, 1, 'two', 2n))
})

test('a revoked session and a deactivated account are told by name', async () => {
  const { dc } = rig
  const client = await rig.signedIn({ id: 1001 })
  dc.switchboard.revokeSession({ id: 1001 })
  expect(await errorOf(client.invoke(self()))).toBe('SESSION_REVOKED')
  const other = await rig.signedIn({ id: 1001 })
  dc.world.account(1001).isDeactivated = true
  expect(await errorOf(other.invoke(self()))).toBe('USER_DEACTIVATED')
})

test('going down and coming up keeps world and keys: no new handshake, nothing lost', async () => {
  const { dc } = rig
  const client = await rig.signedIn({ id: 1001 })
  const heard = listen(client)
  const lena = dc.customers.byName('Lena')
  const topic = lena.openTopic(dc.workspace.help, 'Gears', 'one')
  await until(() => textsIn(heard).length === 1)
  const key = client.session.getAuthKey(2)?.getKey()
  await dc.switchboard.goDown()
  lena.write(topic, 'two')
  await dc.switchboard.comeUp()
  await until(() => dc.record.calls.count('updates.GetDifference') > 0, 20_000)
  lena.write(topic, 'three')
  await until(() => textsIn(heard).includes('three'), 10_000)
  expect(textsIn(heard)).toEqual(['one', 'two', 'three'])
  expect(client.session.getAuthKey(2)?.getKey()).toEqual(key)
})

test('forgotten keys make the client shake hands anew, and it is signed in no more', async () => {
  const { dc } = rig
  const client = await rig.signedIn({ id: 1001 })
  dc.switchboard.forgetKeys()
  const asking = errorOf(client.invoke(self()))
  expect(await asking).toBe('AUTH_KEY_UNREGISTERED')
})

test('a new salt costs one refused message and nothing else', async () => {
  const { dc } = rig
  const client = await rig.signedIn({ id: 1001 })
  dc.switchboard.rotateSalts()
  await client.invoke(textTo(dc.workspace.help, 1, 'still here', 1n))
  expect(dc.customers.byName('Mira').received().at(-1)?.text).toBe('still here')
})

test('suppressed, doubled and reordered updates arrive once and in order', async () => {
  const { dc } = rig
  const client = await rig.signedIn({ id: 1001 })
  const heard = listen(client)
  const lena = dc.customers.byName('Lena')
  const topic = lena.openTopic(dc.workspace.help, 'Gears', 'start')
  await until(() => textsIn(heard).length === 1)
  dc.switchboard.suppressUpdates(1)
  lena.write(topic, 'suppressed')
  lena.write(topic, 'next')
  await until(() => textsIn(heard).length >= 3, 10_000)
  // Not right behind a gap: the library counts, and takes a second copy for the missing one.
  dc.switchboard.duplicateUpdates(1)
  lena.write(topic, 'doubled')
  await until(() => textsIn(heard).length >= 4)
  dc.switchboard.reorderUpdates(3)
  for (const text of ['a', 'b', 'c']) lena.write(topic, text)
  await until(() => textsIn(heard).length >= 7, 10_000)
  expect(textsIn(heard)).toEqual(['start', 'suppressed', 'next', 'doubled', 'a', 'b', 'c'])
})

test('a delayed answer comes late, a delayed update as well', async () => {
  const { dc } = rig
  const client = await rig.signedIn({ id: 1001 })
  const heard = listen(client)
  const order: string[] = []
  dc.switchboard.delay('users.GetUsers', 150)
  const slow = client.invoke(self()).then(() => order.push('slow'))
  await client.invoke(new Api.help.GetNearestDc()).then(() => order.push('quick'))
  await slow
  expect(order).toEqual(['quick', 'slow'])
  dc.switchboard.delay('updates', 150)
  dc.customers.byName('Lena').openTopic(dc.workspace.help, 'Late', 'late')
  await client.invoke(new Api.help.GetNearestDc())
  expect(textsIn(heard)).toEqual([])
  await until(() => textsIn(heard).includes('late'))
})

test('after too much the difference is only the newest state', async () => {
  const { dc } = rig
  const client = await rig.signedIn({ id: 1001 })
  dc.switchboard.differenceTooLong(dc.workspace.help)
  const ask = new Api.updates.GetChannelDifference({
    channel: inputChannel(dc.workspace.help),
    filter: new Api.ChannelMessagesFilterEmpty(),
    pts: 1,
    limit: 100,
  })
  const answer = await client.invoke(ask)
  expect(answer.className).toBe('updates.ChannelDifferenceTooLong')
  expect((await client.invoke(ask)).className).toBe('updates.ChannelDifference')
})

test('a group one is not in, or a hash nobody gave out, is refused by name', async () => {
  const { dc } = rig
  const stranger = await rig.signedIn({ id: 2009 })
  const ask = (channel: Api.InputChannel) => stranger.invoke(new Api.channels.GetFullChannel({ channel }))
  expect(await errorOf(ask(inputChannel(dc.workspace.guests)))).toBe('CHANNEL_PRIVATE')
  const wrong = new Api.InputChannel({ channelId: long(dc.workspace.help.id), accessHash: long(1) })
  expect(await errorOf(ask(wrong))).toBe('CHANNEL_INVALID')
  const unknown = new Api.InputPeerUser({ userId: long(5), accessHash: long(5) })
  const send = new Api.messages.SendMessage({ peer: unknown, message: 'x', randomId: long(3) })
  expect(await errorOf(stranger.invoke(send))).toBe('PEER_ID_INVALID')
  expect(inputPeer(dc.workspace.help).className).toBe('InputPeerChannel')
})
