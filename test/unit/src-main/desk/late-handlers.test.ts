import { expect, test } from 'vitest'
import { lateHandlers, type RunningHandlers } from '../../../../src-main/desk/late-handlers'
import { commands } from '../../../../src-preload/contract/commands'
import type { Startup } from '../../../../src-preload/contract/status'
import { settled, strict } from './strict'

const atOnce = { startup: (): Startup => ({ kind: 'ready' }), repair: () => undefined }

test('there is a handler for every command of the contract', () => {
  const handlers = lateHandlers(new Promise(() => undefined), atOnce)
  for (const [group, members] of Object.entries(commands))
    expect(Object.keys(handlers[group as keyof typeof commands]).sort()).toEqual(Object.keys(members).sort())
})

test('how the desk was found is told at once; all else waits until it runs, and is asked once', async () => {
  let run: (handlers: RunningHandlers) => void = () => undefined
  const handlers = lateHandlers(new Promise((resolve) => (run = resolve)), atOnce)
  expect(handlers.desk.startup(undefined)).toEqual({ kind: 'ready' })
  const asked: unknown[] = []
  let answer: unknown = 'none yet'
  const ticket = Promise.resolve(handlers.tickets.get({ ticketId: 't' })).then((value) => {
    answer = value
  })
  await settled()
  expect(answer).toBe('none yet')
  const get = (input: unknown) => {
    asked.push(input)
    return 'the ticket'
  }
  run(
    strict<RunningHandlers>('running', {
      tickets: strict<RunningHandlers['tickets']>('tickets', { get: get as never }),
    }),
  )
  await ticket
  expect(answer).toBe('the ticket')
  expect(asked).toEqual([{ ticketId: 't' }])
})

test('a desk that did not start tells whoever asks, and no one else', async () => {
  const handlers = lateHandlers(Promise.reject(new Error('no journal')), atOnce)
  await settled()
  await expect(handlers.settings.get(undefined)).rejects.toThrow('no journal')
})
