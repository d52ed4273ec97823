import type { IpcMain, IpcMainInvokeEvent } from 'electron'
import { describe, expect, test } from 'vitest'
import { StorageFull } from '../../../../src-main/core/ports'
import { Refusal } from '../../../../src-main/core/refusal'
import { serve } from '../../../../src-main/shell/serve'
import { commands } from '../../../../src-preload/contract/commands'
import type { Handlers } from '../../../../src-preload/contract/desk'
import { memoryLog } from './memory-log'

type Answer = Parameters<IpcMain['handle']>[1]
type Run = (input: unknown) => unknown

/** Handlers for the whole contract that refuse to run, but for those given. */
function handlersWith(given: Record<string, Run>): Handlers {
  const unexpected = (channel: string) => () => {
    throw new Error(`${channel} was not expected to run`)
  }
  const all = Object.entries(commands).map(([group, members]) => [
    group,
    Object.fromEntries(
      Object.keys(members).map((name) => {
        const channel = `${group}.${name}`
        return [name, given[channel] ?? unexpected(channel)]
      }),
    ),
  ])
  return Object.fromEntries(all) as Handlers
}

function served(given: Record<string, Run> = {}, isTrusted = true) {
  const answers = new Map<string, Answer>()
  const log = memoryLog()
  const ipc = { handle: (channel: string, answer: Answer) => void answers.set(channel, answer) }
  serve(ipc, handlersWith(given), () => isTrusted, log)
  const ask = (channel: string, input?: unknown): Promise<unknown> => {
    const answer = answers.get(channel)
    if (!answer) throw new Error(`${channel} is not served`)
    return answer({} as IpcMainInvokeEvent, input)
  }
  return { ask, log, channels: [...answers.keys()] }
}

describe('the border', () => {
  test('every command of the contract is answered', () => {
    const all = Object.entries(commands).flatMap(([group, members]) =>
      Object.keys(members).map((name) => `${group}.${name}`),
    )
    expect(served().channels).toEqual(all)
    expect(all.length).toBeGreaterThan(30)
  })

  test('a handler that was forgotten stops the start', () => {
    const handlers = { ...handlersWith({}), tickets: {} } as unknown as Handlers
    expect(() => serve({ handle() {} }, handlers, () => true, memoryLog())).toThrow(
      'Nothing answers tickets.get.',
    )
  })

  test('a good question reaches its handler, trimmed as the contract says, and its answer comes back', async () => {
    const { ask } = served({ 'tickets.setTitle': (input) => ({ heard: input }) })
    expect(await ask('tickets.setTitle', { ticketId: 'a', title: '  Refund  ' })).toEqual({
      ok: true,
      value: { heard: { ticketId: 'a', title: 'Refund' } },
    })
  })

  test('a stranger is refused before anything is read', async () => {
    const { ask, log } = served({}, false)
    expect(await ask('tickets.get', { ticketId: 7 })).toEqual({
      ok: false,
      failure: { code: 'forbidden', message: 'Only the window of Topicdesk may ask this.' },
    })
    expect(log.lines).toHaveLength(1)
  })

  test.each([
    ['tickets.get', { ticketId: 7 }, 'ticketId', 'This is not of the right kind.'],
    ['tickets.get', {}, 'ticketId', 'This is missing.'],
    ['tickets.get', { ticketId: 'x'.repeat(97) }, 'ticketId', 'This can have at most 96 characters.'],
    ['tickets.setTitle', { ticketId: 'a', title: '  ' }, 'title', 'Write something here.'],
    [
      'tickets.setPriority',
      { ticketId: 'a', priority: 'huge' },
      'priority',
      'This is not one of the choices.',
    ],
    ['queue.page', { view: 'all', from: 0, count: 201 }, 'count', 'This can be at most 200.'],
    ['session.checkCode', { code: 'abc' }, 'code', 'Write the whole code: digits only, usually five.'],
    ['conversation.note', { ticketId: 'a', noteId: 'b', text: 'c' }, 'noteId', 'This cannot be read.'],
  ])('%s with %j is refused at %s', async (channel, input, field, message) => {
    expect(await served().ask(channel, input)).toEqual({
      ok: false,
      failure: { code: 'invalid-input', field, message },
    })
  })

  test('a question with more than was asked for is refused', async () => {
    expect(await served().ask('tickets.get', { ticketId: 'a', sql: 1 })).toEqual({
      ok: false,
      failure: { code: 'invalid-input', message: 'There is more here than was asked for.' },
    })
    expect(await served().ask('queue.page', 'all')).toMatchObject({ failure: { code: 'invalid-input' } })
    expect(await served().ask('session.get', 'anything')).toMatchObject({
      failure: { code: 'invalid-input' },
    })
  })

  test('a refusal crosses as it is', async () => {
    const { ask, log } = served({
      'session.checkCode': () => {
        throw new Refusal('rate-limited', 'Telegram asks you to wait.', { field: 'code', retryAt: 5 })
      },
    })
    expect(await ask('session.checkCode', { code: '12345' })).toEqual({
      ok: false,
      failure: { code: 'rate-limited', message: 'Telegram asks you to wait.', field: 'code', retryAt: 5 },
    })
    expect(log.lines).toEqual([])
  })

  test('a full disk is told as one', async () => {
    const { ask } = served({
      'tickets.claim': () => {
        throw new StorageFull()
      },
    })
    expect(await ask('tickets.claim', { ticketId: 'a' })).toMatchObject({ failure: { code: 'storage-full' } })
  })

  test('a defect crosses without detail, and the log knows where but not what', async () => {
    const { ask, log } = served({
      'tickets.claim': async () => {
        throw new TypeError('cannot read "my card is 4111" of Mira')
      },
    })
    expect(await ask('tickets.claim', { ticketId: 'a' })).toEqual({
      ok: false,
      failure: { code: 'internal', message: 'Something went wrong. Nothing was lost.' },
    })
    const text = log.lines.join('\n')
    expect(text).toContain('tickets.claim failed.')
    expect(text).toContain('TypeError')
    expect(text).toContain('serve.test.ts')
    expect(text).not.toMatch(/4111|Mira/)
  })
})
