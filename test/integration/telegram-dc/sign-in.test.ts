import { Api, type TelegramClient } from 'telegram'
import { computeCheck } from 'telegram/Password.js'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { signInWithCode } from '../../telegram/sign-in'
import { long } from '../../telegram/tl/values'
import { BOT } from '../../telegram/workspace'
import { errorOf, Rig } from './rig'
import { until } from './until'

let rig: Rig
let now: number

beforeEach(async () => {
  now = Date.now()
  rig = await Rig.start({ clock: { now: () => now } })
})
afterEach(() => rig.end())

async function sendCode(client: TelegramClient, phoneNumber: string): Promise<string> {
  const settings = new Api.CodeSettings({})
  const sent = await client.invoke(
    new Api.auth.SendCode({ phoneNumber, apiId: client.apiId, apiHash: client.apiHash, settings }),
  )
  if (!(sent instanceof Api.auth.SentCode)) throw new Error(`unexpected ${sent.className}`)
  return sent.phoneCodeHash
}

const signIn = (phoneNumber: string, phoneCodeHash: string, phoneCode: string) =>
  new Api.auth.SignIn({ phoneNumber, phoneCodeHash, phoneCode })

test('an agent signs in by phone and code and sees the groups', async () => {
  const client = await rig.connect()
  expect(await errorOf(client.invoke(new Api.users.GetUsers({ id: [new Api.InputUserSelf()] })))).toBe(
    'AUTH_KEY_UNREGISTERED',
  )
  await signInWithCode(rig.dc, client, '+1 555 000 1001')
  const me = await client.getMe()
  expect(me.firstName).toBe('Anna')
  const dialogs = await client.getDialogs({})
  const titles = dialogs.map(({ title }) => title)
  expect(titles).toEqual(
    expect.arrayContaining(['Fernline Help', 'Fernline Riders', 'City Bike Forum', 'Jonas Weber']),
  )
})

test('wrong, empty, late and superseded codes are refused by name', async () => {
  const phone = '15550001001'
  const client = await rig.connect()
  expect(await errorOf(sendCode(client, '12'))).toBe('PHONE_NUMBER_INVALID')
  const first = await sendCode(client, phone)
  expect(await errorOf(client.invoke(signIn(phone, first, '00000')))).toBe('PHONE_CODE_INVALID')
  expect(await errorOf(client.invoke(signIn(phone, first, '')))).toBe('PHONE_CODE_EMPTY')
  const resent = await client.invoke(new Api.auth.ResendCode({ phoneNumber: phone, phoneCodeHash: first }))
  const second = resent instanceof Api.auth.SentCode ? resent.phoneCodeHash : ''
  const code = rig.dc.phoneCode(phone) ?? ''
  expect(await errorOf(client.invoke(signIn(phone, first, code)))).toBe('PHONE_CODE_EXPIRED')
  now += 6 * 60_000
  expect(await errorOf(client.invoke(signIn(phone, second, code)))).toBe('PHONE_CODE_EXPIRED')
  const third = await sendCode(client, phone)
  await client.invoke(signIn(phone, third, rig.dc.phoneCode(phone) ?? ''))
  expect((await client.getMe()).firstName).toBe('Anna')
})

test('a password is asked for after the code, with its hint, and a wrong one is refused', async () => {
  const phone = '15550001002'
  const client = await rig.connect()
  const hash = await sendCode(client, phone)
  const code = rig.dc.phoneCode(phone) ?? ''
  expect(await errorOf(client.invoke(signIn(phone, hash, code)))).toBe('SESSION_PASSWORD_NEEDED')
  const asked = await client.invoke(new Api.account.GetPassword())
  expect(asked.hint).toBe('What makes it go')
  const wrong = new Api.auth.CheckPassword({ password: await computeCheck(asked, 'chain') })
  expect(await errorOf(client.invoke(wrong))).toBe('PASSWORD_HASH_INVALID')
  const again = await client.invoke(new Api.account.GetPassword())
  const stale = new Api.auth.CheckPassword({ password: await computeCheck(asked, 'pedal-and-chain') })
  expect(await errorOf(client.invoke(stale))).toBe('SRP_ID_INVALID')
  await client.invoke(new Api.auth.CheckPassword({ password: await computeCheck(again, 'pedal-and-chain') }))
  expect((await client.getMe()).firstName).toBe('Ravi')
})

test('a phone that nobody has leads to signing up', async () => {
  const phone = '15559990000'
  const client = await rig.connect()
  const hash = await sendCode(client, phone)
  const signUp = new Api.auth.SignUp({
    phoneNumber: phone,
    phoneCodeHash: hash,
    firstName: 'Noor',
    lastName: 'Said',
  })
  expect(await errorOf(client.invoke(signUp))).toBe('PHONE_CODE_INVALID')
  const answer = await client.invoke(signIn(phone, hash, rig.dc.phoneCode(phone) ?? ''))
  expect(answer.className).toBe('auth.AuthorizationSignUpRequired')
  await client.invoke(signUp)
  expect((await client.getMe()).firstName).toBe('Noor')
  expect(rig.dc.world.byPhone(phone)?.lastName).toBe('Said')
})

test('a QR code signs in once a phone has scanned it, and is worth nothing when it is old', async () => {
  const client = await rig.connect()
  const ask = () =>
    client.invoke(
      new Api.auth.ExportLoginToken({ apiId: client.apiId, apiHash: client.apiHash, exceptIds: [] }),
    )
  let hasUpdate = false
  client.addEventHandler((update: Api.TypeUpdate) => {
    if (update instanceof Api.UpdateLoginToken) hasUpdate = true
  })
  const old = await ask()
  if (!(old instanceof Api.auth.LoginToken)) throw new Error('no token')
  now += 31_000
  const anna = rig.dc.staff.byName('Anna')
  expect(() => rig.dc.acceptQr(old.token, anna)).toThrow('AUTH_TOKEN_EXPIRED')
  expect(() => rig.dc.acceptQr(Buffer.from('nonsense'), anna)).toThrow('AUTH_TOKEN_INVALID')
  const shown = await ask()
  if (!(shown instanceof Api.auth.LoginToken)) throw new Error('no token')
  rig.dc.acceptQr(`tg://login?token=${shown.token.toString('base64url')}`, anna)
  await until(() => hasUpdate)
  const done = await ask()
  expect(done.className).toBe('auth.LoginTokenSuccess')
  expect((await client.getMe()).firstName).toBe('Anna')
})

test('a QR code scanned by somebody with a password still asks for it', async () => {
  const client = await rig.connect()
  const ask = () =>
    client.invoke(
      new Api.auth.ExportLoginToken({ apiId: client.apiId, apiHash: client.apiHash, exceptIds: [] }),
    )
  const shown = await ask()
  if (!(shown instanceof Api.auth.LoginToken)) throw new Error('no token')
  rig.dc.acceptQr(shown.token, rig.dc.staff.byName('Ravi'))
  expect(await errorOf(ask())).toBe('SESSION_PASSWORD_NEEDED')
  const asked = await client.invoke(new Api.account.GetPassword())
  await client.invoke(new Api.auth.CheckPassword({ password: await computeCheck(asked, 'pedal-and-chain') }))
  expect((await client.getMe()).firstName).toBe('Ravi')
})

test('a bot signs in by token and learns less than a person', async () => {
  const client = await rig.connect()
  const token = (botAuthToken: string) =>
    new Api.auth.ImportBotAuthorization({ flags: 0, apiId: 1, apiHash: 'hash', botAuthToken })
  expect(await errorOf(client.invoke(token('1:wrong')))).toBe('ACCESS_TOKEN_INVALID')
  await client.invoke(token(BOT.botToken))
  expect((await client.getMe()).bot).toBe(true)
  const dialogs = new Api.messages.GetDialogs({
    offsetDate: 0,
    offsetId: 0,
    offsetPeer: new Api.InputPeerEmpty(),
    limit: 10,
    hash: long(0),
  })
  expect(await errorOf(client.invoke(dialogs))).toBe('BOT_METHOD_INVALID')
})

test('an API id of nobody is refused', async () => {
  const client = await rig.connect()
  const settings = new Api.CodeSettings({})
  const send = new Api.auth.SendCode({ phoneNumber: '15550001001', apiId: -1, apiHash: '', settings })
  expect(await errorOf(client.invoke(send))).toBe('API_ID_INVALID')
})

test('logging out ends the session at Telegram, and so does another device', async () => {
  const self = new Api.users.GetUsers({ id: [new Api.InputUserSelf()] })
  const client = await rig.signedIn({ id: 1001 })
  const other = await rig.signedIn({ id: 1001 })
  const { authorizations } = await client.invoke(new Api.account.GetAuthorizations())
  expect(authorizations.length).toBe(2)
  await client.invoke(new Api.auth.LogOut())
  expect(await errorOf(client.invoke(self))).toBe('AUTH_KEY_UNREGISTERED')
  rig.dc.switchboard.revokeSession({ id: 1001 })
  expect(await errorOf(other.invoke(self))).toBe('SESSION_REVOKED')
})
