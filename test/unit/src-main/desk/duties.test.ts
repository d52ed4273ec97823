import { beforeEach, expect, test } from 'vitest'
import { emptyDesk } from '../../../../src-main/core/desk/state'
import { Duties } from '../../../../src-main/desk/duties'
import { TimeKeeper } from '../../../../src-main/desk/time-keeper'
import { SteeredClock } from '../../../conformance/steered-clock'
import { minute, nine } from '../core/desk-on-paper'
import { MemoryLog } from './open-desk'
import { settled } from './strict'

let clock: SteeredClock
let log: MemoryLog
let duties: Duties
let ran: string[]
let next: number | null

beforeEach(() => {
  clock = new SteeredClock(nine)
  log = new MemoryLog()
  ran = []
  next = nine + minute
  const time = new TimeKeeper(emptyDesk, clock, (due) => void duties.run(due.duties))
  duties = new Duties(time, log)
})

const add = (name: string, run: () => void = () => undefined) =>
  duties.add({
    name,
    next: () => next,
    run: () => {
      ran.push(name)
      next = clock.now() + minute
      run()
    },
  })

test('a duty comes at its time, and again at the next', async () => {
  add('look')
  clock.advance(minute - 1)
  expect(ran).toEqual([])
  clock.advance(1)
  await settled()
  clock.advance(minute)
  await settled()
  expect(ran).toEqual(['look', 'look'])
})

test('after a long sleep it comes once', async () => {
  add('look')
  clock.jumpTo(nine + 500 * minute)
  await settled()
  expect(ran).toEqual(['look'])
})

test('one that fails is told in the log, and comes again', async () => {
  add('look', () => {
    throw new Error('a bug')
  })
  clock.advance(minute)
  await settled()
  clock.advance(minute)
  await settled()
  expect(ran).toEqual(['look', 'look'])
  expect(log.errors).toEqual(['a duty failed: look', 'a duty failed: look'])
})

test('one that is not wanted now asks for no wake-up, until it is planned anew', () => {
  next = null
  add('look')
  expect(clock.nextWake).toBeNull()
  next = nine + minute
  duties.plan('look')
  expect(clock.nextWake).toBe(nine + minute)
})
