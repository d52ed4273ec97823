import { afterEach, beforeEach, expect, test } from 'vitest'
import { type DataCentre, startDataCentre } from '../../telegram/server'
import { type DeskSide, deskSide, followed, reply, signInByCode } from './desk-side'

let dc: DataCentre
let desk: DeskSide | undefined
beforeEach(async () => {
  dc = await startDataCentre({ seed: 7 })
})
afterEach(async () => {
  await desk?.telegram.stop()
  desk = undefined
  await dc.close()
})

test('a customer writes in a topic and the desk hears it; the desk answers and the customer reads it', async () => {
  const mira = dc.customers.byName('Mira')
  const topic = mira.openTopic(dc.workspace.help, 'Brakes squeak', 'Hello, my brakes squeak')
  desk = await deskSide(dc)
  const { listener, telegram } = desk
  expect(listener.steps).toEqual([{ kind: 'signed-out', reason: 'never' }])
  await signInByCode(desk, dc)
  expect(listener.steps.at(-1)).toMatchObject({
    kind: 'signed-in',
    account: { id: '1001', name: 'Anna Berg', kind: 'user' },
  })
  const groups = await telegram.groups()
  expect(groups.find((group) => group.title === 'Fernline Help')?.problems).toEqual([])
  await telegram.follow(followed('500001'))
  expect(listener.texts).toContain('Hello, my brakes squeak')
  await listener.until('live', () => listener.links.at(-1)?.kind === 'live')

  mira.write(topic, 'It is bike 12')
  await listener.until('the second message', () => listener.texts.includes('It is bike 12'))

  const result = await telegram.send(reply(topic, 'We will look at it'))
  expect(result).toMatchObject({ kind: 'sent', number: expect.any(Number) })
  expect(mira.received(topic).map((message) => message.text)).toContain('We will look at it')
  await listener.until('the echo', () => listener.texts.includes('We will look at it'))
})
