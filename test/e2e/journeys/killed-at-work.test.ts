import type { QueuePage } from '../../../src-preload/contract/queue'
import type { DeskStatus } from '../../../src-preload/contract/status'
import { type Comparison, compare } from '../../fire/compare'
import { change, write } from '../../fire/customer-acts'
import { type Asked, Ledger, type Place } from '../../fire/ledger'
import { openChatPlace, openTopicPlace } from '../../fire/open-place'
import { partOf, report } from '../../fire/report'
import { isAllOfIt, seed, sizes } from '../../fire/sizes'
import type { Step } from '../../fire/steps'
import { Random } from '../../telegram/random'
import { BOT } from '../../telegram/workspace'
import type { DeskPage } from '../desk-page'
import { expect, test } from '../fixtures'

const kills = sizes.appKills
const inTopics = ['Mira', 'Lena', 'Osei', 'Elif', 'Hanna']
const withTheBot = ['Zahra', 'Pavel']
const withAnna = ['Ines']
/** Telegram takes about one message a second of a bot in one chat: there the agents write less. */
const otherPlacesPerBotChat = 8

test(`killed ${kills} times under load, the desk loses nothing it acknowledged, sends nothing twice and takes nothing twice`, async ({
  dc,
  open,
}) => {
  test.setTimeout(480_000 + kills * 18_000)
  // A chance of their own for each, so that the same seed gives each the same day.
  const [customersChance, killsChance, ...agentsChance] = [0, 1, 2, 3].map(
    (nth) => new Random(seed + nth),
  ) as [Random, Random, ...Random[]]
  const ledger = new Ledger()
  const anna = String(dc.staff.byName('Anna').id)
  const bot = String(BOT.id)
  const first = await open()
  await first.signInAsAnna(dc)
  await first.call('session', 'add')
  await first.call('session', 'connectBot', { token: BOT.botToken })
  const places: readonly Place[] = [
    ...inTopics.map((name) => openTopicPlace(dc, ledger, name, `Topic of ${name}`)),
    ...withTheBot.map((name) => openChatPlace(dc, ledger, 'bot', name, bot)),
    ...withAnna.map((name) => openChatPlace(dc, ledger, 'private', name, anna)),
  ]
  for (const { kind, customer } of places) {
    if (kind !== 'private') continue
    const personId = String(customer.id)
    // Only whom the agent was offered can be chosen.
    const offered = () => first.call('accounts', 'chats', { accountId: anna, text: customer.name })
    await expect.poll(offered).toContainEqual(expect.objectContaining({ personId }))
    await first.call('accounts', 'openChat', { accountId: anna, personId })
  }
  await expect.poll(async () => (await ticketIds(first, places)).size).toBe(places.length)
  const ids = await ticketIds(first, places)

  const played: Step[] = []
  const customersAct = () => {
    const at = customersChance.between(0, places.length - 1)
    const place = places[at] as Place
    const kind = customersChance.between(1, 6) === 1 ? 'edit' : 'write'
    if (kind === 'edit') change(ledger, place, kind)
    else write(ledger, place)
    played.push({ kind, at })
  }
  // Each agent has places of their own, so that the order in which they ask is the order in a conversation.
  const agents = agentsChance.map((random, which) => {
    const own = places.filter((_, at) => at % agentsChance.length === which)
    const often = (place: Place) => (place.kind === 'bot' ? 1 : otherPlacesPerBotChat)
    return { random, own: own.flatMap((place) => Array.from({ length: often(place) }, () => place)) }
  })
  const acknowledged = () => ledger.asked.filter(({ isAcknowledged }) => isAcknowledged).length

  let desk = first
  for (let kill = 0; kill < kills; kill++) {
    const load = setInterval(customersAct, 15)
    const before = acknowledged()
    const life = { isOver: false, refusals: [] as string[] }
    const work = Promise.all(agents.map((agent) => agentWorks(desk, agent, ids, ledger, life)))
    // Every fifth kill falls anywhere, into the start too; the others into work under way.
    if (kill % 5 !== 0)
      await expect
        .poll(async () => acknowledged() > before || (await whyIdle(desk, life.refusals)), {
          timeout: 60_000,
        })
        .toBe(true)
    await new Promise((resolve) => setTimeout(resolve, killsChance.between(0, 700)))
    life.isOver = true
    await desk.kill()
    clearInterval(load)
    await work
    desk = await open({ profile: desk.profile })
  }
  // Between kills it has no time to read all that is written: now it gets it.
  await expect(desk.strip).toContainText('Connected', { timeout: isAllOfIt ? 1_200_000 : 240_000 })
  const uncertain = new Set<string>()
  // What customers wrote while the desk was gone stops what waited: the agent sends it all the same.
  await expect
    .poll(() => settle(desk, ids, uncertain), {
      timeout: isAllOfIt ? 1_200_000 : 480_000,
      intervals: [2_000],
    })
    .toEqual({ stopped: 0, toSend: 0 })

  const itemsOf = async (place: Place) =>
    (await desk.items(ids.get(place) ?? '')).flatMap((item) => (item.kind === 'event' ? [] : [item]))
  let found: Comparison = { compared: 0, faults: [] }
  const look = async () => {
    found = await compare(itemsOf, ledger, places)
    return found.faults
  }
  await expect.poll(look, { timeout: 60_000 }).toEqual([])
  // What comes twice comes late.
  await new Promise((resolve) => setTimeout(resolve, 500))
  await look()
  const more = {
    ...{ kills, written: ledger.written.length, asked: ledger.asked.length, acknowledged: acknowledged() },
    edits: ledger.written.reduce((sum, { edits }) => sum + edits, 0),
  }
  report('kills of the app', partOf(played, { ...found, uncertain: uncertain.size }, more))
  test.info().annotations.push({ type: 'measured', description: JSON.stringify({ seed, ...more }) })
  expect(found.faults).toEqual([])
  expect(acknowledged()).toBeGreaterThan(kills)
})

/** What a desk that acknowledges nothing says of itself. */
async function whyIdle(desk: DeskPage, refusals: readonly string[]): Promise<string> {
  const startup = desk.call('desk', 'startup').catch(String)
  const nothing = new Promise((resolve) => setTimeout(resolve, 1_000, 'no answer'))
  const said = await Promise.race([startup, nothing])
  return JSON.stringify({ said, refusals: refusals.slice(-2), output: desk.launched.output().slice(-400) })
}

/** Replies and notes, twenty a second at most, as a busy team writes them, until the desk is gone. */
async function agentWorks(
  desk: DeskPage,
  { own, random }: { readonly own: readonly Place[]; readonly random: Random },
  ids: ReadonlyMap<Place, string>,
  ledger: Ledger,
  life: { readonly isOver: boolean; readonly refusals: string[] },
): Promise<void> {
  while (!life.isOver) {
    const place = random.pick(own)
    const ticketId = ids.get(place) ?? ''
    const isNote = random.between(0, 3) === 0
    const text = ledger.nextName(isNote ? 'note' : 'reply')
    const asked: Asked = { place, text, from: isNote ? 'note' : 'desk', isAcknowledged: false }
    ledger.asked.push(asked)
    const reply = {
      ...{ ticketId, replyId: crypto.randomUUID(), text, entities: [], replyTo: null },
      ...{ attachments: [], after: 'nothing', seenPosition: 0, force: true },
    }
    try {
      if (isNote) await desk.call('conversation', 'note', { ticketId, noteId: crypto.randomUUID(), text })
      else await desk.call('conversation', 'reply', reply)
      asked.isAcknowledged = true
    } catch (refusal) {
      if (!life.isOver) life.refusals.push(String(refusal))
    }
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

/** The ticket of each place that has one. */
async function ticketIds(desk: DeskPage, places: readonly Place[]): Promise<ReadonlyMap<Place, string>> {
  const page = (await desk.call('queue', 'page', { view: 'all', from: 0, count: 50 })) as QueuePage
  const wayOf = { topic: 'topic', bot: 'bot', private: 'privateChat' } as const
  const found = places.map((place) => {
    const id = String(place.customer.id)
    const row = page.rows.find(
      ({ way, customer, title }) =>
        way === wayOf[place.kind] && customer.id === id && (way !== 'topic' || title === place.name),
    )
    return [place, row?.id] as const
  })
  return new Map(found.flatMap(([place, id]) => (id === undefined ? [] : [[place, id] as const])))
}

/** Sends what stopped, and answers how much of it there was and how much is still to go. */
async function settle(desk: DeskPage, ids: ReadonlyMap<Place, string>, uncertain: Set<string>) {
  let stopped = 0
  for (const ticketId of ids.values())
    for (const item of await desk.items(ticketId)) {
      if (item.kind !== 'message' || item.outboxId === null) continue
      const { outboxId, delivery } = item
      if (delivery.kind !== 'failed' && delivery.kind !== 'uncertain') continue
      stopped++
      if (delivery.kind === 'uncertain') uncertain.add(outboxId)
      const isThere =
        delivery.kind === 'uncertain' && (await desk.call('conversation', 'check', { ticketId, outboxId }))
      if (!isThere) await desk.call('conversation', 'retry', { ticketId, outboxId })
    }
  const { toSend } = (await desk.call('desk', 'status')) as DeskStatus
  return { stopped, toSend }
}
