import { beforeEach, describe, expect, test } from 'vitest'
import { emptyDesk } from '../../../../../src-main/core/desk/state'
import type { Secrets } from '../../../../../src-main/core/ports'
import { ApiCredentials } from '../../../../../src-main/desk/api-credentials'
import { sessionHandlers, sessionView } from '../../../../../src-main/desk/handlers/session-handlers'
import type { SignInStep } from '../../../../../src-preload/contract/session'
import { anna, ravi } from '../../core/desk-on-paper'
import { recordingDesk } from '../recording-desk'
import { SteeredAccounts } from '../steered-accounts'
import { strict } from '../strict'

const apiHash = '0123456789abcdef0123456789abcdef'
const account = { id: anna.id, name: 'Anna', username: null, kind: 'user' as const }
const group = { id: '-100', title: 'Fernline Help', accountId: anna.id, role: 'public' as const }

let kept: string | null
let steered: SteeredAccounts
let handlers: ReturnType<typeof sessionHandlers>

const secrets = (keyring: Secrets['keyring']) =>
  strict<Secrets>('secrets', {
    keyring,
    read: async () => kept,
    write: async (_, value) => {
      kept = value
    },
  })

async function open(state = emptyDesk): Promise<void> {
  const { desk } = recordingDesk(state)
  steered = await new SteeredAccounts(desk).start()
  const given = secrets('missing')
  handlers = sessionHandlers({
    desk,
    accounts: steered.accounts,
    secrets: given,
    api: new ApiCredentials(given, {}),
  })
}

beforeEach(async () => {
  kept = `42:${apiHash}`
  await open()
})

const view = (step: SignInStep = { kind: 'signed-out', reason: 'never' }) => ({
  ...{ step, isAdding: false, keyring: 'missing', api: { id: 42, from: 'settings' }, isReady: false },
})

test('the session tells the step, the keyring and the API id without its hash', async () => {
  expect(await handlers.get(undefined)).toEqual(view())
})

test('without an API id that is what is asked for first, whatever the step', async () => {
  kept = null
  steered.line(null).listener.signInChanged({ kind: 'password', hint: null })
  expect(await handlers.get(undefined)).toMatchObject({ step: { kind: 'api-needed' }, api: null })
})

test('the step is the newest at the moment of telling', async () => {
  const told = handlers.get(undefined)
  steered.line(null).listener.signInChanged({ kind: 'password', hint: 'the dog' })
  expect((await told).step).toEqual({ kind: 'password', hint: 'the dog' })
})

test.each([
  ['a group is followed', { groups: [group] }],
  ['a private chat is on the desk', { chats: [{ accountId: '10', personId: '20', conversationId: 'c' }] }],
  ['the team does without a group', { settings: { ...emptyDesk.settings, withoutGroup: true } }],
])('the desk is ready once %s', async (_, more) => {
  await open({ ...emptyDesk, accounts: [account], ...more })
  expect(await handlers.get(undefined)).toMatchObject({ isReady: true, step: { kind: 'signed-in' } })
})

describe('signing in', () => {
  test.each([
    ['startQr', () => handlers.startQr(undefined), []],
    ['sendCode', () => handlers.sendCode({ phone: '+358401234567' }), ['+358401234567']],
    ['resendCode', () => handlers.resendCode(undefined), []],
    ['checkCode', () => handlers.checkCode({ code: '12345' }), ['12345']],
    ['checkPassword', () => handlers.checkPassword({ password: 'secret' }), ['secret']],
    ['connectBot', () => handlers.connectBot({ token: '1:abc' }), ['1:abc']],
    ['cancel', () => handlers.cancel(undefined), []],
  ] as const)(
    'by %s is one thing Telegram is asked for, answered with the session',
    async (name, ask, given) => {
      expect(await ask()).toEqual(view())
      expect(steered.line(null).calls).toEqual([given.length === 0 ? name : [name, ...given]])
    },
  )

  test('begins anew with a new API id, once that is kept', async () => {
    kept = null
    expect(await handlers.setApi({ apiId: 42, apiHash })).toEqual(view())
    expect(kept).toBe(`42:${apiHash}`)
    expect(steered.line(null).calls).toEqual(['cancel'])
  })
})

describe('a second account', () => {
  beforeEach(() => open({ ...emptyDesk, accounts: [account] }))

  test('is added by the same steps, which are its own, and can be given up', async () => {
    expect(await handlers.add(undefined)).toMatchObject({
      ...{ isAdding: true, step: { kind: 'signed-out', reason: 'never' } },
    })
    await handlers.connectBot({ token: '1:abc' })
    expect(steered.line(null).calls).toEqual([['connectBot', '1:abc']])
    expect(await handlers.cancel(undefined)).toMatchObject({ isAdding: false, step: { kind: 'signed-in' } })
    expect(steered.line(anna.id).calls).toEqual([])
  })

  test('that signs out leaves the first signed in', async () => {
    await handlers.add(undefined)
    await steered.signIn(steered.line(null), { ...account, id: ravi.id, name: 'Ravi' })
    expect(await handlers.signOut({ accountId: ravi.id })).toMatchObject({
      ...{ isAdding: false, step: { kind: 'signed-in', account: { id: anna.id } } },
    })
    expect(steered.line(null).calls).toEqual([
      ['watch', { groups: [], chats: [], chatRule: 'chosen', left: [] }],
      ...['signOut', 'stop'],
    ])
    expect(steered.line(anna.id).calls).toEqual([])
  })
})

test('the view of the session can be told without a command', async () => {
  const given = secrets('safe')
  const told = await sessionView({
    ...{ desk: recordingDesk().desk, accounts: steered.accounts, secrets: given },
    api: new ApiCredentials(given, {}),
  })
  expect(told.keyring).toBe('safe')
})
