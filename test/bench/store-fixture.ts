import { existsSync } from 'node:fs'
import { mkdir, rename, rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { openJournal } from '../../src-main/adapters/store/open-journal'
import type { Actor } from '../../src-main/core/desk/actor'
import type { DeskEvent, Recorded } from '../../src-main/core/desk/events'
import { evolve } from '../../src-main/core/desk/evolve'
import { emptyDesk } from '../../src-main/core/desk/state'
import type { Journal, OpenedJournal } from '../../src-main/core/ports'
import { silent } from '../conformance/silent-log'
import { coreRules } from '../runtime/core-rules.mjs'

/** How much the fixture holds. One topic, the first, is a long one. */
export const fixtureSize = { tickets: 100_000, messages: 1_000_000, longTopic: 10_000 } as const

export const fixtureChat = '-1002000000001'
const version = 2
const repository = resolve(import.meta.dirname, '../..')
const activeTopics = 1_000
const messagesEach = Math.floor((fixtureSize.messages - fixtureSize.longTopic) / fixtureSize.tickets)
const dayStart = Date.UTC(2026, 0, 5)
const words =
  'my order number is still on its way and nobody at the shop can tell me when it will come'.split(' ')

export const topicName = (topic: number) => `${fixtureChat}:${topic}`

/** A message in a topic as the Telegram adapter tells it; about 200 characters every tenth, else 60. */
export function fixtureMessage(topic: number, number: number, at: string): DeskEvent {
  const length = number % 10 === 0 ? 36 : 11
  const text = Array.from({ length }, (_, word) => words[(number * 7 + word * 5) % words.length]).join(' ')
  const isTeam = number % 3 === 0
  return {
    kind: 'message-received',
    conversationId: topicName(topic),
    ticketId: topicName(topic),
    side: isTeam ? 'team' : 'customer',
    message: {
      chatId: fixtureChat,
      topicId: topic,
      number,
      senderId: isTeam ? '42' : String(5_000_000_000 + topic),
      isOwn: false,
      randomId: null,
      sentAt: at,
      text,
      entities: [],
      media: [],
      albumId: null,
      replyTo: null,
    },
  }
}

/**
 * The folder of a store with {@link fixtureSize}, written by the store itself. Made once and kept in
 * `out/bench-fixture`; never write to it, work on a copy.
 */
export async function storeFixture(): Promise<string> {
  const folder = join(repository, 'out/bench-fixture', `store-${version}`)
  if (!(await isWell(folder))) {
    // Under a name of its own, so that two benches at once do not write into one another's.
    const unfinished = `${folder}.${process.pid}`
    await mkdir(unfinished, { recursive: true })
    const journal = await open(unfinished)
    await fill(journal)
    await keepResolved(journal)
    await journal.close()
    await rm(folder, { recursive: true, force: true })
    await rename(unfinished, folder)
  }
  return folder
}

/** Opens it once, so that its checkpoint is of the rules of today. False if it is not there or damaged. */
async function isWell(folder: string): Promise<boolean> {
  if (!existsSync(folder)) return false
  const opened = await tryOpen(folder)
  if (opened.kind === 'in-use') throw new Error('another bench works with the fixture: wait for it to end')
  if (opened.kind !== 'ready') return false
  if (opened.journal.state.settings.autoCloseMs !== null) await keepResolved(opened.journal)
  await opened.journal.close()
  return true
}

async function open(directory: string): Promise<Journal> {
  const opened = await tryOpen(directory)
  if (opened.kind !== 'ready') throw new Error(`the fixture is ${opened.kind}`)
  return opened.journal
}

async function tryOpen(directory: string): Promise<OpenedJournal> {
  const rules = coreRules()
  return openJournal({ directory, evolve, empty: emptyDesk, log: silent, rules })
}

/** Its days are long past: with the default, 97,000 topics would be closed at the first start. */
async function keepResolved(journal: Journal): Promise<void> {
  const { state } = journal
  const event: DeskEvent = { kind: 'settings-changed', settings: { ...state.settings, autoCloseMs: null } }
  const recorded: Recorded = { seq: state.seq + 1, at: timeOf(state.seq), by: { kind: 'desk' }, event }
  await journal.append([recorded], evolve(state, recorded))
}

async function fill(journal: Journal): Promise<void> {
  let { state } = journal
  let number = 0
  let batch: DeskEvent[] = []
  const flush = async () => {
    const recorded = batch.map((event, at): Recorded => {
      const seq = state.seq + at + 1
      return { seq, at: timeOf(seq), by: writerOf(event), event }
    })
    batch = []
    state = recorded.reduce(evolve, state)
    await journal.append(recorded, state)
  }
  const tell = async (event: DeskEvent) => {
    batch.push(event)
    if (batch.length >= 2_000) await flush()
  }
  for (let first = 1; first <= fixtureSize.tickets; first += activeTopics) {
    const topics = Array.from({ length: activeTopics }, (_, at) => first + at)
    for (const topic of topics) for (const event of opening(topic)) await tell(event)
    for (let round = 0; round < messagesEach; round++) {
      for (const topic of topics) await tell(fixtureMessage(topic, ++number, timeOf(number)))
      await tell({ kind: 'telegram-read', marks: { pts: String(number) } })
    }
    for (const topic of topics) if (topic % 33 !== 1) await tell(resolution(topic))
  }
  while (number < fixtureSize.messages) await tell(fixtureMessage(1, ++number, timeOf(number)))
  await flush()
}

/** Who an event of the fixture is by. */
export function writerOf(event: DeskEvent): Actor {
  if (event.kind !== 'message-received') return { kind: 'desk' }
  return { kind: event.side === 'team' ? 'agent' : 'customer', id: event.message.senderId }
}

function opening(topic: number): DeskEvent[] {
  const names = { conversationId: topicName(topic), ticketId: topicName(topic) }
  const customerId = String(5_000_000_000 + topic)
  return [
    {
      kind: 'person-met',
      person: { id: customerId, name: `Customer ${topic}`, username: `customer${topic}`, isBot: false },
    },
    {
      kind: 'topic-found',
      conversationId: names.conversationId,
      chatId: fixtureChat,
      topicId: topic,
      title: `Order ${topic}`,
    },
    {
      kind: 'ticket-created',
      ...names,
      code: `T${topic}`,
      title: `Order ${topic} has not come yet`,
      customerId,
      priority: topic % 5 === 0 ? 'high' : 'medium',
      followUpOf: null,
      openedAt: timeOf(topic),
    },
  ]
}

function resolution(topic: number): DeskEvent {
  const names = { conversationId: topicName(topic), ticketId: topicName(topic) }
  return {
    kind: 'status-changed',
    ...names,
    from: 'open',
    to: 'resolved',
    cause: 'agent',
    reason: null,
    until: null,
  }
}

function timeOf(step: number): string {
  return new Date(dayStart + step * 1_000).toISOString()
}
