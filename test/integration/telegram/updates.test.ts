import { afterEach, beforeEach, expect, test } from 'vitest'
import type { TelegramFact } from '../../../src-main/core/desk/facts'
import { deleteInGroup } from '../../telegram/world/change-message'
import { deskSide, followed, settled } from './desk-side'
import { closeGround, type Ground, openGround } from './ground'

let dc: Ground['dc']
let desk: Ground['desk']
let mira: Ground['mira']
let topic: Ground['topic']
beforeEach(async () => {
  ;({ dc, desk, mira, topic } = await openGround())
  await settled(dc)
  await live()
})
afterEach(() => closeGround({ dc, desk }))

const live = () => desk.listener.until('live', () => desk.listener.links.at(-1)?.kind === 'live')
const heard = (text: string) => desk.listener.until(text, () => desk.listener.texts.includes(text))
/** What Mira wrote, as the desk heard it. */
const hers = () => desk.listener.messages.filter((each) => each.topicId === topic.id).map((each) => each.text)
const write = (...texts: string[]) => {
  for (const text of texts) mira.write(topic, text)
}
function factsOf<K extends TelegramFact['kind']>(kind: K): Extract<TelegramFact, { kind: K }>[] {
  return desk.listener.facts.filter((fact): fact is Extract<TelegramFact, { kind: K }> => fact.kind === kind)
}

test('following a group brings its team, its topics and their recent messages, oldest first', async () => {
  const titles = factsOf('topic-created').map((fact) => fact.title)
  expect(titles).toEqual(
    expect.arrayContaining(['Brakes squeak', 'Deposit not returned', 'Code does not open the lock']),
  )
  expect(hers()).toEqual(['first'])
  const team = factsOf('team').at(-1)
  expect(team?.agents.map((agent) => agent.id)).toEqual(
    expect.arrayContaining(['1000', '1001', '1002', '1100']),
  )
  expect(team?.agents.map((agent) => agent.id)).not.toContain('2010')
  expect(team?.agents.find((agent) => agent.id === '1100')?.isBot).toBe(true)
  const people = desk.listener.deliveries.flatMap((delivery) => delivery.people)
  expect(people.find((person) => person.id === '2010')).toMatchObject({
    name: 'Mira Adler',
    username: 'miraadler',
  })
})

test('messages written while the socket was dropped arrive, in order and once', async () => {
  write('a1', 'a2')
  await heard('a2')
  dc.switchboard.dropSockets()
  write('off1', 'off2', 'off3')
  await heard('off3')
  write('b1')
  await heard('b1')
  expect(hers()).toEqual(['first', 'a1', 'a2', 'off1', 'off2', 'off3', 'b1'])
})

test('an update that Telegram never sent is noticed by the next one and asked for', async () => {
  dc.switchboard.suppressUpdates(2)
  write('lost1', 'lost2')
  await new Promise((resolve) => setTimeout(resolve, 50))
  write('after')
  await heard('after')
  expect(hers()).toEqual(['first', 'lost1', 'lost2', 'after'])
})

test('an update that was never sent and that nothing follows is found by looking now and then', async () => {
  await desk.telegram.stop()
  const { listener, secrets } = desk
  desk = await deskSide(dc, { listener, secrets, groupId: '500001', checkEveryMs: 150 })
  await live()
  dc.switchboard.suppressUpdates(1)
  write('never sent')
  await heard('never sent')
  expect(hers()).toEqual(['first', 'never sent'])
})

test('updates sent twice are heard once', async () => {
  dc.switchboard.duplicateUpdates(3)
  write('d1', 'd2', 'd3', 'end')
  await heard('end')
  expect(hers()).toEqual(['first', 'd1', 'd2', 'd3', 'end'])
})

test('updates that overtake each other are put in order without asking', async () => {
  const before = dc.record.calls.count('updates.GetChannelDifference')
  dc.switchboard.reorderUpdates(4)
  write('r1', 'r2', 'r3', 'r4')
  await heard('r4')
  expect(hers()).toEqual(['first', 'r1', 'r2', 'r3', 'r4'])
  expect(dc.record.calls.count('updates.GetChannelDifference')).toBe(before)
})

test('a burst of 1,000 messages arrives in order, each exactly once', async () => {
  const texts = Array.from({ length: 1_000 }, (_, index) => `n${index}`)
  write(...texts)
  await heard('n999')
  expect(hers()).toEqual(['first', ...texts])
  await live()
})

test('1,000 messages missed while away arrive in order, and the desk says how far behind it is', async () => {
  const texts = Array.from({ length: 1_000 }, (_, index) => `n${index}`)
  await dc.switchboard.goDown()
  write(...texts)
  await dc.switchboard.comeUp()
  desk.telegram.wake()
  await heard('n999')
  expect(hers()).toEqual(['first', ...texts])
  await live()
  const behind = desk.listener.links.flatMap((link) => (link.kind === 'catching-up' ? [link.behind] : []))
  expect(Math.max(...behind)).toBeGreaterThan(500)
})

test('edits, deletions and what happens to a topic are told, in the order it happened', async () => {
  const message = mira.write(topic, 'teh brakes')
  await heard('teh brakes')
  mira.edit(message, 'the brakes')
  mira.remove(message)
  dc.staff.byName('Ravi').renameTopic(topic, 'Brakes')
  dc.staff.byName('Ravi').closeTopic(topic)
  dc.staff.byName('Ravi').reopenTopic(topic)
  await desk.listener.until('reopened', () => factsOf('topic-changed').some((fact) => fact.closed === false))
  expect(factsOf('message-edited').map((fact) => fact.message.text)).toEqual(['the brakes'])
  expect(factsOf('messages-deleted').map((fact) => fact.numbers)).toEqual([[message.id]])
  const changes = factsOf('topic-changed').filter((fact) => fact.topicId === topic.id)
  expect(changes.map(({ title, closed, by, isOwn }) => ({ title, closed, by, isOwn }))).toEqual([
    { title: 'Brakes', closed: undefined, by: '1002', isOwn: false },
    { title: undefined, closed: true, by: '1002', isOwn: false },
    { title: undefined, closed: false, by: '1002', isOwn: false },
  ])
})

test('a topic opened later is told before its first message', async () => {
  const opened = dc.customers.byName('Osei').openTopic(dc.workspace.help, 'Flat tyre', 'it is flat')
  await heard('it is flat')
  const told = desk.listener.facts.filter(
    (fact) =>
      (fact.kind === 'topic-created' && fact.topicId === opened.id) ||
      (fact.kind === 'message' && fact.message.topicId === opened.id),
  )
  expect(told.map((fact) => fact.kind)).toEqual(['topic-created', 'message'])
  expect(told[0]).toMatchObject({ title: 'Flat tyre', by: '2002' })
})

test('typing and reading are passed on', async () => {
  mira.typing(topic)
  await desk.listener.until('typing', () => desk.listener.typed.length > 0)
  expect(desk.listener.typed[0]).toEqual({ chatId: '500001', topicId: topic.id, personId: '2010' })
  dc.staff.byName('Anna').write(topic, 'have a look at this')
  await heard('have a look at this')
  mira.read(topic)
  const [read] = await desk.listener.until(
    'read',
    () => factsOf('topic-read').length > 0 && factsOf('topic-read'),
  )
  expect(read).toMatchObject({ chatId: '500001', topicId: topic.id })
})

test('nothing of other groups and of private chats is told', async () => {
  const lena = dc.customers.byName('Lena')
  lena.write(dc.staff.byName('Anna').account, 'private words')
  lena.write(dc.workspace.plain, 'words elsewhere')
  write('words here')
  await heard('words here')
  const told = JSON.stringify([desk.listener.deliveries, desk.log.lines])
  expect(told).not.toContain('private words')
  expect(told).not.toContain('words elsewhere')
})

test('what the desk could not keep comes again, and nothing after it overtakes', async () => {
  desk.listener.refuseNext(3)
  write('k1')
  write('k2')
  await heard('k2')
  expect(desk.listener.refused).toBe(3)
  expect(hers()).toEqual(['first', 'k1', 'k2'])
})

test('a message on which the desk fails is set aside, all others go on, and it can be read again', async () => {
  desk.listener.failOn('bad')
  write('one', 'bad', 'two')
  await heard('two')
  write('three')
  await heard('three')
  expect(hers()).toEqual(['first', 'one', 'two', 'three'])
  const asides = desk.listener.deliveries.flatMap(({ setAside }) => setAside ?? [])
  expect(asides).toMatchObject([{ what: 'message', chatId: '500001', error: 'TypeError' }])
  const read = await desk.telegram.readAgain('500001', asides[0]?.numbers ?? [])
  expect(read.facts).toMatchObject([{ kind: 'message', message: { text: 'bad', topicId: topic.id } }])
  expect(read.people.map(({ id }) => id)).toEqual(['2010'])
})

test('when Telegram keeps no list of what happened, every message since the last known one is read again', async () => {
  const edited = mira.write(topic, 'befor')
  const deleted = mira.write(topic, 'gone soon')
  // What may still be edited lies far back in a busy group.
  const between = Array.from({ length: 450 }, (_, index) => `between${index}`)
  write(...between)
  await heard('between449')
  await dc.switchboard.goDown()
  const later = Array.from({ length: 250 }, (_, index) => `late${index}`)
  write(...later)
  mira.edit(edited, 'before')
  mira.remove(deleted)
  dc.customers.byName('Osei').openTopic(dc.workspace.help, 'Met late', 'hello from a new topic')
  dc.staff.byName('Ravi').closeTopic(topic)
  dc.switchboard.differenceTooLong(dc.workspace.help)
  await dc.switchboard.comeUp()
  desk.telegram.wake()
  await heard('hello from a new topic')
  await live()
  expect(hers()).toEqual(['first', 'befor', 'gone soon', ...between, ...later])
  expect(factsOf('message-edited').map((fact) => fact.message.text)).toContain('before')
  expect(factsOf('messages-deleted').flatMap((fact) => fact.numbers)).toContain(deleted.id)
  expect(factsOf('topic-created').map((fact) => fact.title)).toContain('Met late')
  expect(factsOf('topic-changed').filter((fact) => fact.topicId === topic.id)).toMatchObject([
    { closed: true },
  ])
  write('and on')
  await heard('and on')
})

test('after a restart the stream goes on exactly behind what was kept', async () => {
  write('before')
  await heard('before')
  await desk.telegram.stop()
  write('while away')
  const { listener, secrets } = desk
  const handshakes = dc.record.calls.count('auth.SendCode')
  desk = await deskSide(dc, { listener, secrets, groupId: '500001' })
  await heard('while away')
  expect(hers()).toEqual(['first', 'before', 'while away'])
  expect(dc.record.calls.count('auth.SendCode')).toBe(handshakes)
  expect(listener.steps.at(-1)).toMatchObject({ kind: 'signed-in' })
})

test('a restart before a group was read to the end reads it again', async () => {
  await desk.telegram.stop()
  const { secrets, listener } = desk
  listener.marks.delete('channel:500001')
  desk = await deskSide(dc, { listener, secrets, groupId: '500001' })
  await desk.listener.until('read again', () => listener.marks.has('channel:500001'))
  write('goes on')
  await heard('goes on')
})

test('a pause that Telegram asks for while catching up is kept and shown', async () => {
  dc.switchboard.floodWait('updates.GetChannelDifference', 1)
  dc.switchboard.dropSockets()
  write('after the pause')
  await heard('after the pause')
  expect(desk.listener.links.some((link) => link.kind === 'flood-wait')).toBe(true)
  await live()
})

test('a topic that is deleted in Telegram is told as gone', async () => {
  const { world, workspace } = dc
  deleteInGroup(world, workspace.help, 1000, [topic.id, topic.first.id])
  await desk.listener.until('gone', () => factsOf('topic-deleted').length > 0)
  expect(factsOf('topic-deleted')).toMatchObject([{ chatId: '500001', topicId: topic.id }])
})

test('a group that is chosen again goes on where it was left, with nothing missed', async () => {
  await desk.telegram.follow(followed('500003'))
  const texts = Array.from({ length: 150 }, (_, index) => `elsewhere${index}`)
  write(...texts)
  await desk.telegram.follow(followed('500001'))
  await heard('elsewhere149')
  expect(hers()).toEqual(['first', ...texts])
})

test('a group chosen while Telegram cannot be reached is read as soon as it can be', async () => {
  dc.staff.byName('Ravi').write({ group: dc.workspace.guests, id: 2 }, 'a route')
  await dc.switchboard.goDown()
  await expect(desk.telegram.follow(followed('500003'))).rejects.toMatchObject({ code: 'offline' })
  await dc.switchboard.comeUp()
  desk.telegram.wake()
  await desk.listener.until('read', () => desk.listener.marks.has('channel:500003'))
  expect(factsOf('topic-created').map((fact) => fact.title)).toContain('Routes')
}, 20_000)
