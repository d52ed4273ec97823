import { mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, test } from 'vitest'
import { openJournal } from '../../src-main/adapters/store/open-journal'
import type { Actor } from '../../src-main/core/desk/actor'
import { evolve } from '../../src-main/core/desk/evolve'
import type { TelegramFact } from '../../src-main/core/desk/facts'
import { emptyDesk } from '../../src-main/core/desk/state'
import { Desk } from '../../src-main/desk/desk'
import { silent } from '../conformance/silent-log'
import { SteeredClock } from '../conformance/steered-clock'
import { out } from '../runtime/paths.mjs'
import { Random } from '../telegram/random'
import { seed, sizes } from './sizes'

setFlagsFromString('--expose-gc')
const collectGarbage: () => void = runInNewContext('gc')

const anna = { id: '10', name: 'Anna', username: null, isBot: false }
const byAnna: Actor = { kind: 'agent', id: anna.id }
const theDesk: Actor = { kind: 'desk' }
const chatId = '500001'
const minuteMs = 60_000
const perHourAtNoon = 1_500

/** What a desk weighs at the end of a simulated hour. */
interface Hour {
  readonly hour: number
  readonly messages: number
  readonly heapMb: number
  readonly rssMb: number
  readonly journalBytes: number
  readonly checkpointBytes: number
  readonly outbox: number
  readonly openTickets: number
}

test(`${sizes.hours} hours of twenty agents' traffic leave nothing growing but the history`, async () => {
  const folder = await mkdtemp(join(tmpdir(), 'topicdesk-day-'))
  const start = Date.UTC(2026, 10, 23)
  const clock = new SteeredClock(start)
  const opened = await openJournal({ directory: folder, evolve, empty: emptyDesk, log: silent })
  if (opened.kind !== 'ready') throw new Error('the journal is not ready')
  const { journal } = opened
  const desk = new Desk(journal, clock, silent, () => undefined)
  const random = new Random(seed)
  const hours: Hour[] = []
  let number = 10
  let outbox = 0
  let messages = 0
  const at = () => new Date(clock.now()).toISOString()
  const deliver = (facts: readonly TelegramFact[]) =>
    desk.ask(
      {
        kind: 'receive-delivery',
        delivery: { facts, people: [], accountId: anna.id, marks: { pts: String(++number) } },
      },
      theDesk,
    )
  const said = (topicId: number, senderId: string, text: string, randomId: string | null): TelegramFact => ({
    kind: 'message',
    message: {
      ...{
        chatId,
        topicId,
        number: ++number,
        senderId,
        isOwn: randomId !== null,
        randomId,
        sentAt: at(),
        text,
      },
      ...{ entities: [], media: [], albumId: null, replyTo: null },
    },
  })
  try {
    await desk.ask({ kind: 'sign-in', account: { ...anna, kind: 'user' } }, theDesk)
    const group = { id: chatId, title: 'Help', accountId: anna.id, role: 'public' } as const
    await desk.ask({ kind: 'follow-group', group }, byAnna)
    await desk.ask({ kind: 'change-settings', patch: { sendHoldMs: 0 } }, byAnna)
    await deliver([{ kind: 'team', groupId: chatId, agents: [anna] }])
    const topics: number[] = []
    for (let minute = 0; minute < sizes.hours * 60; minute++) {
      clock.advance(minuteMs)
      const share = 0.1 + 0.9 * Math.sin((Math.PI * ((minute / 60) % 24)) / 24) ** 2
      const facts: TelegramFact[] = []
      const answered = new Set<number>()
      for (let left = Math.round((perHourAtNoon / 60) * share); left > 0; left--) {
        messages++
        let topicId = random.pick(topics.length > 0 ? topics.slice(-400) : [0])
        if (topics.length === 0 || random.between(1, 6) === 1) {
          topicId = ++number
          topics.push(topicId)
          const title = `Topic ${topicId}`
          facts.push({ kind: 'topic-created', chatId, topicId, title, by: `${topicId}`, at: at() })
        }
        facts.push(
          said(topicId, `${topicId}`, `customer ${messages} ${'words '.repeat(random.between(1, 40))}`, null),
        )
        answered.add(topicId)
      }
      await deliver(facts)
      await Promise.all(
        [...answered].map(async (topicId) => {
          const ticketId = desk.state.conversations.get(`${chatId}:${topicId}`)?.ticketIds.at(-1) ?? ''
          const outboxId = String(++outbox)
          const text = `reply ${outbox} ${'words '.repeat(random.between(1, 40))}`
          const after = random.between(1, 4) === 1 ? ('resolve' as const) : ('nothing' as const)
          await desk.ask(
            {
              ...{ kind: 'queue-reply', ticketId, outboxId, text, entities: [], files: [], replyTo: null },
              ...{ after, seenPosition: desk.state.seq, force: true },
            },
            byAnna,
          )
          await desk.ask({ kind: 'note-attempt', outboxId }, theDesk)
          await deliver([said(topicId, anna.id, text, outboxId)])
          if (random.between(1, 5) === 1)
            await desk.ask({ kind: 'add-note', ticketId, noteId: `n${outbox}`, text: 'A note.' }, byAnna)
        }),
      )
      if (minute % 60 !== 59) continue
      await journal.checkpoint()
      collectGarbage()
      const { heapUsed, rss } = process.memoryUsage()
      hours.push({
        ...{ hour: (minute + 1) / 60, messages: messages + outbox, outbox: desk.state.outbox.size },
        ...{ heapMb: Math.round(heapUsed / 2 ** 20), rssMb: Math.round(rss / 2 ** 20) },
        journalBytes: await bytesIn(join(folder, 'journal')),
        checkpointBytes: await bytesIn(join(folder, 'checkpoint')),
        openTickets: [...desk.state.tickets.values()].filter(({ status }) => status !== 'resolved').length,
      })
    }
    await mkdir(out('fire'), { recursive: true })
    await writeFile(out('fire', 'day.json'), `${JSON.stringify({ seed, hours }, null, 2)}\n`)
    await writeFile(out('fire', 'day.svg'), curve(hours))
    const last = hours.at(-1)
    process.stdout.write(`day: ${JSON.stringify(last)}\n`)
    expect(last?.outbox).toBe(0)
    for (const hour of hours) {
      expect(hour.journalBytes / hour.messages).toBeLessThan(4_000)
      expect(hour.checkpointBytes / hour.messages).toBeLessThan(4_000)
    }
    for (const { sentReplies, deletedNumbers } of desk.state.conversations.values()) {
      expect(sentReplies.length).toBeLessThanOrEqual(200)
      expect(deletedNumbers.length).toBeLessThanOrEqual(1_000)
    }
    expect(desk.state.evidence.size).toBeLessThanOrEqual(8)
  } finally {
    await journal.close()
    await rm(folder, { recursive: true, force: true })
  }
}, 1_200_000)

async function bytesIn(folder: string): Promise<number> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true })
  const sizesOf = found
    .filter((one) => one.isFile())
    .map(async (one) => (await stat(join(one.parentPath, one.name))).size)
  return (await Promise.all(sizesOf)).reduce((sum, size) => sum + size, 0)
}

/** Memory, journal and checkpoint over the day, each as a share of its greatest. */
function curve(hours: readonly Hour[]): string {
  const colours = { heapMb: '#c2410c', journalBytes: '#1d4ed8', checkpointBytes: '#15803d' } as const
  const lines = (['heapMb', 'journalBytes', 'checkpointBytes'] as const).map((name, nth) => {
    const most = Math.max(1, ...hours.map((hour) => hour[name]))
    const points = hours.map(
      (hour, at) => `${40 + (at * 720) / Math.max(1, hours.length - 1)},${340 - (hour[name] / most) * 300}`,
    )
    const label = `<text x="48" y="${24 + nth * 16}" fill="${colours[name]}">${name}, at most ${most}</text>`
    return `<polyline fill="none" stroke-width="2" stroke="${colours[name]}" points="${points.join(' ')}"/>${label}`
  })
  return `<svg xmlns="http://www.w3.org/2000/svg" width="800" height="360" font-family="sans-serif" font-size="12"><rect width="800" height="360" fill="white"/>${lines.join('')}</svg>\n`
}
