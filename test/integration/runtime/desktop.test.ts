import { execFile, execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { afterEach, expect, test, vi } from 'vitest'
import { isOnBus } from '../../runtime/desktop/bus.mjs'
import { asUser } from '../../runtime/desktop/user.mjs'
import { type Desktop, type DesktopOptions, openDesktop } from '../../runtime/session.mjs'

const opened: Desktop[] = []
const open = async (options: DesktopOptions) => {
  const desktop = await openDesktop(options)
  opened.push(desktop)
  return desktop
}
afterEach(async () => {
  vi.unstubAllEnvs()
  for (const desktop of opened.splice(0)) await desktop.close()
})

/** Resolves with the action that was clicked, as the service told the one who notified. */
const notify = (desktop: Desktop, summary: string, body: string): Promise<string> => {
  const [program = '', ...args] = [
    ...asUser(),
    'dunstify',
    '-a',
    'Desk',
    '-A',
    'default,Open',
    '-A',
    'claim,Claim',
  ]
  return new Promise((resolve) => {
    execFile(program, [...args, summary, body], { env: desktop.env }, (_, stdout) => resolve(stdout.trim()))
  })
}

const notificationsOn = (desktop: Desktop) => {
  if (!desktop.notifications) throw new Error('This desktop has no notification service.')
  return desktop.notifications
}

test('what was notified is read back from the service, and closes there', async () => {
  const desktop = await open({ keyring: false })
  const notifications = notificationsOn(desktop)
  const before = Date.now()
  const first = notify(desktop, 'New ticket', 'Mira: my bike\nis gone')
  await expect.poll(() => notifications.shown().length).toBe(1)
  const second = notify(desktop, 'At risk', 'שלום')
  await expect.poll(() => notifications.shown().length).toBe(2)
  const [one, two] = notifications.shown()
  expect(one).toMatchObject({
    app: 'Desk',
    summary: 'New ticket',
    body: 'Mira: my bike\nis gone',
    isUp: true,
  })
  expect(two).toMatchObject({ summary: 'At risk', body: 'שלום', urgency: 'NORMAL' })
  expect(one?.at).toBeGreaterThanOrEqual(before)
  notifications.closeAll()
  await Promise.all([first, second])
  expect(notifications.shown().map(({ isUp }) => isUp)).toEqual([false, false])
})

test('a click and a button reach the one who notified, whichever of several was meant', async () => {
  const desktop = await open({ keyring: false })
  const notifications = notificationsOn(desktop)
  const answers: Promise<string>[] = []
  for (const summary of ['One', 'Two (with [2,claim] in it)', 'Three']) {
    answers.push(notify(desktop, summary, ''))
    await expect.poll(() => notifications.shown().length).toBe(answers.length)
  }
  const [one, two, three] = notifications.shown().map(({ id }) => id)
  if (!one || !two || !three) throw new Error('Three notifications were to be shown.')
  await notifications.act(two, 'Claim')
  await notifications.click(three)
  await expect(notifications.act(one, 'Resolve')).rejects.toThrow(/No notification on the screen offers/)
  await notifications.click(one)
  expect(await Promise.all(answers)).toEqual(['default', 'claim', 'default'])
})

test('a desktop has a keyring and a notification service, or is really without', async () => {
  const full = await open({})
  const bare = await open({ keyring: false, notifications: false })
  const services = ['org.freedesktop.secrets', 'org.freedesktop.Notifications']
  expect(services.map((name) => isOnBus(full.env, name))).toEqual([true, true])
  expect(services.map((name) => isOnBus(bare.env, name))).toEqual([false, false])
})

test('a closed desktop leaves nothing behind', async () => {
  const desktop = await openDesktop()
  await desktop.close()
  expect(existsSync(desktop.folder)).toBe(false)
  const running = execFileSync('ps', ['-eo', 'args'], { encoding: 'utf8' })
  expect(running).not.toContain(desktop.folder)
})

/** Sits down before the screen of another desktop, with or without its key. */
const sitBefore = ({ env }: Desktop, key = env.XAUTHORITY) => {
  vi.stubEnv('DISPLAY', env.DISPLAY)
  vi.stubEnv('XAUTHORITY', key)
}

test('before a screen that is there, root has only the screen of it, anybody else all', async () => {
  const there = await open({ keyring: false, notifications: false })
  sitBefore(there)
  const own = await open({ own: true, keyring: false })
  const isRoot = process.getuid?.() === 0
  expect(own.isOwn).toBe(!isRoot)
  expect(own.env.DISPLAY).toBe(there.env.DISPLAY)
  expect(own.notifications !== undefined).toBe(isRoot)
})

test('a screen that lets nobody but root in is one sentence and the command that helps', async () => {
  sitBefore(await open({ keyring: false, notifications: false }), '/nowhere')
  if (process.getuid?.() !== 0) return expect((await open({ own: true })).isOwn).toBe(true)
  await expect(open({ own: true, keyring: false })).rejects.toMatchObject({
    message: expect.stringContaining('lets no other user in'),
    command: 'xhost +si:localuser:nobody',
  })
})
