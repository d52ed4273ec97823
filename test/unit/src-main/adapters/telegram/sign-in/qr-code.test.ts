import type { Api } from 'telegram'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Unanswered } from '../../../../../../src-main/adapters/telegram/deadline'
import { loadLibrary, tl } from '../../../../../../src-main/adapters/telegram/library'
import { QrCode } from '../../../../../../src-main/adapters/telegram/sign-in/qr-code'

await loadLibrary()
const start = 1_800_000_000_000
const accepted = new tl.auth.LoginTokenSuccess({ authorization: {} as Api.auth.Authorization })
let answers: (Api.auth.TypeLoginToken | Error)[]
let asked: string[]
let shown: { url: string; expiresAt: number }[]
let outcome: string[]
/** How asking for the password fails, try by try. */
let passwordFails: Error[]
let qr: QrCode

beforeEach(() => {
  vi.useFakeTimers({ now: start })
  answers = []
  asked = []
  shown = []
  outcome = []
  passwordFails = []
  const line = {
    ask: async <R extends Api.AnyRequest>(request: R): Promise<R['__response']> => {
      asked.push(request.className)
      const answer = answers.shift()
      if (!answer) throw new Error(`${request.className} was not expected`)
      if (answer instanceof Error) throw answer
      return answer
    },
    moveTo: async (dcId: number) => void asked.push(`move to ${dcId}`),
  }
  const clock = { now: () => Date.now(), wakeAt: () => {} }
  qr = new QrCode(line, { id: 1, hash: 'h' }, clock, {
    shown: (url, expiresAt) => shown.push({ url, expiresAt }),
    accepted: async () => void outcome.push('accepted'),
    passwordNeeded: async () => {
      const failure = passwordFails.shift()
      if (failure) throw failure
      outcome.push('password')
    },
  })
})
afterEach(() => {
  qr.stop()
  vi.useRealTimers()
})

/** A token that lasts so many seconds from now. */
const token = (text: string, lastsS: number) =>
  new tl.auth.LoginToken({ token: Buffer.from(text), expires: Math.floor(Date.now() / 1000) + lastsS })
const urlOf = (text: string) => `tg://login?token=${Buffer.from(text).toString('base64url')}`

test('a code is replaced before it expires, again and again', async () => {
  answers.push(token('one', 30), token('two', 58), token('three', 90))
  await qr.start()
  expect(shown).toEqual([{ url: urlOf('one'), expiresAt: start + 30_000 }])
  await vi.advanceTimersByTimeAsync(27_999)
  expect(shown).toHaveLength(1)
  await vi.advanceTimersByTimeAsync(1)
  expect(shown[1]).toEqual({ url: urlOf('two'), expiresAt: start + 28_000 + 30_000 })
  await vi.advanceTimersByTimeAsync(28_000)
  expect(shown[2]?.url).toBe(urlOf('three'))
})

test('a clock that disagrees with Telegram’s neither asks without a pause nor shows a dead code', async () => {
  answers.push(token('late', -600), token('far', 86_400))
  await qr.start()
  expect(shown[0]?.expiresAt).toBe(start + 5_000)
  await vi.advanceTimersByTimeAsync(3_000)
  expect(shown[1]?.expiresAt).toBe(start + 3_000 + 30_000)
})

test('when renewing fails it is tried again a second later, until it works', async () => {
  answers.push(token('one', 30), new Unanswered(), new Unanswered(), token('two', 60))
  await qr.start()
  await vi.advanceTimersByTimeAsync(28_000 + 1_000)
  expect(shown).toHaveLength(1)
  await vi.advanceTimersByTimeAsync(1_000)
  expect(shown[1]?.url).toBe(urlOf('two'))
})

test('a scanned code is asked about at once, once, and nothing is asked after that', async () => {
  answers.push(token('one', 30), accepted)
  await qr.start()
  qr.renew()
  qr.renew()
  await vi.advanceTimersByTimeAsync(60_000)
  expect(outcome).toEqual(['accepted'])
  expect(asked).toEqual(['auth.ExportLoginToken', 'auth.ExportLoginToken'])
})

test('a code scanned by somebody of another data centre is taken there', async () => {
  answers.push(
    token('one', 30),
    new tl.auth.LoginTokenMigrateTo({ dcId: 4, token: Buffer.from('moved') }),
    accepted,
  )
  await qr.start()
  qr.renew()
  await vi.advanceTimersByTimeAsync(0)
  expect(asked.slice(1)).toEqual(['auth.ExportLoginToken', 'move to 4', 'auth.ImportLoginToken'])
  expect(outcome).toEqual(['accepted'])
})

test('a code that is not wanted any more is not replaced', async () => {
  answers.push(token('one', 30))
  await qr.start()
  qr.stop()
  await vi.advanceTimersByTimeAsync(60_000)
  expect(asked).toEqual(['auth.ExportLoginToken'])
})

test('a link that breaks when the password is to be asked for leaves no dead code behind', async () => {
  const needed = Object.assign(new Error(), { errorMessage: 'SESSION_PASSWORD_NEEDED' })
  answers.push(token('one', 30), needed, needed)
  passwordFails.push(new Unanswered())
  await qr.start()
  qr.renew()
  await vi.advanceTimersByTimeAsync(0)
  expect(outcome).toEqual([])
  await vi.advanceTimersByTimeAsync(1_000)
  expect(outcome).toEqual(['password'])
  await vi.advanceTimersByTimeAsync(60_000)
  expect(asked).toHaveLength(3)
})
