import { afterEach, beforeEach, expect, test } from 'vitest'
import { BOT } from '../../telegram/workspace'
import { WholeDesk } from './whole-desk'

let desk: WholeDesk
beforeEach(async () => {
  desk = await WholeDesk.open()
})
afterEach(() => desk.close())

test('who answers in a topic of before is told there that nobody gets it, and where the chat goes on', async () => {
  await desk.signInBot()
  const room = await desk.followStaffRoom()
  const { customers, staff } = desk.dc
  const mira = customers.byName('Mira')
  const ravi = staff.byName('Ravi')
  const bot = staff.byName('Fernline Desk').account
  const topics = () => [...room.topics.values()].filter(({ title }) => title.includes('Where is my parcel?'))
  const said = (id: number) => ravi.received({ group: room, id }).map(({ text }) => text)

  mira.write(bot, 'Where is my parcel?')
  await desk.ticket('Where is my parcel?')
  const old = (await desk.found('the topic', async () => topics()[0])).id
  await desk.until('the copy', () => said(old).includes('Where is my parcel?'))

  const groupId = String(room.id)
  await desk.ask.accounts.leaveGroup({ groupId })
  await desk.ask.accounts.followGroup({ accountId: String(BOT.id), groupId, role: 'staff' })
  ravi.write({ group: room, id: old }, 'It is on its way.')
  const nobody = 'Topicdesk: Nobody gets what is written here.'
  await desk.until('the word', () => said(old).some((text) => text.startsWith(nobody)))

  mira.write(bot, 'Are you there?')
  const fresh = (await desk.found('the new topic', async () => topics().find(({ id }) => id !== old))).id
  await desk.until('the copy', () => said(fresh).includes('Are you there?'))
  ravi.write({ group: room, id: fresh }, 'It left on Monday.')
  await desk.until('the answer', () => mira.received(bot).some(({ text }) => text === 'It left on Monday.'))
  expect(mira.received(bot).map(({ text }) => text)).not.toContain('It is on its way.')
  expect(said(old).filter((text) => text.startsWith(nobody))).toHaveLength(1)
  expect(said(fresh).filter((text) => text.startsWith(nobody))).toEqual([])
})
