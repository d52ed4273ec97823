import { afterEach, beforeEach, expect, test } from 'vitest'
import { PRIVATE_STORIES } from '../../telegram/cast/private-stories'
import { startCast } from '../../telegram/cast/start-cast'
import { STORIES } from '../../telegram/cast/stories'
import { type DataCentre, startDataCentre } from '../../telegram/server'

let dc: DataCentre
let now: number

beforeEach(async () => {
  now = 1_790_000_000_000
  dc = await startDataCentre({ seed: 3, clock: { now: () => now } })
})
afterEach(() => dc.close())

const told = (events: readonly { customer: string; did: string }[]) =>
  events.map(({ customer, did }) => `${customer} ${did}`)

test('the same seed makes the same customers do the same things in the same order', async () => {
  const first = told(startCast(dc, { seed: 5 }).settle())
  const again = await startDataCentre({ seed: 3, clock: { now: () => now } })
  expect(told(startCast(again, { seed: 5 }).settle())).toEqual(first)
  expect(told(startCast(again, { seed: 6 }).settle())).not.toEqual(first)
  await again.close()
})

test('a customer waits for an answer, asks again when patience ends, and goes on when answered', () => {
  const story = STORIES.filter(({ customer }) => customer === 'Mira')
  const cast = startCast(dc, { script: story, patienceMs: 60_000 })
  expect(told(cast.settle())).toEqual(['Mira open', 'Mira document'])
  expect(cast.step()).toBeNull()
  now += 60_000
  expect(told(cast.settle())).toEqual(['Mira nudge'])
  const topicId = cast.events[0]?.topicId ?? 0
  const anna = dc.staff.byName('Anna')
  const place = { group: dc.workspace.help, id: topicId }
  anna.write(place, 'I see both payments and have asked to release one.')
  expect(told(cast.settle())).toEqual(['Mira wait-for-answer', 'Mira read', 'Mira write', 'Mira edit'])
  anna.write(place, 'It is released.')
  expect(told(cast.settle())).toEqual(['Mira wait-for-answer', 'Mira read', 'Mira reply', 'Mira close'])
  expect(cast.isOver).toBe(true)
  expect(dc.workspace.help.topics.get(topicId)?.isClosed).toBe(true)
  const seen = anna.received(place).filter(({ action }) => action === null)
  expect(seen.at(-1)?.replyTo).not.toBeNull()
  expect(seen.find(({ edits }) => edits.length > 0)?.edits[0]?.text).toContain('before Friday')
})

test('every story can be told to its end, and again without end', () => {
  const cast = startCast(dc, { endless: true, atOnce: 3 })
  const anna = dc.staff.byName('Anna')
  for (let round = 0; round < 400; round++) {
    const event = cast.step()
    if (event !== null) continue
    for (const topic of dc.workspace.help.topics.values()) {
      if (topic.id !== 1) anna.write({ group: dc.workspace.help, id: topic.id }, 'We are on it.')
    }
  }
  const titles = cast.events.filter(({ did }) => did === 'open').map(({ title }) => title)
  expect(titles.length).toBeGreaterThan(STORIES.length)
  expect(titles.some((title) => title.endsWith('(2)'))).toBe(true)
})

test('customers also come to the bot and to an agent in private, press its buttons and share their number', () => {
  const cast = startCast(dc, { script: PRIVATE_STORIES })
  const bot = dc.staff.byName('Fernline Desk')
  const elif = dc.customers.byName('Elif')
  for (let done = 0; done < 60 && !cast.isOver; done++) {
    if (cast.step() !== null) continue
    now += 1000
    for (const name of ['Elif', 'Pavel']) bot.write(dc.customers.byName(name).account, 'We are on it.')
    dc.staff.byName('Anna').write(dc.customers.byName('Jonas').account, 'I will have a look.')
  }
  expect(cast.isOver).toBe(true)
  const seen = bot.received(elif.account)
  expect(seen.slice(0, 6).map(({ text, media }) => media?.kind ?? text)).toEqual([
    '/start',
    'Hello, the lock of my bike broke and I had to pay for a taxi.',
    'A payment',
    'In the next days',
    'photo',
    'contact',
  ])
  expect(dc.staff.byName('Anna').received(dc.customers.byName('Jonas').account).length).toBe(4)
})
