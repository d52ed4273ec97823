import { beforeEach, expect, test } from 'vitest'
import { KeptSessions } from '../../../../../src-main/adapters/telegram/kept-session'
import type { Log, Secrets } from '../../../../../src-main/core/ports'
import { strict } from '../../desk/strict'

const account = { id: '7', name: 'Anna', username: null, kind: 'user' } as const
let kept: Map<string, string>
let errors: string[]
let isFull: boolean
/** What lets the write under way end, while writes are held. */
let release: (() => void) | null
let sessions: KeptSessions

beforeEach(() => {
  kept = new Map()
  errors = []
  isFull = false
  release = null
  const secrets = strict<Secrets>('secrets', {
    read: async (name) => kept.get(name) ?? null,
    write: async (name, value) => {
      if (isFull) throw new Error('no room')
      if (release)
        await new Promise<void>((resolve) => {
          release = resolve
        })
      kept.set(name, value)
    },
    remove: async (name) => {
      if (isFull) throw new Error('read only')
      kept.delete(name)
    },
  })
  const log = strict<Log>('log', { error: (what) => void errors.push(what) })
  sessions = new KeptSessions(secrets, log)
})

test('a sign-in is read as it was kept, under its account', async () => {
  await sessions.keep({ session: 'key', account })
  expect([...kept.keys()]).toEqual(['telegram-session-7'])
  expect(await sessions.read('7')).toEqual({ session: 'key', account })
  expect(await sessions.read('8')).toBeNull()
})

test.each([['no JSON'], ['{}'], ['{"session":"key"}'], ['{"session":"","account":{"id":"7"}}']])(
  'what is no sign-in is none: %s',
  async (text) => {
    kept.set('telegram-session-7', text)
    expect(await sessions.read('7')).toBeNull()
  },
)

test('a disk that refuses is told in the log, and owes a sign-in until it takes one', async () => {
  isFull = true
  await sessions.keep({ session: 'key', account })
  expect(errors).toEqual(['the session could not be kept'])
  expect(sessions.isOwed).toBe(true)
  isFull = false
  await sessions.keep({ session: 'key', account })
  expect(sessions.isOwed).toBe(false)
  expect(await sessions.read('7')).toEqual({ session: 'key', account })
})

test('a sign-in that is wiped while it is being kept does not come back', async () => {
  release = () => undefined
  const keeping = sessions.keep({ session: 'key', account })
  const wiping = sessions.forget('7')
  for (let turn = 0; turn < 10; turn++) await Promise.resolve()
  release()
  await Promise.all([keeping, wiping])
  expect(kept.size).toBe(0)
})

test('who wipes a sign-in learns that it may still be there', async () => {
  await sessions.keep({ session: 'key', account })
  isFull = true
  await expect(sessions.forget('7')).rejects.toThrow('read only')
  expect(errors).toEqual(['the session could not be wiped'])
  isFull = false
  await sessions.keep({ session: 'new', account })
  expect(await sessions.read('7')).toMatchObject({ session: 'new' })
})
