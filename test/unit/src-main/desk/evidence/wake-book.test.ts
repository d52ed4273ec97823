import { beforeEach, describe, expect, test } from 'vitest'
import { noTally } from '../../../../../src-main/core/evidence/tally'
import { WakeBook } from '../../../../../src-main/desk/evidence/wake-book'
import type { Tally, WakeReport } from '../../../../../src-preload/contract/evidence'
import { hour, minute, nine, second } from '../../core/desk-on-paper'

let now: number
let heard: number | null
let tally: Tally
let woke: WakeReport[]
let book: WakeBook

beforeEach(() => {
  now = nine
  heard = nine
  tally = { ...noTally, received: 10 }
  woke = []
  book = new WakeBook({ now: () => now, lastHeardAt: () => heard, tally: () => tally }, [], (report) =>
    woke.push(report),
  )
})

const live = () => book.linkChanged('10', { kind: 'live' })
const receive = (count: number) => {
  tally = { ...tally, received: tally.received + count, recovered: tally.recovered + count }
}

test('after an absence of more than a minute it tells what came meanwhile', () => {
  live()
  book.linkChanged('10', { kind: 'connecting', attempt: 1, nextTryAt: null })
  now += hour
  book.linkChanged('10', { kind: 'catching-up', behind: 3 })
  receive(3)
  live()
  expect(woke).toEqual([
    {
      accountId: '10',
      awayFrom: nine,
      backAt: nine + hour,
      tally: { ...noTally, received: 3, recovered: 3 },
    },
  ])
  expect(book.reports).toEqual(woke)
})

test('a short absence and a pause that Telegram asks for are no news', () => {
  live()
  book.linkChanged('10', { kind: 'connecting', attempt: 1, nextTryAt: null })
  now += minute
  live()
  book.linkChanged('10', { kind: 'flood-wait', until: now + hour })
  now += hour
  live()
  expect(woke).toEqual([])
})

test('the next absence is counted from its own beginning', () => {
  for (let round = 0; round < 2; round++) {
    heard = now
    book.linkChanged('10', { kind: 'offline', since: now })
    now += hour
    receive(1)
    live()
  }
  expect(woke.map(({ tally: { received } }) => received)).toEqual([1, 1])
})

describe('a start', () => {
  test('is an absence since the account was last heard', () => {
    now = nine + 9 * hour
    book.begin('10')
    receive(5)
    live()
    expect(woke).toMatchObject([{ awayFrom: nine, backAt: now, tally: { received: 5 } }])
  })

  test('of an account that was never heard is none', () => {
    heard = null
    book.begin('10')
    now += hour
    live()
    expect(woke).toEqual([])
  })
})

describe('a sleep', () => {
  test('that the link did not notice is over when something is heard a while after', () => {
    live()
    now += hour
    book.slept()
    receive(2)
    book.heard('10')
    expect(woke).toEqual([])
    now += 5 * second
    book.heard('10')
    expect(woke).toMatchObject([{ awayFrom: nine, tally: { received: 2 } }])
  })

  test('that the link noticed is over when it is up again', () => {
    live()
    now += hour
    book.slept()
    book.linkChanged('10', { kind: 'connecting', attempt: 1, nextTryAt: null })
    now += second
    live()
    expect(woke).toHaveLength(1)
    now += minute
    book.heard('10')
    expect(woke).toHaveLength(1)
  })

  test('of a moment is none', () => {
    live()
    now += minute
    book.slept()
    now += minute
    book.heard('10')
    expect(woke).toEqual([])
  })
})

test('the newest fifty are kept, newest first', () => {
  for (let round = 0; round < 55; round++) {
    heard = now
    book.linkChanged('10', { kind: 'offline', since: now })
    now += hour
    live()
  }
  expect(book.reports).toHaveLength(50)
  expect(book.reports[0]?.backAt).toBe(now)
})
