import { readFileSync } from 'node:fs'
import { type ElectronApplication, expect, type Page, test } from '@playwright/test'
import { commands } from '../../../src-preload/contract/commands'
import type { Desk } from '../../../src-preload/contract/desk'
import { launchDesk } from '../../runtime/launch'
import { type Desktop, openDesktop } from '../../runtime/session.mjs'
import { openStranger, type Stranger } from './stranger'

declare global {
  interface Window {
    readonly desk: Desk
  }
}

let desktop: Desktop
let stranger: Stranger
let app: ElectronApplication
let hasSandbox: boolean
let page: Page

test.beforeAll(async () => {
  desktop = await openDesktop({ keyring: false, notifications: false })
  stranger = await openStranger()
  const launched = await launchDesk({ desktop, args: ['--use-fake-device-for-media-stream'] })
  app = launched.app
  hasSandbox = launched.hasSandbox
  page = launched.window
})
test.afterAll(async () => {
  await app?.close()
  await stranger?.close()
  await desktop?.close()
})
test.afterEach(async () => {
  expect(stranger.visits(), 'nothing reached anyone outside').toBe(0)
  expect(page.url()).toBe('app://desk/index.html')
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
})

/** Runs in the page and says how it ended. */
const ended = (code: (host: string) => Promise<unknown>) =>
  page.evaluate(code, stranger.host).then(String, (problem: Error) => `refused: ${problem.message}`)

test.describe('the page is alone with window.desk', () => {
  test('the sandbox is on and the page knows neither Node nor Electron', async () => {
    const known = await page.evaluate(() => [
      typeof Reflect.get(globalThis, 'process'),
      typeof Reflect.get(globalThis, 'require'),
      typeof Reflect.get(globalThis, 'Buffer'),
      typeof Reflect.get(globalThis, 'electron'),
    ])
    expect(known).toEqual(['undefined', 'undefined', 'undefined', 'undefined'])
    const metrics = await app.evaluate(({ app }) =>
      app.getAppMetrics().map(({ type, sandboxed }) => ({ type, sandboxed })),
    )
    // Linux does not tell this figure; there the seccomp filter of the process does.
    for (const { type, sandboxed } of metrics) if (type === 'Tab') expect(sandboxed ?? true).toBe(true)
    if (process.platform === 'linux' && hasSandbox) expect(await seccompOfPage()).toBe('2')
  })

  test('what it knows of the desk cannot be changed by it', async () => {
    const names = await page.evaluate(() => Object.keys(window.desk).sort())
    expect(names).toEqual([...Object.keys(commands), 'on', 'platform'].sort())
    const platform = await page.evaluate(() => {
      Reflect.set(window.desk, 'platform', 'mine')
      Reflect.deleteProperty(window, 'desk')
      return window.desk.platform
    })
    expect(platform).toBe(process.platform)
  })

  test('it can listen to nothing that the contract does not have', async () => {
    const refused = await ended(async () =>
      Reflect.apply(window.desk.on, null, ['ELECTRON_RENDERER', () => {}]),
    )
    expect(refused).toContain('Unknown event')
  })
})

test.describe('nothing comes in', () => {
  test('no script that is not a file of ours runs', async () => {
    const ran = await page.evaluate(async () => {
      const script = document.createElement('script')
      const tried: string[] = []
      const attempt = (what: string, run: () => unknown) => {
        try {
          run()
          tried.push(`${what} ran`)
        } catch {
          tried.push(`${what} refused`)
        }
      }
      attempt('inline', () => {
        script.textContent = 'globalThis.wasInlineRun = true'
        document.body.append(script)
      })
      attempt('markup', () => {
        document.body.innerHTML = '<img src="x" onerror="globalThis.wasInlineRun = true">'
      })
      attempt('handler', () => {
        document.body.setAttribute('onclick', 'globalThis.wasInlineRun = true')
        document.body.click()
      })
      attempt('javascript: link', () => {
        const link = document.createElement('a')
        link.setAttribute('href', 'javascript:globalThis.wasInlineRun=true')
        document.body.append(link)
        link.click()
        link.remove()
      })
      await new Promise((resolve) => setTimeout(resolve, 200))
      return {
        tried,
        wasRun: Reflect.get(globalThis, 'wasInlineRun') === true,
        body: document.body.innerHTML,
      }
    })
    expect(ran.wasRun).toBe(false)
    expect(ran.tried).toContain('markup refused')
    expect(ran.body).not.toContain('onerror')
  })

  test('a string never becomes code', async () => {
    // Asked inside a task of the page: what a debugger evaluates is excused from the policy.
    const results = await page.evaluate(
      () =>
        new Promise<string[]>((resolve) => {
          const attempt = (run: () => unknown) => {
            try {
              return `ran: ${run()}`
            } catch (problem) {
              return problem instanceof Error ? problem.name : 'refused'
            }
          }
          setTimeout(() => {
            // biome-ignore lint/security/noGlobalEval: it is to be refused
            const indirect = globalThis.eval
            resolve([attempt(() => indirect('1 + 1')), attempt(() => new Function('return 2')())])
          })
        }),
    )
    expect(results).toEqual(['EvalError', 'EvalError'])
  })

  test('nothing is fetched from anywhere else', async () => {
    expect(await ended((host) => fetch(`http://${host}/`))).toContain('refused')
    expect(await ended((host) => fetch(`http://${host}/`, { mode: 'no-cors' }))).toContain('refused')
    expect(await ended(() => fetch('file:///etc/hostname'))).toContain('refused')
    const loads = await page.evaluate(async (host) => {
      const violated = new Set<string>()
      document.addEventListener('securitypolicyviolation', (event) => violated.add(event.effectiveDirective))
      const outcome = (element: HTMLElement) =>
        new Promise<string>((resolve) => {
          element.onload = () => resolve('loaded')
          element.onerror = () => resolve('refused')
          document.head.append(element)
          setTimeout(() => resolve('nothing'), 1000)
        })
      const image = Object.assign(new Image(), { src: `http://${host}/pixel.png` })
      const style = Object.assign(document.createElement('link'), {
        rel: 'stylesheet',
        href: `http://${host}/a.css`,
      })
      const file = Object.assign(new Image(), { src: 'file:///usr/share/pixmaps/debian-logo.png' })
      const frame = Object.assign(document.createElement('iframe'), { src: `http://${host}/` })
      document.body.append(frame)
      const loaded = Promise.all([outcome(image), outcome(style), outcome(file)])
      const ahead = Object.assign(document.createElement('link'), {
        rel: 'prefetch',
        href: `http://${host}/a.js`,
      })
      document.head.append(ahead)
      navigator.sendBeacon(`http://${host}/`, 'x')
      const socket = await new Promise<string>((resolve) => {
        try {
          const open = new WebSocket(`ws://${host}/`)
          open.onopen = () => resolve('opened')
          open.onerror = () => resolve('refused')
        } catch {
          resolve('refused')
        }
      })
      const results = [...(await loaded), socket]
      let isFrameIn = false
      try {
        isFrameIn = frame.contentWindow !== null && 'desk' in frame.contentWindow
      } catch {
        // What is in the frame is of no origin: Chromium's own page that says it was blocked.
      }
      frame.remove()
      return { results, isFrameIn, violated: [...violated].sort() }
    }, stranger.host)
    expect(loads).toEqual({
      results: ['refused', 'refused', 'refused', 'refused'],
      isFrameIn: false,
      // The page's own policy refused each, before the session was asked.
      violated: expect.arrayContaining(['connect-src', 'img-src', 'style-src-elem']),
    })
  })

  test('even where the page would allow it, the session lets no request out', async () => {
    const said = await app.evaluate(async ({ net, session }, host) => {
      const ask = (url: string) =>
        new Promise<string>((resolve) => {
          const request = net.request({ url, session: session.defaultSession })
          request.on('response', () => resolve('answered'))
          request.on('error', (problem) => resolve(problem.message))
          request.end()
        })
      return ask(`http://${host}/`)
    }, stranger.host)
    expect(said).toContain('ERR_BLOCKED_BY_CLIENT')
  })

  test('our own folder has no way out of it', async () => {
    const wanted = ['../main/index.cjs', '..%2fmain%2findex.cjs', '%2e%2e/package.json', 'package.json']
    const statuses = await app.evaluate(
      ({ net, session }, paths) =>
        Promise.all(
          paths.map(
            (path) =>
              new Promise<number>((resolve) => {
                const request = net.request({ url: `app://desk/${path}`, session: session.defaultSession })
                request.on('response', (response) => resolve(response.statusCode))
                request.on('error', () => resolve(-1))
                request.end()
              }),
          ),
        ),
      wanted,
    )
    for (const status of statuses) expect(status).not.toBe(200)
  })
})

test.describe('nothing gets out', () => {
  test('the page goes nowhere else', async () => {
    const ways: ((host: string) => void)[] = [
      (host) => {
        location.href = `http://${host}/`
      },
      () => {
        location.href = 'file:///etc/passwd'
      },
      () => {
        location.href = 'app://desk/assets/other.html'
      },
      () => {
        location.href = 'data:text/html,hello'
      },
      (host) => {
        const form = Object.assign(document.createElement('form'), {
          action: `http://${host}/`,
          method: 'post',
        })
        document.body.append(form)
        form.submit()
        form.remove()
      },
      (host) => {
        const link = Object.assign(document.createElement('a'), { href: `http://${host}/`, download: 'x' })
        document.body.append(link)
        link.click()
        link.remove()
      },
    ]
    for (const way of ways) {
      await page.evaluate(way, stranger.host)
      await page.waitForTimeout(100)
      expect(page.url()).toBe('app://desk/index.html')
    }
  })

  test('an empty page, which Chromium does not ask about, is left at once', async () => {
    await page.evaluate(() => {
      location.href = 'about:blank'
    })
    await page.waitForURL('app://desk/index.html')
    await expect(page.locator('body')).toBeVisible()
  })

  test('no window opens', async () => {
    expect(await page.evaluate((host) => window.open(`http://${host}/`) === null, stranger.host)).toBe(true)
    expect(await page.evaluate(() => window.open('about:blank') === null)).toBe(true)
    expect(await page.evaluate(() => window.open('app://desk/index.html') === null)).toBe(true)
    await page.evaluate((host) => {
      const link = Object.assign(document.createElement('a'), { href: `http://${host}/`, target: '_blank' })
      document.body.append(link)
      link.click()
      link.remove()
    }, stranger.host)
  })

  test('nothing is asked of the platform', async () => {
    const answers = await page.evaluate(async () => {
      const outcome = (asked: Promise<unknown>) => asked.then(String, (problem: Error) => problem.name)
      return {
        notifications: await Notification.requestPermission(),
        microphone: await outcome(navigator.mediaDevices.getUserMedia({ audio: true })),
        screen: await outcome(navigator.mediaDevices.getDisplayMedia()),
        place: await new Promise((resolve) => {
          navigator.geolocation.getCurrentPosition(
            () => resolve('told'),
            ({ code }) => resolve(code),
          )
        }),
        clipboard: await outcome(navigator.clipboard.readText()),
        keys: (await navigator.permissions.query({ name: 'persistent-storage' })).state,
      }
    })
    expect(answers).toEqual({
      notifications: 'denied',
      microphone: 'NotAllowedError',
      screen: expect.stringMatching(/NotAllowedError|NotSupportedError|AbortError|InvalidStateError/),
      place: 1,
      clipboard: 'NotAllowedError',
      keys: 'denied',
    })
  })

  test('but text may be put on the clipboard, which lets nothing be read', async () => {
    const states = await page.evaluate(async () => {
      const state = async (name: string) =>
        (await navigator.permissions.query({ name: name as PermissionName })).state
      return [await state('clipboard-write'), await state('clipboard-read')]
    })
    expect(states).toEqual(['granted', 'denied'])
  })

  test.describe('links of messages', () => {
    const asked = async (url: string) => {
      await app.evaluate(({ shell }) => {
        const opened: string[] = []
        Reflect.set(globalThis, 'opened', opened)
        shell.openExternal = async (address) => void opened.push(address)
      })
      const outcome = await page.evaluate((address) => window.desk.desk.openLink({ url: address }), url)
      return { outcome, opened: await app.evaluate(() => Reflect.get(globalThis, 'opened')) }
    }

    test('open in the browser', async () => {
      expect(await asked('https://example.com/a')).toEqual({
        outcome: { ok: true },
        opened: ['https://example.com/a'],
      })
    })

    test('that would start a program are refused with a sentence', async () => {
      for (const url of ['file:///bin/sh', 'javascript:alert(1)', 'vscode://x', 'https://a@evil.example/']) {
        const { outcome, opened } = await asked(url)
        expect(outcome).toMatchObject({
          ok: false,
          failure: { code: 'not-allowed', message: expect.stringMatching(/\.$/) },
        })
        expect(opened).toEqual([])
      }
    })
  })
})

/** The seccomp mode of the page's process: 2 means that it is filtered. */
const seccompOfPage = async () => {
  const pid = await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId(),
  )
  return /^Seccomp:\s*(\d)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
}
