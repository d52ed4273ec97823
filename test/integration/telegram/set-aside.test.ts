import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { IncomingMessage } from '../../../src-main/core/conversation/message'
import { WholeDesk } from './whole-desk'

/** A defect in a rule: it fails on one message. */
const defect = vi.hoisted(() => ({ on: 'nothing' }))
vi.mock(import('../../../src-main/core/conversation/receive-message'), async (actual) => {
  const { receiveMessage, ...rest } = await actual()
  return {
    ...rest,
    receiveMessage: (...given: Parameters<typeof receiveMessage>) => {
      const message: IncomingMessage = given[1]
      if (message.text === defect.on) throw new TypeError('a bug')
      receiveMessage(...given)
    },
  }
})

let desk: WholeDesk
beforeEach(async () => {
  desk = await WholeDesk.open()
})
afterEach(() => desk.close())

const taken = async () => {
  const { findings } = await desk.ask.doctor.get(undefined)
  return findings.find(({ check }) => check === 'taken-in')
}
const gaps = async () => {
  const [one] = (await desk.ask.evidence.get(undefined)).accounts
  return [one?.all.gapsFound, one?.all.gapsClosed]
}

test('a message on which a rule fails holds up nobody, is named over restarts, and is taken in once the rule is mended', async () => {
  const mira = desk.dc.customers.byName('Mira')
  const bot = desk.dc.staff.byName('Fernline Desk').account
  await desk.signInBot()
  mira.write(bot, 'Hello')
  const { id: ticketId } = await desk.ticket('Hello')
  defect.on = 'My lock is open'
  mira.write(bot, 'My lock is open')
  mira.write(bot, 'Are you there?')
  desk.dc.customers.byName('Jonas').write(bot, 'And I?')
  await desk.ticket('And I?')
  await desk.shows(ticketId, 'Are you there?')
  expect(await desk.said(ticketId)).not.toContain('My lock is open')
  const title = '1 message in the chat with Mira Adler could not be taken in'
  expect(await taken()).toMatchObject({ state: 'bad', title })
  expect(await gaps()).toEqual([1, 0])
  expect((await desk.ask.doctor.examine({ accountId: null })).findings).toContainEqual(
    expect.objectContaining({ title }),
  )

  await desk.stop()
  await desk.start()
  await desk.until('live again', async () => (await desk.linkOf(String(bot.id))) === 'live')
  await desk.until('the complaint', async () => (await taken())?.title === title)
  defect.on = 'nothing'
  await desk.ask.doctor.examine({ accountId: String(bot.id) })
  expect((await taken())?.state).toBe('ok')
  expect(await gaps()).toEqual([1, 1])
  const said = await desk.said(ticketId)
  expect(said.filter((text) => text === 'My lock is open')).toHaveLength(1)
  expect(await desk.ask.queue.search({ text: 'And I?', limit: 10 })).toHaveLength(1)
  expect(JSON.stringify(desk.kept.filter(({ event }) => event.kind === 'fact-set-aside'))).not.toContain(
    'lock',
  )
})
