import { describe, expect, test } from 'vitest'
import { nativeNotifications } from '../../../../../src-main/adapters/notifications/native-notifications'
import type { Toast, ToastOptions } from '../../../../../src-main/adapters/notifications/toast'
import type { Announcement } from '../../../../../src-main/core/desk/effects'

const breached: Announcement = {
  key: 'KPT417/breached',
  kind: 'breached',
  title: 'KPT417 is overdue: next reply',
  body: 'Lena has waited 48 min. Critical, with Anna',
  ticketId: 'kpt',
  urgent: true,
  actions: [
    { id: 'open', label: 'Open' },
    { id: 'claim', label: 'Take over' },
  ],
}

type Happening = 'show' | 'click' | 'close' | 'failed' | 'action'

/** A platform that does nothing by itself: the test says what becomes of each notification. */
function platform(isSupported = true) {
  const all: FakeToast[] = []
  class FakeToast implements Toast {
    static isSupported = () => isSupported
    readonly listeners = new Map<string, (...args: never[]) => void>()
    isUp = false
    constructor(readonly options: ToastOptions) {
      all.push(this)
    }
    on(event: Happening, listener: (...args: never[]) => void): void {
      if (this.listeners.has(event)) throw new Error(`${event} is listened to twice`)
      this.listeners.set(event, listener)
    }
    show(): void {
      this.isUp = true
    }
    close(): void {
      this.isUp = false
    }
    happens(event: Happening, ...args: unknown[]): void {
      const listener = this.listeners.get(event) as ((...args: unknown[]) => void) | undefined
      listener?.(...args)
    }
  }
  return { FakeToast, all }
}

function desk(isSupported = true, os: NodeJS.Platform = 'darwin') {
  const { FakeToast, all } = platform(isSupported)
  const timers = new Set<() => void>()
  const notifications = nativeNotifications(
    FakeToast,
    (_, run) => {
      timers.add(run)
      return () => void timers.delete(run)
    },
    os,
  )
  const heard: unknown[] = []
  notifications.listen({
    opened: (ticketId) => heard.push(['opened', ticketId]),
    claimed: (ticketId) => heard.push(['claimed', ticketId]),
    failed: ({ key }, why) => heard.push(['failed', key, why]),
    stateChanged: (state) => heard.push(['state', state.kind]),
  })
  const passTime = () => {
    for (const run of [...timers]) run()
  }
  const toast = (n: number) => {
    const one = all[n]
    if (!one) throw new Error(`There is no notification ${n}`)
    return one
  }
  return { notifications, heard, passTime, toast, all, timers }
}

describe('native notifications', () => {
  test('a breach is shown as critical and stays until seen to', () => {
    const { notifications, toast, heard } = desk()
    expect(notifications.state).toEqual({ kind: 'untested' })
    notifications.show(breached)
    expect(toast(0).options).toEqual({
      title: 'KPT417 is overdue: next reply',
      body: 'Lena has waited 48 min. Critical, with Anna',
      urgency: 'critical',
      timeoutType: 'never',
      actions: [
        { type: 'button', text: 'Open' },
        { type: 'button', text: 'Take over' },
      ],
    })
    toast(0).happens('show')
    expect(notifications.state).toEqual({ kind: 'working' })
    expect(heard).toEqual([['state', 'working']])
  })

  test('a newer one of the same key takes the place of the older', () => {
    const { notifications, toast, all } = desk()
    notifications.show(breached)
    notifications.show({ ...breached, body: 'Lena has waited 50 min.' })
    notifications.show({ ...breached, key: 'other' })
    expect(all.map((one) => one.isUp)).toEqual([false, true, true])
    notifications.withdraw(['KPT417/breached', 'never shown'])
    expect(all.map((one) => one.isUp)).toEqual([false, false, true])
    expect(toast(1).options.body).toBe('Lena has waited 50 min.')
  })

  test('a click opens the ticket and takes the notification down', () => {
    const { notifications, toast, heard } = desk()
    notifications.show(breached)
    toast(0).happens('show')
    toast(0).happens('click', {})
    expect(heard).toContainEqual(['opened', 'kpt'])
    expect(toast(0).isUp).toBe(false)
  })

  test.each([
    ['as older platforms tell it', [{}, 1]],
    ['as newer platforms tell it', [{ actionIndex: 1 }, undefined]],
  ])('its button claims the ticket, %s', (_, args) => {
    const { notifications, toast, heard } = desk()
    notifications.show(breached)
    toast(0).happens('action', ...args)
    expect(heard).toEqual([['claimed', 'kpt']])
  })

  test('its other button opens the ticket', () => {
    const { notifications, toast, heard } = desk()
    notifications.show(breached)
    toast(0).happens('action', { actionIndex: 0 })
    expect(heard).toEqual([['opened', 'kpt']])
  })

  test('what the platform refuses comes back to be shown in the window', () => {
    const { notifications, toast, heard, timers } = desk()
    notifications.show(breached)
    toast(0).happens('failed', {}, 'Denied')
    expect(heard).toEqual([
      ['state', 'failing'],
      ['failed', 'KPT417/breached', 'This computer refused it: Denied'],
    ])
    expect(timers.size).toBe(0)
  })

  test('a platform that says nothing has failed, and says so once', () => {
    const { notifications, heard, passTime } = desk()
    notifications.show(breached)
    passTime()
    passTime()
    const why = 'The notification service of this computer does not answer.'
    expect(heard).toEqual([
      ['state', 'failing'],
      ['failed', 'KPT417/breached', why],
    ])
    expect(notifications.state).toEqual({ kind: 'failing', why })
  })

  test('while it fails the window shows each at once, and the platform is tried again all the same', () => {
    const { notifications, heard, passTime, toast } = desk()
    notifications.show(breached)
    passTime()
    heard.length = 0
    notifications.show({ ...breached, key: 'next' })
    expect(heard).toEqual([['failed', 'next', 'The notification service of this computer does not answer.']])
    toast(1).happens('show')
    expect(notifications.state).toEqual({ kind: 'working' })
    expect(heard.at(-1)).toEqual(['state', 'working'])
  })

  test('one that was withdrawn before the platform answered is no failure', () => {
    const { notifications, heard, timers } = desk()
    notifications.show(breached)
    notifications.withdraw([breached.key])
    expect(timers.size).toBe(0)
    expect(heard).toEqual([])
  })

  test('on Linux, where a body is markup, a name full of markup is shown as it is written', () => {
    const { notifications, toast } = desk(true, 'linux')
    notifications.show({
      ...breached,
      title: '<b>Lena</b>',
      body: '<a href="https://evil.example">Lena & co</a>',
    })
    expect(toast(0).options.title).toBe('<b>Lena</b>')
    expect(toast(0).options.body).toBe('&lt;a href="https://evil.example"&gt;Lena &amp; co&lt;/a&gt;')
  })

  test('a name with direction marks, control characters or no end cannot turn the sentence around', () => {
    const { notifications, toast } = desk()
    notifications.show({
      ...breached,
      title: `A\u202eB\u0007\nC${'x'.repeat(500)}`,
      body: `${'😀'.repeat(600)}`,
    })
    expect(toast(0).options.title).toBe(`AB Cx${'x'.repeat(114)}…`)
    expect([...toast(0).options.body]).toHaveLength(400)
    expect(toast(0).options.body.endsWith('😀…')).toBe(true)
  })

  test('without a notification service everything goes to the window', () => {
    const { notifications, heard, all } = desk(false)
    notifications.show(breached)
    expect(all).toEqual([])
    expect(heard).toEqual([['failed', 'KPT417/breached', 'This computer has no notification service.']])
  })
})
