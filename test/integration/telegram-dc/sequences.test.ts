import fc from 'fast-check'
import { Api } from 'telegram'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { OpenedTopic, Party } from '../../telegram/people'
import { GZIP_PACKED } from '../../telegram/session/service-messages'
import { gunzip } from '../../telegram/session/unpack'
import { TlReader } from '../../telegram/tl/reader'
import { encode } from '../../telegram/tl/writer'
import type { Message } from '../../telegram/world/message'
import { RawLink } from './raw-link'
import { inputChannel, inputPeer, listen, Rig, textsIn, textTo } from './rig'
import { until } from './until'

let rig: Rig

beforeEach(async () => {
  rig = await Rig.start()
})
afterEach(() => rig.end())

type Act =
  | 'open'
  | 'write'
  | 'edit'
  | 'remove'
  | 'close'
  | 'reopen'
  | 'photo'
  | 'private'
  | 'read'
  | 'album'
  | 'clear'

/** Does something at random as one of the customers. */
function perform(
  act: Act,
  who: Party,
  memory: { topics: OpenedTopic[]; messages: Map<number, Message[]> },
): void {
  const { dc } = rig
  const mine = memory.messages.get(who.id) ?? []
  const topic = memory.topics.at(-1)
  memory.messages.set(who.id, mine)
  if (act === 'open' || topic === undefined)
    memory.topics.push(who.openTopic(dc.workspace.help, 'A topic', 'first'))
  else if (act === 'write') mine.push(who.write(topic, `text ${mine.length}`))
  else if (act === 'photo')
    mine.push(who.sendDocument(topic, { name: 'a', mime: 'text/plain', bytes: Buffer.from('a') }))
  else if (act === 'private') mine.push(who.write(dc.world.account(1001), 'hello'))
  else if (act === 'close') who.closeTopic(topic)
  else if (act === 'reopen') who.reopenTopic(topic)
  else if (act === 'read') who.read(topic)
  else if (act === 'album') who.sendAlbum(topic, [{ name: 'a', mime: 'x/y', bytes: Buffer.from('a') }])
  else if (act === 'clear') {
    const [last, ...others] = mine.splice(0).filter(({ chat }) => chat.kind === 'group')
    if (last !== undefined) who.remove(last, ...others)
  } else {
    const message = mine.pop()
    if (message === undefined) return
    if (act === 'remove') who.remove(message)
    else {
      who.edit(message, `${message.text}, edited`)
      mine.push(message)
    }
  }
}

test('whatever happens, no sequence has a gap, and any difference leads to the same state', async () => {
  const { dc } = rig
  const client = await rig.signedIn({ id: 1001 })
  const acts = fc.constantFrom<Act>(
    'open',
    'write',
    'write',
    'edit',
    'remove',
    'close',
    'reopen',
    'photo',
    'private',
    'read',
    'album',
    'clear',
  )
  const steps = fc.array(fc.tuple(acts, fc.integer({ min: 0, max: 2 })), {
    minLength: 1,
    maxLength: 40,
    size: 'max',
  })
  await fc.assert(
    fc.asyncProperty(steps, fc.integer({ min: 1, max: 30 }), async (script, limit) => {
      const { help } = dc.workspace
      const from = help.pts
      const memory = { topics: [], messages: new Map() }
      for (const [act, index] of script) {
        const who = dc.customers.all[index]
        if (who !== undefined) perform(act, who, memory)
      }
      for (const log of [help.log, ...[...dc.world.accounts.values()].map(({ box }) => box.log)]) {
        let before = 1
        for (const event of log) {
          expect(event.pts).toBe(before + event.ptsCount)
          before = event.pts
        }
      }
      let pts = from
      for (let isFinal = false; !isFinal; ) {
        const answer = await client.invoke(
          new Api.updates.GetChannelDifference({
            channel: inputChannel(help),
            filter: new Api.ChannelMessagesFilterEmpty(),
            pts,
            limit,
          }),
        )
        if (answer instanceof Api.updates.ChannelDifferenceTooLong) throw new Error('too long')
        expect(answer.pts).toBeGreaterThanOrEqual(pts)
        pts = answer.pts
        isFinal = answer.final === true
      }
      expect(pts).toBe(help.pts)
    }),
    { numRuns: 25, seed: 11 },
  )
})

test('private messages missed come back by the common difference, with their deletions', async () => {
  const { dc } = rig
  const client = await rig.signedIn({ id: 1001 })
  const { pts, date } = await client.invoke(new Api.updates.GetState())
  const jonas = dc.customers.byName('Jonas')
  const anna = dc.world.account(1001)
  jonas.write(anna, 'one')
  const gone = jonas.write(anna, 'two')
  jonas.edit(jonas.write(anna, 'three'), 'three, edited')
  jonas.remove(gone)
  const answer = await client.invoke(new Api.updates.GetDifference({ pts, date, qts: 0 }))
  if (!(answer instanceof Api.updates.Difference)) throw new Error(answer.className)
  const texts = answer.newMessages.map((message) => (message instanceof Api.Message ? message.message : ''))
  expect(texts).toEqual(['one', 'three, edited'])
  const kinds = answer.otherUpdates.map(({ className }) => className)
  expect(kinds).toEqual(expect.arrayContaining(['UpdateEditMessage', 'UpdateDeleteMessages']))
  expect(answer.state.pts).toBe(anna.box.pts)
})

test('the author gets his own message as the answer and no echo; his other device gets the update', async () => {
  const { dc } = rig
  const other = listen(await rig.signedIn({ id: 1001 }))
  const key = dc.addKey({ id: 1001 })
  const link = await RawLink.open(dc, key)
  link.salt = key.salt
  await link.result(link.send(encode(new Api.updates.GetState())))
  const answer = await link.result(link.send(encode(textTo(dc.workspace.help, 1, 'hello', 1n))))
  const body = answer.readUInt32LE(0) === GZIP_PACKED ? gunzip(answer) : answer
  const updates = new TlReader(body).object()
  expect(updates instanceof Api.Updates && updates.updates.map(({ className }) => className)).toEqual([
    'UpdateMessageID',
    'UpdateNewChannelMessage',
  ])
  await until(() => textsIn(other).includes('hello'))
  dc.customers.byName('Mira').openTopic(dc.workspace.help, 'Next', 'next')
  const pushed = () =>
    link.heard.filter(({ body: each }) => each.readUInt32LE(0) === Api.Updates.CONSTRUCTOR_ID)
  await until(() => pushed().length >= 2)
  expect(pushed().length).toBe(2)
  link.close()
})

test('news without pts count in seq, one by one, and the state tells where they stand', async () => {
  const { dc } = rig
  const client = await rig.signedIn({ id: 1001 })
  const { help } = dc.workspace
  const counted: number[] = []
  client.session.processEntities = (object: unknown) => {
    if (object instanceof Api.Updates && object.seq > 0) counted.push(object.seq)
  }
  for (const seconds of [10, 30, 60]) dc.switchboard.slowMode(help, seconds)
  await until(() => counted.length === 3)
  expect(counted).toEqual([1, 2, 3])
  expect((await client.invoke(new Api.updates.GetState())).seq).toBe(3)
})

test('users in updates may be min, and the message itself gives the way to them', async () => {
  const { dc } = rig
  const client = await rig.signedIn({ id: 1001 })
  dc.switchboard.minUsers(true)
  const pushed: Api.User[] = []
  client.session.processEntities = (object: unknown) => {
    if (object instanceof Api.Updates) pushed.push(...object.users.filter((user) => user instanceof Api.User))
  }
  const mira = dc.customers.byName('Mira')
  const topic = mira.openTopic(dc.workspace.help, 'Hello', 'first')
  await until(() => pushed.length > 0)
  expect(pushed.every(({ min }) => min === true)).toBe(true)
  const ask = (id: Api.TypeInputUser) => client.invoke(new Api.users.GetUsers({ id: [id] }))
  const userId = pushed[0]?.id
  const accessHash = pushed[0]?.accessHash
  if (userId === undefined || accessHash === undefined) throw new Error('nobody was mentioned')
  expect((await ask(new Api.InputUser({ userId, accessHash })))[0]?.className).toBe('UserEmpty')
  const byMessage = new Api.InputUserFromMessage({
    peer: inputPeer(dc.workspace.help),
    msgId: topic.first.id,
    userId,
  })
  const [found] = await ask(byMessage)
  expect(found instanceof Api.User && !found.min && found.firstName).toBe('Mira')
})
