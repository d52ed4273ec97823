import { beforeEach, describe, expect, test } from 'vitest'
import { emptyDesk } from '../../../../../src-main/core/desk/state'
import type { Secrets, Telegram } from '../../../../../src-main/core/ports'
import { Refusal } from '../../../../../src-main/core/refusal'
import { ApiCredentials } from '../../../../../src-main/desk/api-credentials'
import { sessionHandlers, sessionView } from '../../../../../src-main/desk/handlers/session-handlers'
import type { SignInStep } from '../../../../../src-preload/contract/session'
import { recordingDesk } from '../recording-desk'
import { strict } from '../strict'

const apiHash = '0123456789abcdef0123456789abcdef'
const fernline = { id: '-100', title: 'Fernline Help', members: 12 }
const bare = { id: '-200', title: 'Bare', members: 3 }
const problem = { what: 'It has no topics.', mend: 'Turn topics on in Telegram.' }

let kept: string | null
let step: SignInStep
let calls: unknown[]
let rig: ReturnType<typeof recordingDesk>
let handlers: ReturnType<typeof sessionHandlers>

const call =
  (name: string) =>
  async (...given: readonly unknown[]) =>
    void calls.push([name, ...given])

beforeEach(() => {
  kept = `42:${apiHash}`
  step = { kind: 'signed-out', reason: 'never' }
  calls = []
  rig = recordingDesk({ ...emptyDesk, group: { id: '-100', title: 'Fernline Help' } })
  const secrets = strict<Secrets>('secrets', {
    keyring: 'missing',
    read: async () => kept,
    write: async (_, value) => {
      kept = value
    },
  })
  const telegram = strict<Telegram>('telegram', {
    signIn: strict<Telegram['signIn']>('signIn', {
      startQr: call('startQr'),
      sendCode: call('sendCode'),
      resendCode: call('resendCode'),
      checkCode: call('checkCode'),
      checkPassword: call('checkPassword'),
      connectBot: call('connectBot'),
      cancel: call('cancel'),
    }),
    signOut: call('signOut'),
    groups: async () => [
      { ...fernline, problems: [], warnings: [] },
      { ...bare, problems: [problem], warnings: [] },
    ],
    follow: call('follow'),
  })
  const api = new ApiCredentials(secrets, {})
  handlers = sessionHandlers({ desk: rig.desk, telegram, secrets, api, step: () => step })
})

const view = () => ({
  ...{
    step,
    keyring: 'missing',
    api: { id: 42, from: 'settings' },
    group: { id: '-100', title: 'Fernline Help' },
  },
})

test('the session tells the step, the keyring, the API id without its hash, and the group', async () => {
  expect(await handlers.get(undefined)).toEqual(view())
})

test('without an API id that is what is asked for first, whatever the step', async () => {
  kept = null
  step = { kind: 'password', hint: null }
  expect(await handlers.get(undefined)).toMatchObject({ step: { kind: 'api-needed' }, api: null })
})

test('the step is the newest at the moment of telling', async () => {
  const told = handlers.get(undefined)
  step = { kind: 'password', hint: 'the dog' }
  expect((await told).step).toEqual({ kind: 'password', hint: 'the dog' })
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
    ['signOut', () => handlers.signOut(undefined), []],
  ] as const)(
    'by %s is one thing Telegram is asked for, answered with the session',
    async (name, ask, given) => {
      expect(await ask()).toEqual(view())
      expect(calls).toEqual([[name, ...given]])
      expect(rig.asked).toEqual([])
    },
  )

  test('begins anew with a new API id, once that is kept', async () => {
    kept = null
    expect(await handlers.setApi({ apiId: 42, apiHash })).toEqual(view())
    expect(kept).toBe(`42:${apiHash}`)
    expect(calls).toEqual([['cancel']])
  })
})

describe('choosing a group', () => {
  test('is one intent, durable before the group is read', async () => {
    await handlers.chooseGroup({ groupId: '-100' })
    const group = { id: '-100', title: 'Fernline Help' }
    expect(rig.asked).toEqual([{ intent: { kind: 'choose-group', group }, by: { kind: 'desk' } }])
    expect(calls).toEqual([['follow', '-100']])
  })

  test('that could not be kept reads nothing', async () => {
    rig.refusing.with = new Refusal('storage-full', 'The disk is full.')
    await expect(handlers.chooseGroup({ groupId: '-100' })).rejects.toBe(rig.refusing.with)
    expect(calls).toEqual([])
  })

  test.each([
    [
      'that lacks something says what and how to mend it',
      '-200',
      'not-allowed',
      `${problem.what} ${problem.mend}`,
    ],
    ['that the account left is refused', '-300', 'not-found', 'This account is not in that group any more.'],
  ])('%s', async (_, groupId, code, message) => {
    await expect(handlers.chooseGroup({ groupId })).rejects.toMatchObject({
      code,
      message,
      more: { field: 'groupId' },
    })
    expect(rig.asked).toEqual([])
    expect(calls).toEqual([])
  })

  test('is made from the groups with what each lacks', async () => {
    expect(await handlers.groups(undefined)).toHaveLength(2)
  })
})

test('the view of the session can be told without a command', async () => {
  const secrets = strict<Secrets>('secrets', { keyring: 'safe', read: async () => null })
  const told = await sessionView({
    ...{ desk: rig.desk, telegram: strict<Telegram>('telegram', {}), secrets, step: () => step },
    api: new ApiCredentials(secrets, {}),
  })
  expect(told.keyring).toBe('safe')
})
