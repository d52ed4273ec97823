import { spawn } from 'node:child_process'
import { expect } from '@playwright/test'
import type { Announcement } from '../../../src-main/core/desk/effects'
import { electronCommand } from '../../runtime/desktop/electron-command.mjs'
import { out } from '../../runtime/paths.mjs'
import { inProbe } from '../probe/probe'
import { test } from '../probe/shell-test'
import { findInFolder } from './find-in-folder'

const secret = '1BQANOTEuMTA4LjU2LjE1OAG7c2Vzc2lvbg=='
const late: Announcement = {
  key: 'kpt/breached',
  kind: 'breached',
  title: 'KPT417 is overdue: next reply',
  body: '<b>Lena & co</b> has waited 48 min.',
  ticketId: 'kpt',
  urgent: true,
  actions: [{ id: 'open', label: 'Open' }],
}

test.describe('with a keyring and a notification service', () => {
  test('a secret outlives a restart and stands nowhere on disk in clear', async ({ start }) => {
    const first = await start()
    const keyring = await inProbe(
      first.app,
      async ({ secrets }, value) => {
        await secrets.write('telegram-session', value)
        return secrets.keyring
      },
      secret,
    )
    expect(keyring).toBe('safe')
    await first.app.close()
    expect(findInFolder(first.profile, secret)).toEqual([])
    const second = await start(first.profile)
    expect(await inProbe(second.app, ({ secrets }) => secrets.read('telegram-session'), null)).toBe(secret)
  })

  test('an announcement is shown as it is written, replaced in place, and opens its ticket', async ({
    start,
    desktop,
  }) => {
    const { app } = await start()
    const shown = () => desktop.notifications?.shown() ?? []
    await inProbe(app, ({ notifications }, one) => notifications.show(one), late)
    await expect.poll(() => shown().length).toBe(1)
    expect(shown()[0]).toMatchObject({
      app: 'Topicdesk',
      summary: late.title,
      body: '&lt;b&gt;Lena &amp; co&lt;/b&gt; has waited 48 min.',
      urgency: 'CRITICAL',
      isUp: true,
    })
    await inProbe(app, ({ notifications }, one) => notifications.show(one), {
      ...late,
      body: '50 min',
      urgent: false,
    })
    await expect
      .poll(() => shown().map(({ body, isUp }) => [body, isUp]))
      .toEqual([
        [expect.stringContaining('48 min'), false],
        ['50 min', true],
      ])
    desktop.notifications?.click(shown()[1]?.id ?? 0)
    await expect
      .poll(() => inProbe(app, ({ heard }) => heard, null))
      .toEqual([
        ['state', { kind: 'working' }],
        ['opened', 'kpt'],
      ])
    await expect.poll(() => shown().filter(({ isUp }) => isUp)).toEqual([])
  })

  test('what is withdrawn leaves the screen', async ({ start, desktop }) => {
    const { app } = await start()
    await inProbe(app, ({ notifications }, one) => notifications.show(one), late)
    await expect.poll(() => desktop.notifications?.shown().length).toBe(1)
    await inProbe(app, ({ notifications }, key) => notifications.withdraw([key]), late.key)
    await expect.poll(() => desktop.notifications?.shown().filter(({ isUp }) => isUp)).toEqual([])
  })
})

test.describe('without a keyring and without a notification service', () => {
  test.use({ desktopOptions: { keyring: false, notifications: false } })

  test('a secret is kept in memory only and ends with the app', async ({ start }) => {
    const first = await start()
    const kept = await inProbe(
      first.app,
      async ({ secrets }, value) => {
        await secrets.write('telegram-session', value)
        return [secrets.keyring, await secrets.read('telegram-session')]
      },
      secret,
    )
    expect(kept).toEqual(['missing', secret])
    await first.app.close()
    expect(findInFolder(first.profile, secret)).toEqual([])
    const second = await start(first.profile)
    expect(await inProbe(second.app, ({ secrets }) => secrets.read('telegram-session'), null)).toBeNull()
  })

  test('an announcement comes back to be shown in the window', async ({ start }) => {
    const { app } = await start()
    await inProbe(app, ({ notifications }, one) => notifications.show(one), late)
    const why = 'The notification service of this computer does not answer.'
    await expect
      .poll(() => inProbe(app, ({ heard }) => heard, null))
      .toEqual([
        ['state', { kind: 'failing', why }],
        ['failed', late.key, why],
      ])
  })
})

test.describe('from start to end', () => {
  test.use({ desktopOptions: { keyring: false, notifications: false } })

  test('a second start brings the first window forward and ends', async ({ start, desktop }) => {
    const { app, profile } = await start()
    const isVisible = () => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible())
    await expect.poll(isVisible).toBe(true)
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.hide())
    await expect.poll(isVisible).toBe(false)
    const { executable, args, env } = electronCommand(desktop)
    const second = spawn(executable, [...args, `--user-data-dir=${profile}`, out('probe')], {
      env: { ...desktop.env, ...env },
      stdio: 'ignore',
    })
    expect(await new Promise((resolve) => second.once('exit', resolve))).toBe(0)
    await expect.poll(isVisible).toBe(true)
  })

  test('an icon in the tray takes what it is told, again and again, and goes', async ({ start }) => {
    const { app, output } = await start()
    await inProbe(
      app,
      ({ tray }, now) => {
        const next = { code: 'KPT417', ticketId: 'kpt', dueAt: now + 60_000 }
        for (const ourTurn of [0, 0, 3, 1]) tray.update({ next, ourTurn, doNotDisturb: ourTurn === 3, now })
        tray.update({ next: null, ourTurn: 0, doNotDisturb: false, now })
        tray.end()
      },
      Date.parse('2026-03-10T12:00:00Z'),
    )
    expect(await app.evaluate(({ app }) => app.isReady())).toBe(true)
    expect(output()).not.toContain('Error')
  })

  test('a crashed page is loaded again, once', async ({ start }) => {
    const { app, output } = await start()
    const crash = () =>
      app.evaluate(({ BrowserWindow }) =>
        BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer(),
      )
    const ended = app.waitForEvent('close')
    await crash()
    await expect.poll(output).toContain('"revived"')
    const state = await app.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents
      return [contents?.isCrashed(), contents?.getURL()]
    })
    expect(state).toEqual([false, 'app://desk/index.html'])
    await crash()
    await ended
  })

  test('closing the window where no tray would bring it back ends the app in good order', async ({
    start,
  }) => {
    const { app, output, profile } = await start()
    const bounds = { x: 40, y: 60, width: 1100, height: 720 }
    const ended = app.waitForEvent('close')
    await app.evaluate(({ BrowserWindow }, wanted) => {
      const [window] = BrowserWindow.getAllWindows()
      window?.setBounds(wanted)
      window?.close()
    }, bounds)
    await ended
    expect(output()).toContain('"stopped"')
    const again = await start(profile)
    expect(
      await again.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getNormalBounds()),
    ).toEqual(bounds)
  })

  test('being asked to end by the system is in good order too', async ({ start }) => {
    const { app, output } = await start()
    const ended = app.waitForEvent('close')
    const pid = await app.evaluate(() => process.pid)
    process.kill(pid, 'SIGTERM')
    await ended
    expect(output()).toContain('"stopped"')
  })
})
