import { afterEach, beforeEach, expect, test } from 'vitest'
import { WholeDesk } from './whole-desk'

let desk: WholeDesk
beforeEach(async () => {
  desk = await WholeDesk.open()
})
afterEach(() => desk.close())

test('a photo that a customer replaces by an edit comes into the staff group’s topic below its copy, once', async () => {
  await desk.signInBot()
  const room = await desk.followStaffRoom()
  const mira = desk.dc.customers.byName('Mira')
  const sent = mira.sendPhoto(desk.dc.staff.byName('Fernline Desk').account, { seed: 3 }, 'The gear')
  const { code } = await desk.ticket('The gear')
  const seen = () => {
    const topic = [...room.topics.values()].find(({ title }) => title.startsWith(code))
    return [...room.messages.values()].filter(({ topicId, media }) => topicId === topic?.id && media)
  }
  await desk.until('the copy', () => seen().length === 1)
  mira.replacePhoto(sent, { seed: 4 })
  const [copy, other] = await desk.found('the other photo', () => (seen().length > 1 ? seen() : undefined))
  expect(other?.text).toBe('Topicdesk: Mira Adler replaced the photo of this message. The new one:')
  expect(other?.replyTo).toBe(copy?.id)
  expect(other?.media).toEqual(sent.media)
  expect(other?.media).not.toEqual(copy?.media)
  mira.edit(sent, 'The wheel')
  await desk.until('the words', () => seen()[0]?.text === 'The wheel')
  expect(seen()).toHaveLength(2)
})
