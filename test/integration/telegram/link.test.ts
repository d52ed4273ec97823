import { afterEach, beforeEach, expect, test } from 'vitest'
import { deskSide, reply, signInByCode } from './desk-side'
import { closeGround, type Ground, openGround } from './ground'

let dc: Ground['dc']
let desk: Ground['desk']
let mira: Ground['mira']
let topic: Ground['topic']
beforeEach(async () => {
  ;({ dc, desk, mira, topic } = await openGround())
  await desk.listener.until('live', () => lastLink()?.kind === 'live')
})
afterEach(() => closeGround({ dc, desk }))

const lastLink = () => desk.listener.links.at(-1)
const signedOut = () =>
  desk.listener.until('signed out', () => desk.listener.steps.at(-1)?.kind === 'signed-out')

test('while Telegram is down the link says which try it is and when the next comes, then that it is offline', async () => {
  const before = Date.now()
  await dc.switchboard.goDown()
  await desk.listener.until('offline', () => lastLink()?.kind === 'offline')
  const tries = desk.listener.links.filter((link) => link.kind === 'connecting')
  expect(tries.map((link) => link.attempt)).toEqual(expect.arrayContaining([1, 2, 3]))
  expect(tries.some((link) => link.nextTryAt !== null && link.nextTryAt > before)).toBe(true)
  expect(lastLink()).toMatchObject({ since: expect.any(Number) })
  mira.write(topic, 'while down')
  await dc.switchboard.comeUp()
  await desk.listener.until('heard', () => desk.listener.texts.includes('while down'))
  await desk.listener.until('live again', () => lastLink()?.kind === 'live')
})

test('waking up dials at once instead of waiting for the next try', async () => {
  await dc.switchboard.goDown()
  await desk.listener.until('a long pause', () => {
    const link = lastLink()
    return link?.kind === 'offline'
  })
  await dc.switchboard.comeUp()
  const dials = desk.listener.links.length
  desk.telegram.wake()
  await desk.listener.until('live', () => lastLink()?.kind === 'live')
  expect(desk.listener.links.length).toBeGreaterThan(dials)
})

test('a link that is up but dead is noticed by waking, and replaced', async () => {
  dc.switchboard.answerPings(false)
  desk.telegram.wake()
  await desk.listener.until('dropped', () => desk.listener.links.some((link) => link.kind === 'connecting'))
  dc.switchboard.answerPings(true)
  mira.write(topic, 'hello again')
  await desk.listener.until('heard', () => desk.listener.texts.includes('hello again'))
}, 30_000)

test.each([
  'SESSION_REVOKED',
  'AUTH_KEY_UNREGISTERED',
  'SESSION_EXPIRED',
  'USER_DEACTIVATED',
  'AUTH_KEY_DUPLICATED',
])('%s signs the desk out, wipes the session and says it was Telegram', async (name) => {
  dc.switchboard.revokeSession(dc.staff.byName('Anna'), name)
  desk.telegram.wake()
  await signedOut()
  expect(desk.listener.steps.at(-1)).toEqual({ kind: 'signed-out', reason: 'by-telegram' })
  expect(lastLink()).toEqual({ kind: 'signed-out' })
  expect(desk.secrets.kept.size).toBe(0)
  expect(await desk.telegram.send(reply(topic, 'too late'))).toEqual({ kind: 'unanswered' })
})

test('a session that ends while nobody asks anything is noticed by itself', async () => {
  await desk.telegram.stop()
  const { listener, secrets } = desk
  desk = await deskSide(dc, { listener, secrets, groupId: '500001', proofAfterMs: 100 })
  const asked = dc.record.calls.count('updates.GetState')
  await desk.listener.until('live', () => lastLink()?.kind === 'live')
  while (dc.record.calls.count('updates.GetState') < asked + 2)
    await new Promise((done) => setTimeout(done, 20))
  expect(lastLink()?.kind).toBe('live')
  dc.switchboard.revokeSession(dc.staff.byName('Anna'), 'AUTH_KEY_UNREGISTERED')
  await signedOut()
  expect(desk.listener.steps.at(-1)).toEqual({ kind: 'signed-out', reason: 'by-telegram' })
})

test('any answer that says so ends the session at once', async () => {
  dc.switchboard.failWith('messages.GetDialogs', 401, 'SESSION_REVOKED')
  await expect(desk.telegram.groups()).rejects.toMatchObject({ code: 'not-allowed' })
  expect(desk.listener.steps.at(-1)).toEqual({ kind: 'signed-out', reason: 'by-telegram' })
})

test('a session that ended while the desk was off is told at the next start', async () => {
  await desk.telegram.stop()
  dc.switchboard.revokeSession(dc.staff.byName('Anna'))
  desk = await deskSide(dc, { listener: desk.listener, secrets: desk.secrets, groupId: '500001' })
  await signedOut()
  expect(desk.listener.steps.at(-1)).toEqual({ kind: 'signed-out', reason: 'by-telegram' })
})

test('a key that Telegram forgot signs the desk out, and one can sign in again', async () => {
  dc.switchboard.forgetKeys()
  dc.switchboard.dropSockets()
  await signedOut()
  expect(desk.listener.steps.at(-1)).toEqual({ kind: 'signed-out', reason: 'by-telegram' })
  expect(desk.secrets.kept.size).toBe(0)
  mira.write(topic, 'meanwhile')
  await signInByCode(desk, dc)
  await desk.listener.until('heard', () => desk.listener.texts.includes('meanwhile'))
  expect(desk.listener.texts.filter((text) => text === 'meanwhile')).toHaveLength(1)
})

test('after Telegram changed its salts everything goes on', async () => {
  dc.switchboard.rotateSalts()
  expect(await desk.telegram.send(reply(topic, 'with a new salt'))).toMatchObject({ kind: 'sent' })
})

test('something heard is told at most once a second', async () => {
  const before = desk.listener.heardTimes
  for (let index = 0; index < 50; index++) mira.write(topic, `m${index}`)
  await desk.listener.until('all', () => desk.listener.texts.includes('m49'))
  expect(desk.listener.heardTimes - before).toBeLessThan(5)
})

test('stopping lets go of every socket, and nothing is told afterwards', async () => {
  await desk.telegram.stop()
  // The other side notices a moment later.
  await expect.poll(() => dc.transports).toEqual([])
  const told = desk.listener.deliveries.length
  mira.write(topic, 'to nobody')
  await new Promise((resolve) => setTimeout(resolve, 100))
  expect(desk.listener.deliveries.length).toBe(told)
})

test('stopping while Telegram is down does not wait for it', async () => {
  await dc.switchboard.goDown()
  await desk.telegram.stop()
})
