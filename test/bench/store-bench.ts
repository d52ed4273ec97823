import { execFileSync } from 'node:child_process'
import { cp, rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { monitorEventLoopDelay, performance } from 'node:perf_hooks'
import { openJournal } from '../../src-main/adapters/store/open-journal'
import type { Recorded } from '../../src-main/core/desk/events'
import { evolve } from '../../src-main/core/desk/evolve'
import { type DeskState, emptyDesk } from '../../src-main/core/desk/state'
import type { Journal } from '../../src-main/core/ports'
import { silent } from '../conformance/silent-log'
import { coreRules } from '../runtime/core-rules.mjs'
import { percentile } from './percentile'
import { fixtureMessage, fixtureSize, topicName, writerOf } from './store-fixture'

/** One line of the bench. `goal` from ecosystem.md part 3.4; null where it gives none. `n` is how often. */
export interface BenchRow {
  readonly name: string
  readonly value: number
  readonly unit: 'ms' | 'MB' | 'msg/s' | 'us' | 'calls'
  readonly goal: number | null
  readonly n: number
}

const repository = resolve(import.meta.dirname, '../..')
const { tickets, messages } = fixtureSize
const scale = `${tickets / 1_000}k tickets, ${messages / 1_000_000}M messages`

/** Measures the store at full size, on the disk this repository lies on, fold included. */
export async function storeBench(): Promise<BenchRow[]> {
  // In a process of its own: what making the fixture takes must not be counted as what loading it takes.
  const fixture = execFileSync(process.execPath, [
    '--import',
    'tsx',
    join(import.meta.dirname, 'make-store-fixture.ts'),
  ])
  const directory = join(repository, 'out/bench-store')
  await rm(directory, { recursive: true, force: true })
  await cp(fixture.toString().trim(), directory, { recursive: true })
  try {
    const { journal, rows } = await load(directory)
    const work = new Work(journal)
    rows.push(...(await acknowledgements(work)))
    rows.push(...(await ingest(work)))
    rows.push(...openings(journal))
    rows.push(...(await checkpointing(work)))
    await journal.close()
    return rows
  } finally {
    await rm(directory, { recursive: true, force: true })
  }
}

/** Messages of customers that go on where the fixture ends. */
class Work {
  private number = messages
  private state: DeskState

  constructor(readonly journal: Journal) {
    this.state = journal.state
  }

  /** One message and how far Telegram was read, folded and made durable together. */
  append(): Promise<void> {
    const number = ++this.number
    const topic = 1 + ((number * 7919) % tickets)
    const at = new Date(Date.UTC(2026, 5, 1) + number).toISOString()
    const events = [
      fixtureMessage(topic, number, at),
      { kind: 'telegram-read', marks: { pts: String(number) } } as const,
    ]
    const recorded = events.map((event, nth): Recorded => {
      return { seq: this.state.seq + nth + 1, at, by: writerOf(event), event }
    })
    this.state = recorded.reduce(evolve, this.state)
    return this.journal.append(recorded, this.state)
  }

  /** How long each of `count` took (ms), one after the other. */
  async timed(count: number): Promise<number[]> {
    const times: number[] = []
    for (let done = 0; done < count; done++) {
      const start = performance.now()
      await this.append()
      times.push(performance.now() - start)
    }
    return times
  }
}

async function load(directory: string): Promise<{ journal: Journal; rows: BenchRow[] }> {
  const rules = coreRules()
  const rssBefore = process.memoryUsage().rss
  const start = performance.now()
  const opened = await openJournal({ directory, evolve, empty: emptyDesk, log: silent, rules })
  const value = performance.now() - start
  if (opened.kind !== 'ready') throw new Error(`the store is ${opened.kind}`)
  const { journal } = opened
  if (journal.state.tickets.size !== tickets) throw new Error(`${journal.state.tickets.size} tickets loaded`)
  const megabytes = (process.memoryUsage().rss - rssBefore) / 2 ** 20
  return {
    journal,
    rows: [
      { name: `store: load, ${scale}`, value, unit: 'ms', goal: null, n: 1 },
      { name: `store: memory after load, ${scale}`, value: megabytes, unit: 'MB', goal: null, n: 1 },
    ],
  }
}

async function acknowledgements(work: Work): Promise<BenchRow[]> {
  await work.timed(200)
  const times = await work.timed(2_000)
  return [
    {
      name: 'store: durable acknowledgement p50',
      value: percentile(times, 0.5),
      unit: 'ms',
      goal: 2,
      n: 2_000,
    },
    {
      name: 'store: durable acknowledgement p99',
      value: percentile(times, 0.99),
      unit: 'ms',
      goal: 10,
      n: 2_000,
    },
  ]
}

async function ingest(work: Work): Promise<BenchRow[]> {
  const count = 20_000
  let left = count
  const start = performance.now()
  const lane = async () => {
    while (left-- > 0) await work.append()
  }
  await Promise.all(Array.from({ length: 64 }, lane))
  const value = count / ((performance.now() - start) / 1_000)
  return [{ name: 'store: ingest, 64 in flight', value, unit: 'msg/s', goal: 10_000, n: count }]
}

function openings(journal: Journal): BenchRow[] {
  const timesOf = (count: number, topic: (nth: number) => number) =>
    Array.from({ length: count }, (_, nth) => {
      const start = performance.now()
      const read = journal.read(topicName(topic(nth)), { limit: 60 })
      if (read.length < 10) throw new Error(`only ${read.length} events in topic ${topic(nth)}`)
      return performance.now() - start
    })
  const short = timesOf(2_000, (nth) => 2 + ((nth * 7919) % (tickets - 2)))
  const long = timesOf(500, () => 1)
  return [
    { name: 'store: open a topic p50', value: percentile(short, 0.5), unit: 'ms', goal: null, n: 2_000 },
    { name: 'store: open a topic p99', value: percentile(short, 0.99), unit: 'ms', goal: null, n: 2_000 },
    {
      name: 'store: open a topic of 10,000 messages, last page p99',
      value: percentile(long, 0.99),
      unit: 'ms',
      goal: 32,
      n: 500,
    },
  ]
}

/** A checkpoint with every shard changed, as after a busy hour, while messages keep coming. */
async function checkpointing(work: Work): Promise<BenchRow[]> {
  const quiet = monitorEventLoopDelay({ resolution: 1 })
  quiet.enable()
  const start = performance.now()
  await work.journal.checkpoint()
  const value = performance.now() - start
  quiet.disable()
  await work.timed(2_000)
  let isWriting = true
  const checkpoint = work.journal.checkpoint().then(() => {
    isWriting = false
  })
  const times: number[] = []
  while (isWriting) times.push(...(await work.timed(1)))
  await checkpoint
  return [
    { name: `store: checkpoint, ${scale}`, value, unit: 'ms', goal: null, n: 1 },
    { name: 'store: longest pause in a checkpoint', value: quiet.max / 1e6, unit: 'ms', goal: 50, n: 1 },
    {
      name: 'store: acknowledgement during a checkpoint p50',
      value: percentile(times, 0.5),
      unit: 'ms',
      goal: null,
      n: times.length,
    },
    {
      name: 'store: acknowledgement during a checkpoint p99',
      value: percentile(times, 0.99),
      unit: 'ms',
      goal: null,
      n: times.length,
    },
  ]
}
