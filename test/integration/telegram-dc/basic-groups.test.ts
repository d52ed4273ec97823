import { Api } from 'telegram'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { long } from '../../telegram/tl/values'
import { addBasicGroup, type BasicGroup } from '../../telegram/world/basic-group'
import { errorOf, listen, Rig, textsIn } from './rig'
import { until } from './until'

let rig: Rig
let riders: BasicGroup

beforeEach(async () => {
  rig = await Rig.start()
  riders = addBasicGroup(rig.dc.world, 1001, 'Old friends', [1002, 2010]).group
})
afterEach(() => rig.end())

const peer = () => new Api.InputPeerChat({ chatId: long(riders.id) })
const history = { offsetId: 0, offsetDate: 0, addOffset: 0, limit: 10, maxId: 0, minId: 0, hash: long(0) }

test('each member of a basic group has its messages under numbers of their own', async () => {
  const { dc } = rig
  const anna = await rig.signedIn({ id: 1001 })
  const ravi = await rig.signedIn({ id: 1002 })
  const [byAnna, byRavi] = [listen(anna), listen(ravi)]
  const mira = dc.customers.byName('Mira')
  const written = mira.write(riders, 'Hello all')
  await until(() => textsIn(byAnna).includes('Hello all') && textsIn(byRavi).includes('Hello all'))
  const { copies } = written
  expect(copies.get(1001)).not.toBe(copies.get(1002))
  const replyTo = new Api.InputReplyToMessage({ replyToMsgId: copies.get(1001) ?? 0 })
  const reply = { peer: peer(), message: 'Hello Mira', randomId: long(1), replyTo }
  await anna.invoke(new Api.messages.SendMessage(reply))
  expect(mira.received().at(-1)).toMatchObject({ text: 'Hello Mira', replyTo: written.id, chatId: riders.id })
  mira.edit(written, 'Hello everybody')
  mira.remove(written)
  await until(() => byRavi.some((each) => each instanceof Api.UpdateDeleteMessages))
  const found = await anna.invoke(new Api.messages.GetHistory({ peer: peer(), ...history }))
  const messages = 'messages' in found ? found.messages : []
  const texts = messages.flatMap((each) => (each instanceof Api.Message ? [each.message] : []))
  expect(texts).toEqual(['Hello Mira'])
})

test('reading a basic group is told to those whose messages were read', async () => {
  const { dc } = rig
  const anna = await rig.signedIn({ id: 1001 })
  const client = await rig.signedIn(dc.customers.byName('Mira').account)
  const heard = listen(client)
  dc.customers.byName('Mira').write(riders, 'Seen?')
  const maxId = dc.world.account(1001).box.nextMessageId - 1
  await anna.invoke(new Api.messages.ReadHistory({ peer: peer(), maxId }))
  await until(() => heard.some((each) => each instanceof Api.UpdateReadHistoryOutbox))
  const read = heard.find((each) => each instanceof Api.UpdateReadHistoryOutbox)
  expect(read?.peer instanceof Api.PeerChat && read.peer.chatId.toString()).toBe(String(riders.id))
})

test('a basic group that becomes a supergroup says so on both sides, and ids begin anew', async () => {
  const { dc } = rig
  const anna = await rig.signedIn({ id: 1001 })
  const ravi = await rig.signedIn({ id: 1002 })
  const heard = listen(ravi)
  dc.customers.byName('Mira').write(riders, 'Before')
  const answer = await anna.invoke(new Api.messages.MigrateChat({ chatId: long(riders.id) }))
  if (!(answer instanceof Api.Updates)) throw new Error(answer.className)
  const old = answer.chats.find((each) => each instanceof Api.Chat)
  const fresh = answer.chats.find((each) => each instanceof Api.Channel)
  expect([old?.deactivated, fresh?.megagroup]).toEqual([true, true])
  const { migratedTo } = old ?? {}
  const group = dc.world.group(Number(fresh?.id))
  expect(migratedTo instanceof Api.InputChannel && migratedTo.channelId.toString()).toBe(String(group.id))
  const actions = () =>
    heard.flatMap((each) => {
      const isNew = each instanceof Api.UpdateNewMessage || each instanceof Api.UpdateNewChannelMessage
      return isNew && each.message instanceof Api.MessageService ? [each.message.action.className] : []
    })
  await until(() => actions().length >= 2)
  expect(actions()).toEqual(
    expect.arrayContaining(['MessageActionChatMigrateTo', 'MessageActionChannelMigrateFrom']),
  )
  expect([...group.messages.keys()]).toEqual([1])
  const late = new Api.messages.SendMessage({ peer: peer(), message: 'late', randomId: long(7) })
  expect(await errorOf(ravi.invoke(late))).toBe('CHAT_WRITE_FORBIDDEN')
  dc.customers.byName('Mira').write(group, 'After')
  await until(() => textsIn(heard).includes('After'))
  const full = await anna.invoke(
    new Api.channels.GetFullChannel({
      channel: new Api.InputChannel({ channelId: long(group.id), accessHash: long(group.accessHash) }),
    }),
  )
  expect('migratedFromChatId' in full.fullChat && full.fullChat.migratedFromChatId?.toString()).toBe(
    String(riders.id),
  )
})

test('people make basic groups, bring in and put out, and only who began it may migrate it', async () => {
  const { dc } = rig
  const ravi = await rig.signedIn({ id: 1002 })
  const input = (id: number) =>
    new Api.InputUser({ userId: long(id), accessHash: long(dc.world.account(id).accessHash) })
  await ravi.invoke(new Api.messages.CreateChat({ users: [input(1001)], title: 'Two of us' }))
  const made = [...dc.world.basicGroups.values()].at(-1)
  if (made === undefined) throw new Error('no group was made')
  const chatId = long(made.id)
  await ravi.invoke(new Api.messages.AddChatUser({ chatId, userId: input(2010), fwdLimit: 0 }))
  const full = await ravi.invoke(new Api.messages.GetFullChat({ chatId }))
  const { fullChat } = full
  const people = fullChat instanceof Api.ChatFull ? fullChat.participants : undefined
  expect(people instanceof Api.ChatParticipants && people.participants.length).toBe(3)
  await ravi.invoke(new Api.messages.DeleteChatUser({ chatId, userId: input(2010) }))
  expect([...made.members.keys()]).toEqual([1002, 1001])
  const anna = await rig.signedIn({ id: 1001 })
  expect(await errorOf(anna.invoke(new Api.messages.MigrateChat({ chatId })))).toBe('CHAT_ADMIN_REQUIRED')
  const mira = await rig.signedIn({ id: 2010 })
  expect(await errorOf(mira.invoke(new Api.messages.GetFullChat({ chatId })))).toBe('CHAT_ID_INVALID')
})
