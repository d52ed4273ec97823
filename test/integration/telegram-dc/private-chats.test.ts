import { Api, type TelegramClient } from 'telegram'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Party } from '../../telegram/people'
import { long } from '../../telegram/tl/values'
import type { Account } from '../../telegram/world/account'
import { errorOf, inputPeer, inTopic, listen, Rig, textsIn } from './rig'
import { until } from './until'

let rig: Rig
let anna: TelegramClient
let annasAccount: Account
let mira: Party

beforeEach(async () => {
  rig = await Rig.start()
  anna = await rig.signedIn({ id: 1001 })
  annasAccount = rig.dc.world.account(1001)
  mira = rig.dc.customers.byName('Mira')
})
afterEach(() => rig.end())

const peerOf = ({ id, accessHash }: Account) =>
  new Api.InputPeerUser({ userId: long(id), accessHash: long(accessHash) })

test('private chats are among the dialogs, with what is unread, and can be asked for one by one', async () => {
  mira.write(annasAccount, 'Hello')
  mira.write(annasAccount, 'Are you there?')
  const peers = [peerOf(mira.account)]
  const { dialogs, users } = await anna.invoke(new Api.messages.GetPeerDialogs({ peers }))
  const [dialog] = dialogs
  expect(dialog instanceof Api.Dialog && dialog.unreadCount).toBe(2)
  expect(users.map(({ id }) => id.toString())).toContain('2010')
})

test('what is read in private is told to both sides, on all devices', async () => {
  const phone = await rig.signedIn({ id: 1001 })
  const customer = await rig.signedIn(mira.account)
  const [onPhone, atMira] = [listen(phone), listen(customer)]
  const written = mira.write(annasAccount, 'Hello')
  const maxId = written.copies.get(1001) ?? 0
  await anna.invoke(new Api.messages.ReadHistory({ peer: peerOf(mira.account), maxId }))
  await until(() => onPhone.some((each) => each instanceof Api.UpdateReadHistoryInbox))
  await until(() => atMira.some((each) => each instanceof Api.UpdateReadHistoryOutbox))
  expect(atMira.find((each) => each instanceof Api.UpdateReadHistoryOutbox)?.maxId).toBe(written.id)
  const answer = { peer: peerOf(mira.account), message: 'Hi', randomId: long(1) }
  await anna.invoke(new Api.messages.SendMessage(answer))
  mira.read(annasAccount)
  await until(() => onPhone.some((each) => each instanceof Api.UpdateReadHistoryOutbox))
})

test('typing in private is seen by the other one alone', async () => {
  const ravi = await rig.signedIn({ id: 1002 })
  const [byAnna, byRavi] = [listen(anna), listen(ravi)]
  mira.typing(annasAccount)
  await until(() => byAnna.some((each) => each instanceof Api.UpdateUserTyping))
  expect(byRavi).toEqual([])
})

test('forwarded messages name their author, or only call him by name, or nobody', async () => {
  const { help } = rig.dc.workspace
  const topic = mira.openTopic(help, 'Forwarding', 'Please see this')
  const album = mira.sendAlbum(topic, [{ seed: 1 }, { seed: 2 }], 'two')
  const ids = [topic.first.id, ...album.map(({ id }) => id)]
  const jonas = rig.dc.customers.byName('Jonas')
  const forward = (more: { dropAuthor?: boolean; dropMediaCaptions?: boolean }, from: bigint) =>
    anna.invoke(
      new Api.messages.ForwardMessages({
        fromPeer: inputPeer(help),
        id: ids,
        randomId: ids.map((_, i) => long(from + BigInt(i))),
        toPeer: peerOf(jonas.account),
        ...more,
      }),
    )
  await forward({}, 10n)
  mira.account.hidesInForwards = true
  await forward({}, 20n)
  await forward({ dropAuthor: true, dropMediaCaptions: true }, 30n)
  const seen = jonas.received(annasAccount)
  expect(seen.map(({ forward: each }) => each && [each.userId, each.name])).toEqual([
    ...Array.from({ length: 3 }, () => [2010, 'Mira Adler']),
    ...Array.from({ length: 3 }, () => [null, 'Mira Adler']),
    ...Array.from({ length: 3 }, () => null),
  ])
  expect(seen[1]?.groupedId).toBe(seen[2]?.groupedId)
  expect(seen[1]?.groupedId).not.toBe(album[0]?.groupedId)
  expect(seen.map(({ text }) => text).slice(6)).toEqual(['Please see this', '', ''])
  help.forbidsForwards = true
  expect(await errorOf(forward({}, 40n))).toBe('CHAT_FORWARDS_RESTRICTED')
})

test('a private message is forwarded into a topic, with the header that leads to its author', async () => {
  const { help } = rig.dc.workspace
  const topic = mira.openTopic(help, 'Here', 'first')
  const heard = listen(await rig.signedIn({ id: 1002 }))
  const written = mira.write(annasAccount, 'In private')
  const id = [written.copies.get(1001) ?? 0]
  const [fromPeer, toPeer] = [peerOf(mira.account), inputPeer(help)]
  const request = { fromPeer, toPeer, id, randomId: [long(1)], topMsgId: topic.id }
  await anna.invoke(new Api.messages.ForwardMessages(request))
  await until(() => textsIn(heard).includes('In private'))
  const update = heard.findLast((each) => each instanceof Api.UpdateNewChannelMessage)?.message
  const { fwdFrom, replyTo } = update instanceof Api.Message ? update : {}
  expect(fwdFrom?.fromId instanceof Api.PeerUser && fwdFrom.fromId.userId.toString()).toBe('2010')
  expect(replyTo instanceof Api.MessageReplyHeader && replyTo.replyToMsgId).toBe(topic.id)
})

test('an album, a contact and a place are sent in private, and bad ones are refused', async () => {
  const { dc } = rig
  const send = (media: Api.TypeInputMedia, randomId: bigint) =>
    anna.invoke(
      new Api.messages.SendMedia({
        peer: peerOf(mira.account),
        media,
        message: '',
        randomId: long(randomId),
      }),
    )
  const phone = '15550001002'
  const card = { phoneNumber: phone, firstName: 'Ravi', lastName: 'Nair', vcard: '' }
  await send(new Api.InputMediaContact(card), 1n)
  const at = (lat: number) =>
    new Api.InputMediaGeoPoint({ geoPoint: new Api.InputGeoPoint({ lat, long: 13.4 }) })
  await send(at(52.5), 2n)
  expect(await errorOf(send(at(91), 3n))).toBe('GEO_POINT_INVALID')
  const [contact, place] = mira.received(annasAccount).map(({ media }) => media)
  expect(contact).toMatchObject({ kind: 'contact', phone, userId: 1002 })
  expect(place).toMatchObject({ kind: 'place', latitude: 52.5 })
  const photo = mira.sendPhoto(annasAccount, { seed: 9 })
  if (photo.media?.kind !== 'photo') throw new Error('no photo')
  const { id, accessHash, fileReference } = photo.media
  const input = () =>
    new Api.InputMediaPhoto({
      id: new Api.InputPhoto({ id: long(id), accessHash: long(accessHash), fileReference }),
    })
  const multiMedia = [1n, 2n].map(
    (n) => new Api.InputSingleMedia({ media: input(), randomId: long(50n + n), message: `part ${n}` }),
  )
  await anna.invoke(new Api.messages.SendMultiMedia({ peer: peerOf(mira.account), multiMedia }))
  const parts = mira.received(annasAccount).slice(-2)
  expect(parts[0]?.groupedId).toBe(parts[1]?.groupedId)
  expect(dc.record.troubles).toEqual([])
})

test('who blocked an agent does not hear her, and she does not notice', async () => {
  mira.block(annasAccount)
  const hello = { peer: peerOf(mira.account), message: 'hello', randomId: long(1) }
  expect((await anna.invoke(new Api.messages.SendMessage(hello))).className).toBe('Updates')
  expect(mira.received(annasAccount)).toEqual([])
  await anna.invoke(new Api.contacts.Block({ id: peerOf(mira.account) }))
  const again = { ...hello, randomId: long(2) }
  expect(await errorOf(anna.invoke(new Api.messages.SendMessage(again)))).toBe('YOU_BLOCKED_USER')
  const { blocked } = await anna.invoke(new Api.contacts.GetBlocked({ offset: 0, limit: 10 }))
  expect(blocked.length).toBe(1)
})

test('several accounts at once: each hears its own box, and no other', async () => {
  const ravi = await rig.signedIn({ id: 1002 })
  const [byAnna, byRavi] = [listen(anna), listen(ravi)]
  const ravisAccount = rig.dc.world.account(1002)
  mira.write(annasAccount, 'for Anna')
  mira.write(ravisAccount, 'for Ravi')
  await until(() => textsIn(byAnna).length === 1 && textsIn(byRavi).length === 1)
  expect([textsIn(byAnna), textsIn(byRavi)]).toEqual([['for Anna'], ['for Ravi']])
  const topic = mira.openTopic(rig.dc.workspace.help, 'For both', 'hello')
  await until(() => textsIn(byAnna).includes('hello') && textsIn(byRavi).includes('hello'))
  const reply = { peer: inputPeer(rig.dc.workspace.help), message: 'hi', replyTo: inTopic(topic.id) }
  await anna.invoke(new Api.messages.SendMessage({ ...reply, randomId: long(1) }))
  await until(() => textsIn(byRavi).includes('hi'))
})
