import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { openDesktop } from '../../runtime/session.mjs'
import { BOT } from '../../telegram/workspace'
import { addGroup } from '../../telegram/world/add-group'
import { ALL_RIGHTS } from '../../telegram/world/group'
import type { DeskPage } from '../desk-page'
import { apiEnvironment, expect, test } from '../fixtures'
import { findInFolder } from '../guards/find-in-folder'
import { picture } from './picture'

const annasPhone = '15550001001'
const ravisPhone = '15550001002'
const minuteMs = 60_000

const field = (desk: DeskPage, name: string) => desk.window.getByRole('textbox', { name, exact: true })
const errorOf = (desk: DeskPage) => desk.window.getByRole('main').getByRole('alert')

async function goWay(desk: DeskPage, way: 'QR code' | 'Phone' | 'Bot token'): Promise<void> {
  await desk.window.getByRole('tablist', { name: 'Ways to sign in' }).getByRole('tab', { name: way }).click()
}

async function askForCode(desk: DeskPage, phone: string): Promise<void> {
  await goWay(desk, 'Phone')
  await field(desk, 'Phone number').fill(`+${phone}`)
  await desk.button('Send code').click()
  await expect(desk.window.getByRole('heading', { name: 'Enter the code' })).toBeVisible()
}

const groupHeading = (desk: DeskPage) =>
  desk.window.getByRole('heading', { name: 'Choose the support group' })

test('a wrong code, then one too old, are told beside the field; a new one signs in', async ({
  desk,
  dc,
}) => {
  await expect(desk.window.getByRole('heading', { name: 'Sign in to Telegram' })).toBeVisible()
  await goWay(desk, 'Phone')
  await picture(desk, 'sign-in-phone', ['light', 'dark'])
  await askForCode(desk, annasPhone)
  await expect(field(desk, 'Code')).toBeFocused()
  const right = dc.phoneCode(annasPhone) ?? ''
  await field(desk, 'Code').fill(right === '11111' ? '22222' : '11111')
  await expect(errorOf(desk)).toHaveText('That code is not right. Check it and try again.')
  await expect(field(desk, 'Code')).toHaveAttribute('aria-invalid', 'true')
  await picture(desk, 'sign-in-code-wrong', ['light', 'dark'])

  dc.expireCode(annasPhone)
  await field(desk, 'Code').fill(right)
  await expect(errorOf(desk)).toHaveText('That code is too old. Ask for a new one.')

  await askForNewCode(desk)
  await field(desk, 'Code').fill(dc.phoneCode(annasPhone) ?? '')
  await expect(groupHeading(desk)).toBeVisible()
})

/** Telegram allows an SMS after a minute; the code that it sends then is the one that counts. */
async function askForNewCode(desk: DeskPage): Promise<void> {
  await expect(desk.button('Send an SMS')).toBeDisabled()
  await desk.button('Use another number').click()
  await askForCode(desk, annasPhone)
  await desk.passTime(minuteMs)
  await desk.button('Send an SMS').click()
  await expect(desk.window.getByText(/Telegram sent it by SMS/)).toBeVisible()
}

test('a second password is asked with its hint; a wrong one is told, the right one signs in', async ({
  desk,
  dc,
}) => {
  await askForCode(desk, ravisPhone)
  await field(desk, 'Code').fill(dc.phoneCode(ravisPhone) ?? '')
  const password = desk.window.getByLabel('Password', { exact: true })
  await expect(password).toBeFocused()
  await expect(desk.window.getByText('Hint: What makes it go')).toBeVisible()
  await password.fill('chain-and-pedal')
  await desk.button('Sign in').click()
  await expect(errorOf(desk)).toHaveText('That password is not right. Check it and try again.')
  await picture(desk, 'sign-in-password-wrong', ['light', 'dark'])
  await password.fill('pedal-and-chain')
  await password.press('Enter')
  await expect(groupHeading(desk)).toBeVisible()
  await expect(desk.window.getByText('Ravi Nair')).toBeVisible()
})

test('a QR code is shown, and scanning it with a phone signs in', async ({ desk, dc }) => {
  await goWay(desk, 'QR code')
  await expect(desk.window.getByRole('img', { name: 'QR code to scan with Telegram' })).toBeVisible()
  await expect(desk.window.getByText(/New code in \d+ s/)).toBeVisible()
  await picture(desk, 'sign-in-qr', ['light', 'dark'])
  const session = (await desk.call('session', 'get')) as { readonly step: { readonly url: string } }
  dc.acceptQr(session.step.url, dc.staff.byName('Anna'))
  await expect(groupHeading(desk)).toBeVisible()
  await expect(desk.window.getByText('Anna Berg')).toBeVisible()
})

test('a wrong bot token is told beside the field, the right one connects the bot, which finds the groups it hears from', async ({
  desk,
  dc,
}) => {
  await goWay(desk, 'Bot token')
  await field(desk, 'Bot token').fill('not a token')
  await desk.button('Connect bot').click()
  await expect(errorOf(desk)).toHaveText('A bot token looks like 123456:ABC-DEF. BotFather gives it to you.')
  await field(desk, 'Bot token').fill('1100:AAFernlineDeskLocalDataCentre0000009')
  await desk.button('Connect bot').click()
  await expect(errorOf(desk)).toHaveText('That token is not right. BotFather shows the current one.')
  await picture(desk, 'sign-in-bot-wrong')
  await field(desk, 'Bot token').fill(BOT.botToken)
  await desk.button('Connect bot').click()
  await expect(groupHeading(desk)).toBeVisible()
  await expect(desk.window.getByText('The bot has heard from no group yet.')).toBeVisible()
  await picture(desk, 'group-choice-bot')
  const mira = dc.customers.byName('Mira')
  const topic = mira.openTopic(dc.workspace.help, 'Hello bot', 'Is anybody there?')
  await expect(async () => {
    await desk.button('Check again').click()
    await expect(desk.button('Choose Fernline Help')).toBeVisible({ timeout: 1000 })
  }).toPass()
  await desk.call('settings', 'change', { sendHoldMs: 0 })
  await desk.button('Choose Fernline Help').click()
  await expect(desk.strip).toContainText('Connected')
  mira.write(topic, 'Hello again')
  await desk.openTicket('Hello bot')
  await desk.sendReply('The bot is here')
  await expect
    .poll(() => mira.received(topic).map(({ text, fromName }) => [fromName, text]))
    .toEqual([['Fernline Desk', 'The bot is here']])
})

test('when Telegram asks to wait, the card says how long and the button is off until then', async ({
  desk,
  dc,
}) => {
  dc.switchboard.floodWait('auth.SendCode', 240)
  await goWay(desk, 'Phone')
  await field(desk, 'Phone number').fill(`+${annasPhone}`)
  await desk.button('Send code').click()
  await expect(errorOf(desk)).toHaveText(
    /^Telegram asks you to wait (4 minutes|3 minutes( \d+ seconds?)?)\.$/,
  )
  await expect(desk.button('Send code')).toBeDisabled()
  await picture(desk, 'sign-in-flood')
  await desk.passTime(4 * minuteMs)
  await expect(errorOf(desk)).toHaveCount(0)
  await desk.button('Send code').click()
  await expect(desk.window.getByRole('heading', { name: 'Enter the code' })).toBeVisible()
})

test('without an API id the first run asks for it, keeps it encrypted and goes on', async ({ open, dc }) => {
  const bare = { TOPICDESK_API_ID: undefined, TOPICDESK_API_HASH: undefined }
  const hash = apiEnvironment.TOPICDESK_API_HASH
  const desk = await open({ env: bare })
  await expect(desk.window.getByRole('heading', { name: 'Get Topicdesk an id at Telegram' })).toBeVisible()
  await picture(desk, 'first-run-api', ['light', 'dark'])
  await field(desk, 'API id').fill('12345')
  await field(desk, 'API hash').fill('too short')
  await desk.button('Continue').click()
  await expect(errorOf(desk)).toHaveText('The API hash is 32 letters a to f and digits.')
  await field(desk, 'API hash').fill(hash)
  await desk.button('Continue').click()
  await expect(desk.window.getByRole('heading', { name: 'Sign in to Telegram' })).toBeVisible()

  dc.switchboard.failWith('auth.SendCode', 400, 'API_ID_INVALID')
  await goWay(desk, 'Phone')
  await field(desk, 'Phone number').fill(`+${annasPhone}`)
  await desk.button('Send code').click()
  await expect(errorOf(desk)).toHaveText('Telegram does not know this API id and hash. Check both.')
  await desk.button('Change the API id').click()
  await field(desk, 'API id').fill('12346')
  await field(desk, 'API hash').fill(hash)
  await desk.button('Continue').click()
  await desk.signInAsAnna(dc)
  await desk.close()
  expect(findInFolder(desk.profile, hash)).toEqual([])

  const again = await open({ env: bare, profile: desk.profile })
  await expect(again.strip).toContainText('Connected')
})

test('the choice of group says what a group lacks and what prevents it, and the first run waits for a message', async ({
  desk,
  dc,
}) => {
  const night = addGroup(dc.world, {
    ...{ id: 500_009, title: 'Fernline Night', creator: 1000, isForum: true },
    admins: { 1001: ALL_RIGHTS },
    members: [2010],
  })
  await askForCode(desk, annasPhone)
  await field(desk, 'Code').fill(dc.phoneCode(annasPhone) ?? '')
  const group = (title: string) =>
    desk.window.getByRole('list', { name: 'Groups' }).getByRole('listitem').filter({ hasText: title })
  await expect(group('Fernline Riders')).toContainText('Topics are off.')
  await expect(group('City Bike Forum')).toContainText('The desk cannot close, reopen or rename topics here.')
  await expect(group('City Bike Forum').getByRole('button')).toBeEnabled()
  await expect(group('Fernline Riders').getByRole('button')).toHaveCount(0)
  await expect(group('Fernline Help').getByRole('button')).toBeEnabled()
  await picture(desk, 'group-choice', ['light', 'dark'])

  await desk.button('Choose Fernline Night').click()
  await expect(desk.window.getByRole('region', { name: 'Waiting for the first message' })).toBeVisible()
  await expect(desk.window.getByText('Connected. The desk is listening.')).toBeVisible()
  await picture(desk, 'first-run-waiting', ['light', 'dark'])
  dc.customers.byName('Mira').openTopic(night, 'Hello', 'hello')
  await expect(desk.row('Hello')).toBeVisible()
  await expect(desk.window.getByRole('region', { name: 'Waiting for the first message' })).toBeHidden()
})

test('without a keyring the desk says so, and the sign-in ends with the app', async ({ open, dc }) => {
  const desktop = await openDesktop({ keyring: false })
  try {
    const desk = await open({ desktop })
    await goWay(desk, 'Phone')
    await expect(desk.window.getByText('This computer cannot keep the sign-in safely.')).toBeVisible()
    await picture(desk, 'sign-in-no-keyring')
    await desk.signInAsAnna(dc)
    await desk.close()

    const again = await open({ desktop, profile: desk.profile })
    await expect(again.window.getByRole('heading', { name: 'Sign in to Telegram' })).toBeVisible()
    await again.close()
  } finally {
    await desktop.close()
  }
})

test('signing out ends the session at Telegram and leaves nothing of it on disk, but keeps the tickets', async ({
  atWork,
  dc,
  open,
}) => {
  const held = await sessionsOnDisk(atWork)
  expect(held).not.toEqual([])
  for (const secret of held) expect(findInFolder(atWork.profile, secret)).toEqual([])

  await atWork.window.getByRole('link', { name: 'Settings' }).click()
  await atWork.window.getByRole('button', { name: /^Sign out/ }).click()
  const asked = atWork.window.getByRole('dialog', { name: /^Sign out/ })
  await picture(atWork, 'sign-out-asked')
  await asked.getByRole('button', { name: 'Sign out' }).click()
  await expect(atWork.window.getByRole('heading', { name: 'Sign in to Telegram' })).toBeVisible()
  expect(dc.record.calls.count('auth.LogOut', 1001)).toBe(1)
  expect(await sessionsOnDisk(atWork)).toEqual([])
  await atWork.close()

  const again = await open({ profile: atWork.profile })
  await expect(again.window.getByRole('heading', { name: 'Sign in to Telegram' })).toBeVisible()
  await again.signInAsAnna(dc)
  await expect(again.rows).toHaveCount(2)
})

/** The sessions that the profile holds, opened with the keyring that closed them. */
async function sessionsOnDisk(desk: DeskPage): Promise<readonly string[]> {
  const folder = join(desk.profile, 'secrets')
  const sealed = readdirSync(folder)
    .filter((name) => name.includes('session'))
    .map((name) => readFileSync(join(folder, name)).toString('base64'))
  return desk.launched.app.evaluate(
    ({ safeStorage }, files) => files.map((file) => safeStorage.decryptString(Buffer.from(file, 'base64'))),
    sealed,
  )
}
