import { afterEach, beforeEach, expect, test } from 'vitest'
import type { SignInStep } from '../../../src-preload/contract/session'
import { type DataCentre, startDataCentre } from '../../telegram/server'
import { type DeskSide, deskSide, followed, memorySecrets, signInByCode } from './desk-side'

let dc: DataCentre
let desk: DeskSide
beforeEach(async () => {
  dc = await startDataCentre({ seed: 7 })
  desk = await deskSide(dc)
})
afterEach(async () => {
  await desk.telegram.stop()
  await dc.close()
})

const anna = '15550001001'
const ravi = '15550001002'
const signIn = () => desk.telegram.signIn
function lastStep<K extends SignInStep['kind']>(kind: K): Extract<SignInStep, { kind: K }> {
  const step = desk.listener.steps.at(-1)
  if (step?.kind !== kind) throw new Error(`at ${step?.kind}, not ${kind}`)
  return step as Extract<SignInStep, { kind: K }>
}

test('the code step says where the code went and hides the middle of the number', async () => {
  await signIn().sendCode('+1 (555) 000-1001')
  expect(lastStep('code')).toMatchObject({ phone: '+155••••••01', length: 5 })
})

test('a wrong code is refused beside its field, and the right one still works', async () => {
  await signIn().sendCode(`+${anna}`)
  await expect(signIn().checkCode('00000')).rejects.toMatchObject({
    code: 'invalid-input',
    message: 'That code is not right. Check it and try again.',
    more: { field: 'code' },
  })
  await signIn().checkCode(dc.phoneCode(anna) ?? '')
  expect(lastStep('signed-in').account).toEqual({
    id: '1001',
    name: 'Anna Berg',
    username: 'anna_fernline',
    kind: 'user',
  })
})

test('a code that is too old is refused, and a new one can be asked for', async () => {
  await signIn().sendCode(`+${anna}`)
  dc.expireCode(anna)
  await expect(signIn().checkCode(dc.phoneCode(anna) ?? '')).rejects.toMatchObject({
    message: 'That code is too old. Ask for a new one.',
    more: { field: 'code' },
  })
  await signInByCode(desk, dc)
  expect(lastStep('signed-in').account.id).toBe('1001')
})

test('a code sent again makes the first useless', async () => {
  await signIn().sendCode(`+${anna}`)
  const first = dc.phoneCode(anna) ?? ''
  await signIn().resendCode()
  const second = dc.phoneCode(anna) ?? ''
  expect(second).not.toBe(first)
  await expect(signIn().checkCode(first)).rejects.toMatchObject({ more: { field: 'code' } })
  await signIn().checkCode(second)
  expect(lastStep('signed-in').account.id).toBe('1001')
})

test('a code before a number is asked for in the right order', async () => {
  await expect(signIn().checkCode('12345')).rejects.toMatchObject({ more: { field: 'phone' } })
})

test('a number Telegram does not know, and one without an account, are told apart', async () => {
  await expect(signIn().sendCode('+12')).rejects.toMatchObject({
    message: 'Telegram does not know that number. Check the country code.',
    more: { field: 'phone' },
  })
  const nobody = '15559990000'
  await signIn().sendCode(`+${nobody}`)
  await expect(signIn().checkCode(dc.phoneCode(nobody) ?? '')).rejects.toMatchObject({
    message: 'This number has no Telegram account.',
    more: { field: 'phone' },
  })
})

test('a password is asked for with its hint; a wrong one is refused and the right one works', async () => {
  await signInByCode(desk, dc, ravi)
  expect(lastStep('password').hint).toBe('What makes it go')
  await expect(signIn().checkPassword('squeaky')).rejects.toMatchObject({
    message: 'That password is not right. Check it and try again.',
    more: { field: 'password' },
  })
  await signIn().checkPassword('pedal-and-chain')
  expect(lastStep('signed-in').account.id).toBe('1002')
})

test('a number that lives in another data centre is asked for there', async () => {
  dc.switchboard.failWith('auth.SendCode', 303, 'PHONE_MIGRATE_4')
  await signInByCode(desk, dc)
  expect(lastStep('signed-in').account.id).toBe('1001')
  await desk.listener.until('live', () => desk.listener.links.at(-1)?.kind === 'live')
  await desk.telegram.stop()
  desk = await deskSide(dc, { secrets: desk.secrets })
  await desk.listener.until('live again', () => desk.listener.links.at(-1)?.kind === 'live')
})

test('a bot that lives in another data centre signs in there, and is at home there after a restart', async () => {
  dc.switchboard.failWith('auth.ImportBotAuthorization', 303, 'USER_MIGRATE_4')
  await signIn().connectBot('1100:AAFernlineDeskLocalDataCentre0000001')
  expect(lastStep('signed-in').account.id).toBe('1100')
  expect(dc.record.calls.count('auth.ImportBotAuthorization')).toBe(2)
  await desk.listener.until('live', () => desk.listener.links.at(-1)?.kind === 'live')
  await desk.telegram.stop()
  desk = await deskSide(dc, { secrets: desk.secrets })
  await desk.listener.until('live again', () => desk.listener.links.at(-1)?.kind === 'live')
})

test('a data centre that sends on for ever is not followed for ever', async () => {
  dc.switchboard.failWith('auth.SendCode', 303, 'PHONE_MIGRATE_4', 9)
  await expect(signIn().sendCode(`+${anna}`)).rejects.toMatchObject({ code: 'not-allowed' })
  expect(dc.record.calls.count('auth.SendCode')).toBe(3)
})

test('a QR code signs in whoever scans it', async () => {
  await signIn().startQr()
  const { url, expiresAt } = lastStep('qr')
  expect(url).toMatch(/^tg:\/\/login\?token=/)
  expect(expiresAt).toBeGreaterThan(Date.now())
  dc.acceptQr(url, dc.staff.byName('Anna'))
  await desk.listener.until('signed in', () => desk.listener.steps.at(-1)?.kind === 'signed-in')
  expect(lastStep('signed-in').account.id).toBe('1001')
})

test('a QR code scanned by someone with a password leads to the password', async () => {
  await signIn().startQr()
  dc.acceptQr(lastStep('qr').url, dc.staff.byName('Ravi'))
  await desk.listener.until('password', () => desk.listener.steps.at(-1)?.kind === 'password')
  await signIn().checkPassword('pedal-and-chain')
  expect(lastStep('signed-in').account.id).toBe('1002')
})

test('a bot signs in with its token; a wrong token is refused beside its field', async () => {
  await expect(signIn().connectBot('1100:AAwrongwrongwrongwrongwrongwrong')).rejects.toMatchObject({
    message: 'That token is not right. BotFather shows the current one.',
    more: { field: 'token' },
  })
  await signIn().connectBot('1100:AAFernlineDeskLocalDataCentre0000001')
  expect(lastStep('signed-in').account).toMatchObject({ id: '1100', kind: 'bot' })
})

test('when Telegram asks to wait, the refusal says how long and until when', async () => {
  dc.switchboard.floodWait('auth.SendCode', 240)
  const before = Date.now()
  const refusal = await signIn()
    .sendCode(`+${anna}`)
    .catch((error: unknown) => error)
  expect(refusal).toMatchObject({
    code: 'rate-limited',
    message: 'Telegram asks you to wait 4 minutes.',
    more: { field: 'phone', retryAt: expect.any(Number) },
  })
  expect((refusal as { more: { retryAt: number } }).more.retryAt).toBeGreaterThanOrEqual(before + 240_000)
})

test('a desk without Telegram’s API id says so, and asks Telegram nothing', async () => {
  await desk.telegram.stop()
  desk = await deskSide(dc, { api: null })
  expect(desk.listener.steps).toEqual([{ kind: 'api-needed' }])
  await expect(signIn().sendCode(`+${anna}`)).rejects.toMatchObject({ code: 'not-allowed' })
  expect(dc.record.calls.all).toEqual([])
})

test('an API id Telegram does not know is named', async () => {
  dc.switchboard.failWith('auth.SendCode', 400, 'API_ID_INVALID')
  await expect(signIn().sendCode(`+${anna}`)).rejects.toMatchObject({
    message: 'Telegram does not know this API id and hash. Check both.',
  })
})

test('a sign-in that is cancelled goes back, and a new one can begin', async () => {
  await signIn().sendCode(`+${anna}`)
  await signIn().cancel()
  expect(lastStep('signed-out').reason).toBe('never')
  await signInByCode(desk, dc)
  expect(lastStep('signed-in').account.id).toBe('1001')
})

test('while Telegram cannot be reached, signing in says so', async () => {
  await dc.switchboard.goDown()
  const refused = signIn().sendCode(`+${anna}`)
  await expect(refused).rejects.toMatchObject({ code: 'offline' })
  await dc.switchboard.comeUp()
}, 30_000)

test('the session is kept right after sign-in and used by the next start, without a new key', async () => {
  await signInByCode(desk, dc)
  expect(desk.secrets.kept.has('telegram-session-1001')).toBe(true)
  await desk.telegram.stop()
  const codes = dc.record.calls.count('auth.SendCode')
  desk = await deskSide(dc, { secrets: desk.secrets })
  expect(lastStep('signed-in').account.id).toBe('1001')
  await desk.listener.until('live', () => desk.listener.links.at(-1)?.kind === 'live')
  expect(dc.record.calls.count('auth.SendCode')).toBe(codes)
})

test('logging out ends the session at Telegram and wipes what was kept', async () => {
  await signInByCode(desk, dc)
  await desk.listener.until('live', () => desk.listener.links.at(-1)?.kind === 'live')
  await desk.telegram.signOut()
  expect(dc.record.calls.count('auth.LogOut')).toBe(1)
  expect(desk.secrets.kept.size).toBe(0)
  expect(lastStep('signed-out').reason).toBe('by-agent')
  expect(desk.listener.links.at(-1)).toEqual({ kind: 'signed-out' })
  await expect(desk.telegram.groups()).rejects.toMatchObject({ code: 'signed-out' })
  await signInByCode(desk, dc)
  expect(lastStep('signed-in').account.id).toBe('1001')
})

test('logging out offline wipes the session and says that Telegram was not told', async () => {
  await signInByCode(desk, dc)
  await dc.switchboard.goDown()
  await expect(desk.telegram.signOut()).rejects.toMatchObject({ code: 'offline' })
  expect(desk.secrets.kept.size).toBe(0)
  expect(lastStep('signed-out').reason).toBe('by-agent')
}, 20_000)

test('a kept session that cannot be read any more is told as such', async () => {
  await signInByCode(desk, dc)
  await desk.telegram.groups()
  await desk.telegram.follow(followed('500001'))
  await desk.listener.until('a mark', () => desk.listener.marks.has('common:1001'))
  await desk.telegram.stop()
  desk = await deskSide(dc, { listener: desk.listener, secrets: memorySecrets(), accountId: '1001' })
  expect(lastStep('signed-out').reason).toBe('session-unreadable')
})

test('no phone number, code, password, token or name is ever logged', async () => {
  await signInByCode(desk, dc, ravi)
  await signIn().checkPassword('pedal-and-chain')
  await desk.telegram.signOut()
  await signIn().connectBot('1100:AAFernlineDeskLocalDataCentre0000001')
  dc.switchboard.dropSockets()
  await desk.listener.until('back', () => desk.listener.links.at(-1)?.kind === 'live')
  const log = desk.log.lines.join('\n')
  expect(log).not.toBe('')
  expect(log).not.toMatch(/1555|pedal|AAFern|Ravi|Fernline/)
})

test('a disk that does not take the session keeps nobody from signing in; it is kept when the link is next up', async () => {
  const { secrets } = desk
  const { write } = secrets
  Object.assign(secrets, { write: () => Promise.reject(new Error('no room')) })
  await signInByCode(desk, dc)
  expect(lastStep('signed-in').account.id).toBe('1001')
  await desk.listener.until('live', () => desk.listener.links.at(-1)?.kind === 'live')
  expect(secrets.kept.size).toBe(0)
  Object.assign(secrets, { write })
  dc.switchboard.dropSockets()
  await desk.listener.until('kept', () => secrets.kept.size === 1)
})
