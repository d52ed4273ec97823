import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openLog } from '../../../../../src-main/adapters/log/open-log'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'desk-log-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true })
})

const lines = (name: string) =>
  readFileSync(join(folder, name), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))

test('what is logged is in the file at once, one line each, with its time', () => {
  const log = openLog(folder)
  log.info('journal open', { events: 3 })
  log.warn('link lost')
  log.error('no checkpoint', Object.assign(new Error('secret'), { code: 'ENOSPC' }))
  expect(lines('desk.log')).toMatchObject([
    { msg: 'journal open', events: 3, level: 30 },
    { msg: 'link lost', level: 40 },
    { msg: 'no checkpoint', code: 'ENOSPC', level: 50 },
  ])
  expect(lines('desk.log')[0].time).toMatch(/^\d{4}-\d\d-\d\dT.*Z$/)
  expect(readFileSync(join(folder, 'desk.log'), 'utf8')).not.toContain('secret')
  log.close()
})

test('a log that has grown is set aside at start, and the last three are kept', () => {
  for (const round of [1, 2, 3, 4, 5]) {
    writeFileSync(join(folder, 'desk.log'), `${round}`.repeat((2 << 20) + 1))
    openLog(folder).close()
  }
  expect(readdirSync(folder).sort()).toEqual(['desk.log', 'desk.log.1', 'desk.log.2'])
  expect(readFileSync(join(folder, 'desk.log.1'), 'utf8').at(0)).toBe('5')
  expect(readFileSync(join(folder, 'desk.log.2'), 'utf8').at(0)).toBe('4')
})

test('a small log is written on', () => {
  openLog(folder).info('one')
  openLog(folder).info('two')
  expect(lines('desk.log').map(({ msg }) => msg)).toEqual(['one', 'two'])
})
