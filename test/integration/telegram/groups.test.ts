import { afterEach, beforeEach, expect, test } from 'vitest'
import { type DataCentre, startDataCentre } from '../../telegram/server'
import { ALL_RIGHTS } from '../../telegram/world/group'
import { type DeskSide, deskSide, followed, reply, signInByCode } from './desk-side'

const botToken = '1100:AAFernlineDeskLocalDataCentre0000001'
const bySender = (desk: DeskSide, id: string) => desk.listener.messages.filter((each) => each.senderId === id)
let dc: DataCentre
let desk: DeskSide
beforeEach(async () => {
  dc = await startDataCentre({ seed: 7 })
  desk = await deskSide(dc)
})
afterEach(async () => {
  await desk.telegram.stop()
  await dc.close()
})

test('the groups of an account are listed with what each lacks and how to mend it', async () => {
  await signInByCode(desk, dc)
  const groups = await desk.telegram.groups()
  const said = groups.map(({ title, problems, warnings }) => ({
    title,
    problems: problems.map(({ what }) => what),
    warnings: warnings.map(({ what }) => what),
  }))
  expect(said).toEqual([
    { title: 'Fernline Help', problems: [], warnings: [] },
    {
      title: 'City Bike Forum',
      problems: [],
      warnings: ['The desk cannot close, reopen or rename topics here.'],
    },
    { title: 'Fernline Riders', problems: ['Topics are off.'], warnings: [] },
  ])
  expect(groups[0]).toMatchObject({ id: '500001', members: 14 })
  expect(groups[2]?.problems[0]?.mend).toBe('In Telegram: open the group, Edit, Topics, on.')
})

test('a group nobody has met cannot be followed', async () => {
  await signInByCode(desk, dc)
  await expect(desk.telegram.follow(followed('424242'))).rejects.toMatchObject({ code: 'not-found' })
})

test('a bot knows the groups it hears of, follows one and answers in it', async () => {
  await desk.telegram.signIn.connectBot(botToken)
  await desk.listener.until('live', () => desk.listener.links.at(-1)?.kind === 'live')
  const mira = dc.customers.byName('Mira')
  const topic = mira.openTopic(dc.workspace.help, 'Brakes squeak', 'first')
  await desk.listener.until('a group', () =>
    [...desk.listener.marks.keys()].some((name) => name.endsWith(':500001')),
  )
  expect((await desk.telegram.groups()).map((group) => group.title)).toEqual(['Fernline Help'])
  await desk.telegram.follow(followed('500001'))

  mira.write(topic, 'second')
  await desk.listener.until('second', () => desk.listener.texts.includes('second'))
  const created = desk.listener.facts.find(
    (fact) => fact.kind === 'topic-created' && fact.topicId === topic.id,
  )
  expect(created).toMatchObject({ title: 'Brakes squeak', by: '2010' })

  expect(await desk.telegram.send(reply(topic, 'The bot is on it'))).toMatchObject({ kind: 'sent' })
  expect(mira.received(topic).map((message) => message.text)).toEqual(['The bot is on it'])
  await desk.listener.until('echo', () => bySender(desk, '1100').length === 1)
  const forbidden = [
    'messages.GetHistory',
    'messages.GetReplies',
    'messages.GetDialogs',
    'messages.GetForumTopics',
  ]
  for (const method of forbidden) expect(dc.record.calls.count(method)).toBe(0)
})

test('another desk on the same account is found by the sessions that Telegram lists', async () => {
  await signInByCode(desk, dc)
  expect(await desk.telegram.examine()).toMatchObject({ otherDesks: 0 })
  const other = await deskSide(dc)
  await signInByCode(other, dc)
  expect(await desk.telegram.examine()).toMatchObject({ otherDesks: 1 })
  await other.telegram.stop()
})

test('a bot that is no admin is told how little it hears, and a muted one that it may not write', async () => {
  const member = dc.workspace.help.members.get(1100)
  if (member) Object.assign(member, { role: 'member', rights: null, isMuted: true })
  await desk.telegram.signIn.connectBot(botToken)
  await desk.listener.until('live', () => desk.listener.links.at(-1)?.kind === 'live')
  dc.customers.byName('Mira').openTopic(dc.workspace.help, 'Brakes squeak', 'first')
  await desk.listener.until('a group', () =>
    [...desk.listener.marks.keys()].some((name) => name.endsWith(':500001')),
  )
  const [group] = await desk.telegram.groups()
  expect(group?.problems).toHaveLength(1)
  expect(group?.warnings).toHaveLength(1)
})

test('a bot learns that a topic was deleted when it is to write there', async () => {
  await desk.telegram.signIn.connectBot(botToken)
  await desk.listener.until('live', () => desk.listener.links.at(-1)?.kind === 'live')
  const topic = dc.customers.byName('Mira').openTopic(dc.workspace.help, 'Brakes squeak', 'first')
  await desk.listener.until('a group', () =>
    [...desk.listener.marks.keys()].some((name) => name.endsWith(':500001')),
  )
  await desk.telegram.follow(followed('500001'))
  await desk.listener.until('first', () => desk.listener.texts.includes('first'))
  dc.staff.byName('Ravi').deleteTopic(topic)
  expect(await desk.telegram.send(reply(topic, 'Too late'))).toMatchObject({ kind: 'refused' })
  const gone = { kind: 'topic-deleted', chatId: '500001', topicId: topic.id }
  await desk.listener.until('deleted', () => desk.listener.facts.some(({ kind }) => kind === gone.kind))
  expect(desk.listener.facts).toContainEqual(expect.objectContaining(gone))
})

test('a bot finds what it missed while it was away', async () => {
  await desk.telegram.signIn.connectBot(botToken)
  const mira = dc.customers.byName('Mira')
  const topic = mira.openTopic(dc.workspace.help, 'Brakes squeak', 'first')
  await desk.listener.until('a group', () =>
    [...desk.listener.marks.keys()].some((name) => name.endsWith(':500001')),
  )
  await desk.telegram.follow(followed('500001'))
  await desk.telegram.stop()
  mira.write(topic, 'missed1')
  const other = dc.customers.byName('Osei').openTopic(dc.workspace.help, 'Flat tyre', 'missed2')
  const { listener, secrets } = desk
  desk = await deskSide(dc, { listener, secrets, groupId: '500001' })
  await listener.until('missed', () => listener.texts.includes('missed2'))
  expect(listener.texts.filter((text) => text.startsWith('missed'))).toEqual(['missed1', 'missed2'])
  expect(listener.facts.some((fact) => fact.kind === 'topic-created' && fact.topicId === other.id)).toBe(true)
})

test('someone else who signs in goes on with the same group, nothing missed and nothing doubled', async () => {
  await signInByCode(desk, dc)
  await desk.telegram.groups()
  await desk.telegram.follow(followed('500001'))
  const mira = dc.customers.byName('Mira')
  const topic = mira.openTopic(dc.workspace.help, 'Brakes squeak', 'before')
  await desk.listener.until('before', () => desk.listener.texts.includes('before'))
  await desk.telegram.signOut()
  mira.write(topic, 'between')
  await signInByCode(desk, dc, '15550001002')
  await desk.telegram.signIn.checkPassword('pedal-and-chain')
  desk.telegram.watch({ groups: [followed('500001', '1002')], chats: [], chatRule: 'chosen', left: [] })
  await desk.listener.until('between', () => desk.listener.texts.includes('between'))
  expect(bySender(desk, '2010').map((message) => message.text)).toEqual(['before', 'between'])
  const team = desk.listener.facts.filter((fact) => fact.kind === 'team').at(-1)
  expect(team?.agents.map((agent) => agent.id)).toContain('1002')
})

test('an admin made or unmade is told to the desk', async () => {
  await signInByCode(desk, dc)
  await desk.telegram.groups()
  await desk.telegram.follow(followed('500001'))
  const team = () =>
    desk.listener.facts
      .filter((fact) => fact.kind === 'team')
      .at(-1)
      ?.agents.map((agent) => agent.id) ?? []
  const { help } = dc.workspace
  const mira = help.members.get(2010)
  if (!mira) throw new Error('Mira is not in the group')
  expect(team()).not.toContain('2010')
  Object.assign(mira, { role: 'admin', rights: ALL_RIGHTS })
  dc.world.tell([1001], { kind: 'group-changed', groupId: help.id })
  await desk.listener.until('made an admin', () => team().includes('2010'))
  Object.assign(mira, { role: 'member', rights: null })
  dc.world.tell([1001], { kind: 'group-changed', groupId: help.id })
  await desk.listener.until('unmade', () => !team().includes('2010'))
  expect(team()).toContain('1002')
})

test('a bot takes in what was written before it was chosen: topics and what is said in the open ones', async () => {
  const mira = dc.customers.byName('Mira')
  const open = mira.openTopic(dc.workspace.help, 'Brakes squeak', 'first')
  const closed = mira.openTopic(dc.workspace.help, 'Long done', 'thanks, that is all')
  for (let index = 0; index < 250; index++) mira.write(open, `long ago ${index}`)
  dc.staff.byName('Ravi').closeTopic(closed)
  await desk.telegram.signIn.connectBot(botToken)
  mira.write(open, 'since the sign-in')
  await desk.listener.until('a group', () =>
    [...desk.listener.marks.keys()].some((name) => name.endsWith(':500001')),
  )
  await desk.telegram.follow(followed('500001'))
  const texts = desk.listener.messages.filter((each) => each.topicId === open.id).map((each) => each.text)
  const long = Array.from({ length: 250 }, (_, index) => `long ago ${index}`)
  expect(texts).toEqual(['first', ...long, 'since the sign-in'])
  expect(desk.listener.texts).not.toContain('thanks, that is all')
  const changes = desk.listener.facts.filter((fact) => fact.kind === 'topic-changed')
  expect(changes.filter((fact) => fact.topicId === closed.id)).toMatchObject([{ closed: true }])
  const mirasName = desk.listener.deliveries.flatMap(({ people }) => people).find(({ id }) => id === '2010')
  expect(mirasName?.name).toBe('Mira Adler')

  mira.write(open, 'and now')
  await desk.listener.until('now', () => desk.listener.texts.includes('and now'))
  expect(new Set(desk.listener.messages.map((each) => each.number)).size).toBe(desk.listener.messages.length)
})

test('an account that is put out of its group is told so, and goes on when it is let in again', async () => {
  await signInByCode(desk, dc)
  await desk.telegram.groups()
  await desk.telegram.follow(followed('500001'))
  const mira = dc.customers.byName('Mira')
  const topic = mira.openTopic(dc.workspace.help, 'Brakes squeak', 'before')
  await desk.listener.until('before', () => desk.listener.texts.includes('before'))
  const team = desk.listener.facts.filter((fact) => fact.kind === 'team').at(-1)
  const anna = dc.staff.byName('Anna')
  anna.leaves(dc.workspace.help)
  await desk.listener.until('told', () => desk.listener.links.at(-1)?.kind === 'not-in-group')
  expect(desk.listener.facts.filter((fact) => fact.kind === 'team').at(-1)).toEqual(team)

  mira.write(topic, 'while away')
  anna.joins(dc.workspace.help)
  await desk.listener.until('live', () => desk.listener.links.at(-1)?.kind === 'live')
  await desk.listener.until('caught up', () => desk.listener.texts.includes('while away'))
})

test('an account put out of one of its groups says which, and the others go on', async () => {
  await signInByCode(desk, dc)
  await desk.telegram.groups()
  const both = [followed('500001'), { ...followed('500003'), title: 'City Bike Forum' }]
  desk.telegram.watch({ groups: both, chats: [], chatRule: 'chosen', left: [] })
  for (const group of both) await desk.telegram.follow(group)
  dc.staff.byName('Anna').leaves(dc.workspace.guests)
  const out = { kind: 'not-in-group', groups: [{ id: '500003', title: 'City Bike Forum' }] }
  await desk.listener.until('told', () => desk.listener.links.at(-1)?.kind === 'not-in-group')
  expect(desk.listener.links.at(-1)).toEqual(out)
  const topic = dc.customers.byName('Mira').openTopic(dc.workspace.help, 'Brakes squeak', 'still heard')
  await desk.listener.until('still heard', () => desk.listener.texts.includes('still heard'))
  expect(await desk.telegram.send(reply(topic, 'still answered'))).toMatchObject({ kind: 'sent' })
  await desk.listener.until('said again', () => desk.listener.links.at(-1)?.kind === 'not-in-group')
})

test('a group that cannot be seen any more is told again after a restart', async () => {
  await signInByCode(desk, dc)
  await desk.telegram.groups()
  await desk.telegram.follow(followed('500001'))
  await desk.telegram.stop()
  dc.staff.byName('Anna').leaves(dc.workspace.help)
  const { listener, secrets } = desk
  desk = await deskSide(dc, { listener, secrets, groupId: '500001' })
  await listener.until('told', () => listener.links.at(-1)?.kind === 'not-in-group')
  await expect(desk.telegram.follow(followed('500001'))).rejects.toMatchObject({ code: 'not-found' })
})
