import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { LinkTeller } from '../../../../../../src-main/adapters/telegram/link/link-teller'
import type { Link } from '../../../../../../src-preload/contract/status'

const day = 24 * 3_600_000
const time = { now: 0, span: 0 }
let links: Link[]
let heard: number[]
let teller: LinkTeller
beforeEach(() => {
  vi.useFakeTimers()
  Object.assign(time, { now: 10 * day, span: 500 })
  links = []
  heard = []
  const listener = { linkChanged: (link: Link) => links.push(link), heard: (at: number) => heard.push(at) }
  teller = new LinkTeller(
    { now: () => time.now, wakeAt: () => {} },
    () => listener,
    () => time.span,
  )
  teller.change({ line: { kind: 'up' }, isSignedIn: true })
})
afterEach(() => {
  teller.stop()
  vi.useRealTimers()
})
function pass(ms: number): void {
  time.now += ms
  time.span += ms
  vi.advanceTimersByTime(ms)
}

test('each state of the link is told once', () => {
  teller.change({ behind: null })
  teller.tell()
  pass(10)
  teller.tell()
  expect(links).toEqual([{ kind: 'live' }])
})

test('a pause is told with its end, not again while it runs, and when it is over', () => {
  teller.pause(60_000)
  pass(30_000)
  teller.tell()
  pass(30_000)
  expect(links).toEqual([
    { kind: 'live' },
    { kind: 'flood-wait', until: 10 * day + 60_000 },
    { kind: 'live' },
  ])
})

test('a pause is as long as it was asked for when the clock is set meanwhile, and its end is told anew', () => {
  teller.heard()
  teller.pause(60_000)
  pass(20_000)
  time.now -= day
  teller.heard()
  expect(links.at(-1)).toEqual({ kind: 'flood-wait', until: time.now + 40_000 })
  pass(40_000)
  expect(links.at(-1)).toEqual({ kind: 'live' })
})

test('after the clock was set the link is told again, so that whoever waits looks at the time', () => {
  teller.heard()
  pass(5_000)
  teller.heard()
  expect(links).toHaveLength(1)
  time.now -= day
  pass(5_000)
  teller.heard()
  expect(links).toEqual([{ kind: 'live' }, { kind: 'live' }])
})

test('something heard is told once a second, also after the clock was set back', () => {
  teller.heard()
  teller.heard()
  pass(1_000)
  time.now -= day
  teller.heard()
  expect(heard).toEqual([10 * day, 9 * day + 1_000])
})
