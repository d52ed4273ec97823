import type { MenuItem, MenuItemConstructorOptions } from 'electron'
import { describe, expect, test } from 'vitest'
import { dotBitmap } from '../../../../src-main/shell/dot-bitmap'
import { dueWords } from '../../../../src-main/shell/due-words'
import { menuTemplate } from '../../../../src-main/shell/menu'
import { hasTrayHost } from '../../../../src-main/shell/tray-host'
import { type TrayActions, trayMenu, trayTooltip } from '../../../../src-main/shell/tray-menu'

const at = (iso: string) => Date.parse(iso)
const now = at('2026-03-10T12:00:00Z')
const next = { code: 'KPT417', ticketId: 'kpt', dueAt: at('2026-03-10T13:05:00Z') }

describe('the tray', () => {
  test.each([
    ['2026-03-10T13:05:00Z', 'KPT417 due 13:05'],
    ['2026-03-11T09:00:00Z', 'KPT417 due Wed 09:00'],
    ['2026-03-30T09:00:00Z', 'KPT417 due 30 Mar 09:00'],
    ['2026-03-10T11:40:00Z', 'KPT417 overdue since 11:40'],
    ['2026-03-09T11:40:00Z', 'KPT417 overdue since Mon 11:40'],
  ])('a deadline at %s reads %s', (iso, words) => {
    expect(dueWords({ ...next, dueAt: at(iso) }, now, 'UTC')).toBe(words)
  })

  test('the day is the one where the agent is', () => {
    expect(dueWords({ ...next, dueAt: at('2026-03-10T22:30:00Z') }, now, 'Europe/Helsinki')).toBe(
      'KPT417 due Wed 00:30',
    )
  })

  test('its menu opens the desk and the next ticket, silences, and quits', () => {
    const done: unknown[] = []
    const actions: TrayActions = {
      open: () => done.push('open'),
      openTicket: (ticketId) => done.push(ticketId),
      setDoNotDisturb: (on) => done.push(on),
      quit: () => done.push('quit'),
    }
    const menu = trayMenu({ next, ourTurn: 2, doNotDisturb: false, now }, actions)
    for (const item of menu)
      (item.click as ((item: Partial<MenuItem>) => void) | undefined)?.({ checked: true })
    expect(done).toEqual(['open', 'kpt', true, 'quit'])
    expect(menu[0]?.label).toBe('Open Topicdesk')
    expect(trayMenu({ next: null, ourTurn: 0, doNotDisturb: true, now }, actions)).toMatchObject([
      {},
      { label: 'No deadline is running', enabled: false },
      {},
      { type: 'checkbox', checked: true },
      {},
      {},
    ])
  })

  test('its words under the pointer count what waits', () => {
    const words = (ourTurn: number) => trayTooltip({ next: null, ourTurn, doNotDisturb: false, now })
    expect([0, 1, 7].map(words)).toEqual([
      'Topicdesk: Nothing needs you now',
      'Topicdesk: 1 ticket needs you',
      'Topicdesk: 7 tickets need you',
    ])
    expect(trayTooltip({ next, ourTurn: 1, doNotDisturb: false, now })).toMatch(
      /needs you\. KPT417 due \d\d:05$/,
    )
  })

  test('on Linux it counts as there only if the desktop says so', async () => {
    const missing = () => Promise.reject(new Error('ENOENT'))
    expect(await hasTrayHost('linux', async () => '(true,)\n')).toBe(true)
    expect(await hasTrayHost('linux', async () => '(false,)\n')).toBe(false)
    expect(await hasTrayHost('linux', missing)).toBe(false)
    expect(await hasTrayHost('linux', async (program) => (program === 'busctl' ? 'b true' : missing()))).toBe(
      true,
    )
    expect(await hasTrayHost('darwin', missing)).toBe(true)
  })

  test('the Windows badge is a red dot on nothing', () => {
    const dot = dotBitmap(16)
    expect([...dot.subarray(0, 4)]).toEqual([0, 0, 0, 0])
    expect([...dot.subarray((8 * 16 + 8) * 4, (8 * 16 + 8) * 4 + 4)]).toEqual([0x3a, 0x28, 0xc2, 0xff])
  })
})

describe('the menu', () => {
  const flat = (items: MenuItemConstructorOptions[]): MenuItemConstructorOptions[] =>
    items.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? flat(item.submenu) : [])])

  test.each(['darwin', 'win32', 'linux'] as const)(
    'on %s it takes no key that a text field needs',
    (platform) => {
      const items = flat(menuTemplate({ platform, go: () => {}, devTools: false }))
      const keys = items.flatMap(({ accelerator }) => (accelerator ? [accelerator] : []))
      expect(keys.sort()).toEqual(['CmdOrCtrl+,', 'CmdOrCtrl+K'])
      expect(items.some(({ role }) => role === 'toggleDevTools' || role === 'reload')).toBe(false)
      expect(items.some(({ role }) => role === 'quit')).toBe(true)
    },
  )

  test('it leads to settings, desk and commands', () => {
    const places: string[] = []
    const items = flat(
      menuTemplate({ platform: 'linux', go: (place) => void places.push(place), devTools: true }),
    )
    for (const { click } of items) (click as (() => void) | undefined)?.()
    expect(places).toEqual(['settings', 'desk', 'palette'])
    expect(items.some(({ role }) => role === 'toggleDevTools')).toBe(true)
  })
})
