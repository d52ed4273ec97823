import { expect, test } from 'vitest'
import { isAlive } from '../../../../../src-main/adapters/store/profile-lock'

const bootedAt = 1_800_000_000_000
/** A system that tells no starts, as macOS and Windows do not, in which the process runs. */
const silent = { runs: () => true, startOf: () => null, bootedAt: () => bootedAt }

test('a process that does not run holds nothing', () => {
  expect(isAlive({ pid: 7, start: null, bootedAt }, { ...silent, runs: () => false })).toBe(false)
})

test('where starts are told, another process with the same number holds nothing', () => {
  const linux = { ...silent, startOf: () => 'boot/200' }
  expect(isAlive({ pid: 7, start: 'boot/100', bootedAt }, linux)).toBe(false)
  expect(isAlive({ pid: 7, start: 'boot/200', bootedAt }, linux)).toBe(true)
})

test('where they are not, a number of before the last boot means nothing, and the clock may be set a little', () => {
  expect(isAlive({ pid: 7, start: null, bootedAt: bootedAt - 3_600_000 }, silent)).toBe(false)
  expect(isAlive({ pid: 7, start: null, bootedAt: bootedAt - 60_000 }, silent)).toBe(true)
})

test('a holder of an older version, which told no boot, counts as alive', () => {
  expect(isAlive({ pid: 7, start: null }, silent)).toBe(true)
})
