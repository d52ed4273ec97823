import { beforeEach, describe, expect, test } from 'vitest'
import type { IncomingMessage } from '../../../../../src-main/core/conversation/message'
import type { HistoryPage, Telegram } from '../../../../../src-main/core/ports'
import type { Door } from '../../../../../src-main/desk/accounts'
import type { Desk } from '../../../../../src-main/desk/desk'
import { Reconciler } from '../../../../../src-main/desk/evidence/reconciler'
import type { Reconciliation } from '../../../../../src-preload/contract/evidence'
import { anna, chatId, helper, hour, iso, minute, nine, theDesk } from '../../core/desk-on-paper'
import { OpenDesk } from '../open-desk'
import { settled, strict } from '../strict'

let open: OpenDesk
let door: Door
let pages: HistoryPage[]
let asked: [number, number][]
let between: () => Promise<void>
let told: (Reconciliation | null)[]
let reconciler: Reconciler

beforeEach(async () => {
  open = await OpenDesk.open()
  pages = []
  asked = []
  told = []
  between = async () => undefined
  door = {
    telegram: strict<Telegram>('telegram', {
      history: async function* (from, to) {
        asked.push([from, to])
        for (const page of pages) {
          yield page
          await between()
        }
      },
    }),
    ...{ accountId: anna.id, step: { kind: 'signed-out', reason: 'never' }, lastHeardAt: null },
    link: { kind: 'live' },
  }
  reconciler = new Reconciler(open.desk, open.journal, { of: () => door }, open.clock, open.log, () =>
    told.push(reconciler.current),
  )
  open.clock.advance(hour)
})

const page = (messages: readonly Partial<IncomingMessage>[], gone: readonly number[] = []): HistoryPage => ({
  ...{ chatId, gone, people: [] },
  messages: messages.map((more) => ({ kind: 'message', message: open.message(more) })),
})
const text = 'My card was refused.'
const sentAt = iso(nine + minute)

test('one message on which the rules fail keeps no other from being mended, and stays a difference', async () => {
  const poison = open.message({ number: 202, sentAt })
  Object.defineProperty(poison, 'senderId', {
    get: () => {
      throw new TypeError('a bug')
    },
  })
  const messages = [open.message({ number: 201, sentAt }), poison, open.message({ number: 203, sentAt })]
  pages = [
    { chatId, gone: [], people: [], messages: messages.map((message) => ({ kind: 'message', message })) },
  ]
  const { state, differences } = await reconciler.run(anna.id, hour)
  expect(state).toBe('done')
  expect(differences.map(({ number, repaired }) => [number, repaired])).toEqual([
    [201, true],
    [202, false],
    [203, true],
  ])
  expect(open.log.errors).toEqual(['a difference could not be mended'])
})

describe('a comparison', () => {
  test('that finds nothing says how much it looked at, and changes nothing', async () => {
    pages = [page([{ number: 101, text, sentAt: iso(nine) }])]
    const { seq } = open.desk.state
    expect(await reconciler.run(anna.id, hour)).toEqual({
      ...{ accountId: anna.id, state: 'done', from: nine, to: nine + hour - minute, startedAt: nine + hour },
      ...{ endedAt: nine + hour, checked: 1, differences: [], found: 0, repaired: 0, why: null },
    })
    expect(asked).toEqual([[nine, nine + hour - minute]])
    expect(open.desk.state.seq).toBe(seq)
  })

  test('names and mends what is missing, edited and deleted, page by page', async () => {
    await open.deliver([{ kind: 'message', message: open.message({ number: 110, text: 'To be deleted' }) }])
    pages = [
      page([
        { number: 101, text: `${text} Twice.`, sentAt: iso(nine) },
        { number: 105, text: 'Lost', sentAt },
      ]),
      page([], [110, 111]),
    ]
    const done = await reconciler.run(anna.id, hour)
    expect(done).toMatchObject({ state: 'done', checked: 4, found: 3, repaired: 3 })
    expect(done.differences.map(({ kind, number, repaired }) => [kind, number, repaired])).toEqual([
      ...[['edited', 101, true] as const, ['missing', 105, true] as const, ['deleted', 110, true] as const],
    ])
    const texts = open.events('message-received').map(({ message }) => message.text)
    expect(texts).toContain('Lost')
    expect(open.events('message-edited')).toMatchObject([{ text: `${text} Twice.` }])
    expect(open.events('message-deleted')).toHaveLength(1)
    expect(open.events('telegram-read').at(0)?.tally).toEqual({ recovered: 1 })
    expect(await reconciler.run(anna.id, hour)).toMatchObject({ found: 0 })
  })

  test('tells how far it is after each page', async () => {
    pages = [page([{ number: 101, text, sentAt: iso(nine) }]), page([{ number: 105, sentAt }])]
    await reconciler.run(anna.id, hour)
    expect(told.map((one) => [one?.state, one?.checked])).toEqual([
      ...[['running', 0] as const, ['running', 1] as const, ['running', 2] as const, ['done', 2] as const],
    ])
  })

  test('that is stopped ends after the page at hand', async () => {
    pages = [page([{ number: 105, sentAt }]), page([{ number: 106, sentAt }])]
    between = async () => reconciler.stop()
    expect(await reconciler.run(anna.id, hour)).toMatchObject({ state: 'stopped', checked: 1, repaired: 1 })
  })

  test('that Telegram breaks off says so, and keeps what it mended', async () => {
    pages = [page([{ number: 105, sentAt }])]
    between = async () => {
      throw new Error('the line broke')
    }
    const failed = await reconciler.run(anna.id, hour)
    expect(failed).toMatchObject({ state: 'failed', checked: 1, repaired: 1 })
    expect(failed.why).toBe('Telegram’s history could not be read to its end.')
    expect(open.log.errors).toEqual(['a reconciliation failed'])
  })

  test('whose repair found no room says so', async () => {
    pages = [page([{ number: 105, sentAt }])]
    open.journal.fill()
    expect(await reconciler.run(anna.id, hour)).toMatchObject({
      ...{ state: 'failed', why: expect.stringContaining('The disk is full.') },
    })
  })

  test('says of what it could not mend that it is not mended', async () => {
    pages = [page([{ number: 105, sentAt }])]
    const idle = strict<Desk>('desk', { state: open.desk.state, ask: async () => open.desk.state })
    const powerless = new Reconciler(
      idle,
      open.journal,
      { of: () => door },
      open.clock,
      open.log,
      () => undefined,
    )
    const done = await powerless.run(anna.id, hour)
    expect(done).toMatchObject({ found: 1, repaired: 0, differences: [{ number: 105, repaired: false }] })
  })

  test('names the first two hundred of many, and counts all', async () => {
    pages = [page(Array.from({ length: 250 }, (_, at) => ({ number: 1_000 + at, sentAt })))]
    const done = await reconciler.run(anna.id, hour)
    expect([done.found, done.repaired, done.differences.length]).toEqual([250, 250, 200])
  })
})

describe('an account is not compared', () => {
  test('if it is a bot, which may read no history', async () => {
    const account = { id: helper.id, name: 'Helper', username: null, kind: 'bot' as const }
    await open.desk.ask({ kind: 'sign-in', account }, theDesk)
    await expect(reconciler.run(helper.id, hour)).rejects.toThrow('Telegram lets no bot read history')
    expect(asked).toEqual([])
  })

  test('while it is not level with Telegram', async () => {
    door.link = { kind: 'catching-up', behind: 4 }
    await expect(reconciler.run(anna.id, hour)).rejects.toMatchObject({ code: 'offline' })
  })

  test('while another comparison is under way', async () => {
    pages = [page([])]
    let goOn: () => void = () => undefined
    between = () =>
      new Promise((resolve) => {
        goOn = resolve
      })
    const first = reconciler.run(anna.id, hour)
    await settled()
    await expect(reconciler.run(anna.id, hour)).rejects.toMatchObject({ code: 'conflict' })
    goOn()
    expect((await first).state).toBe('done')
  })
})
