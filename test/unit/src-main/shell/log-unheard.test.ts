import { EventEmitter } from 'node:events'
import { expect, test } from 'vitest'
import { logUnheard } from '../../../../src-main/shell/log-unheard'
import { memoryLog } from './memory-log'

test('what nobody caught is in the log', () => {
  const process = new EventEmitter()
  const log = memoryLog()
  logUnheard(process as unknown as NodeJS.Process, log)
  process.emit('uncaughtException', new Error('Mira wrote'))
  process.emit('unhandledRejection', new Error('too'))
  expect(log.lines.map((line) => line.slice(0, 36))).toEqual([
    'error an error that nobody caught {"',
    'error a rejection that nobody heard ',
  ])
  expect(log.lines.join()).not.toContain('Mira')
})
