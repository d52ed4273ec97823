import type { QueuePage } from '../../../src-preload/contract/queue'
import type { DeskStatus } from '../../../src-preload/contract/status'
import type { OpenedTopic, Party } from '../../telegram/people'
import { Random } from '../../telegram/random'
import type { DeskPage } from '../desk-page'
import { expect, test } from '../fixtures'

const kills = 50
const titles = ['Flat tyre', 'Lost key', 'Wrong bill', 'No light', 'Bent wheel']
const customers = ['Mira', 'Lena', 'Osei', 'Elif', 'Hanna']

/** What the agent asked for, and whether the desk had said yes before it was killed. */
interface Asked {
  readonly text: string
  readonly kind: 'reply' | 'note'
  isAcknowledged: boolean
}

test('killed fifty times under load, the desk loses nothing it acknowledged, sends nothing twice and takes nothing twice', async ({
  dc,
  open,
}) => {
  test.setTimeout(900_000)
  const random = new Random(Number(process.env.TOPICDESK_KILL_SEED ?? 7))
  const parties: Party[] = customers.map((name) => dc.customers.byName(name))
  const topics: OpenedTopic[] = parties.map((party, index) =>
    party.openTopic(dc.workspace.help, titles[index] ?? '', `First of ${titles[index]}`),
  )
  const written = topics.map((_, index) => [`First of ${titles[index]}`])
  let count = 0
  const writeOne = () => {
    const at = random.between(0, topics.length - 1)
    const text = `customer ${++count}`
    parties[at]?.write(topics[at] as OpenedTopic, text)
    written[at]?.push(text)
  }

  const first = await open()
  await first.signInAsAnna(dc)
  await expect(first.rows).toHaveCount(titles.length + 2)
  const ids = await ticketIds(first)
  const asked: Asked[] = []
  let desk = first
  for (let kill = 0; kill < kills; kill++) {
    const load = setInterval(writeOne, 15)
    const before = acknowledged(asked)
    const work = Promise.all([agentWorks(desk, ids, asked, random), agentWorks(desk, ids, asked, random)])
    // Every fifth kill falls anywhere, into the start too; the others into work under way.
    if (kill % 5 !== 0) await expect.poll(() => acknowledged(asked)).toBeGreaterThan(before)
    await new Promise((resolve) => setTimeout(resolve, random.between(0, 700)))
    await desk.kill()
    clearInterval(load)
    await work
    desk = await open({ profile: desk.profile })
  }
  await expect(desk.strip).toContainText('Connected', { timeout: 30_000 })
  // What customers wrote while the desk was gone stops what waited: the agent sends it all the same.
  await expect
    .poll(() => sendAnyway(desk, ids), { timeout: 180_000, intervals: [2_000] })
    .toEqual({ stopped: 0, toSend: 0 })

  const received = new Map<string, number>()
  for (const [index, party] of parties.entries())
    for (const { text } of party.received(topics[index])) received.set(text, (received.get(text) ?? 0) + 1)
  const shown = await readAll(desk, ids)
  for (const one of asked) {
    const times =
      one.kind === 'note'
        ? shown.notes.filter((text) => text === one.text).length
        : (received.get(one.text) ?? 0)
    if (one.isAcknowledged) expect(times, one.text).toBe(1)
    else expect(times, one.text).toBeLessThanOrEqual(1)
  }
  for (const [index, title] of titles.entries())
    expect(shown.customer.get(title), title).toEqual(written[index])
  expect([...received.keys()].filter((text) => text.startsWith('note '))).toEqual([])
  expect(acknowledged(asked)).toBeGreaterThan(kills)
  test.info().annotations.push({
    type: 'measured',
    description: `${kills} kills, ${count} customer messages, ${asked.length} asked, ${acknowledged(asked)} acknowledged`,
  })
})

const acknowledged = (asked: readonly Asked[]) => asked.filter((one) => one.isAcknowledged).length

/** Replies and notes as fast as the desk takes them, until it is gone. */
async function agentWorks(
  desk: DeskPage,
  ids: ReadonlyMap<string, string>,
  asked: Asked[],
  random: Random,
): Promise<void> {
  const tickets = titles.map((title) => ids.get(title) ?? '')
  for (;;) {
    const ticketId = tickets[random.between(0, tickets.length - 1)] ?? ''
    const kind = random.between(0, 3) === 0 ? 'note' : 'reply'
    const one: Asked = { kind, text: `${kind} ${asked.length + 1}`, isAcknowledged: false }
    asked.push(one)
    const input =
      kind === 'note'
        ? { ticketId, noteId: crypto.randomUUID(), text: one.text }
        : {
            ...{ ticketId, replyId: crypto.randomUUID(), text: one.text, entities: [], replyTo: null },
            ...{ attachments: [], after: 'nothing', seenPosition: 0, force: true },
          }
    try {
      await desk.call('conversation', kind, input)
      one.isAcknowledged = true
    } catch {
      return
    }
  }
}

async function ticketIds(desk: DeskPage): Promise<ReadonlyMap<string, string>> {
  const page = (await desk.call('queue', 'page', { view: 'all', from: 0, count: 50 })) as QueuePage
  return new Map(page.rows.map(({ title, id }) => [title, id]))
}

/** Sends what stopped, and answers how much of it there was and how much is still to go. */
async function sendAnyway(desk: DeskPage, ids: ReadonlyMap<string, string>) {
  let stopped = 0
  for (const ticketId of ids.values())
    for (const item of await desk.items(ticketId)) {
      if (item.kind !== 'message' || item.delivery.kind !== 'failed') continue
      await desk.call('conversation', 'retry', { ticketId, outboxId: item.outboxId })
      stopped++
    }
  const { toSend } = (await desk.call('desk', 'status')) as DeskStatus
  return { stopped, toSend }
}

async function readAll(desk: DeskPage, ids: ReadonlyMap<string, string>) {
  const notes: string[] = []
  const customer = new Map<string, string[]>()
  for (const title of titles) {
    const items = await desk.items(ids.get(title) ?? '')
    notes.push(...items.flatMap((item) => (item.kind === 'note' ? [item.text] : [])))
    customer.set(
      title,
      items.flatMap((item) => (item.kind === 'message' && item.side === 'customer' ? [item.text] : [])),
    )
  }
  return { notes, customer }
}
