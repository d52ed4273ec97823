import type { Announcement } from '../../core/desk/effects'
import type { Notifications } from '../../core/ports'
import type { Toast, Toasts } from './toast'
import { toastBody, toastTitle } from './toast-words'

type State = Notifications['state']
type Listener = Parameters<Notifications['listen']>[0]

/** How long the platform may take to say that it shows a notification. A service that works says so in 30 ms. */
const patienceMs = 4000

const absent = 'This computer has no notification service.'
const silent = 'The notification service of this computer does not answer.'

/** What becomes of one announcement. */
interface Shown {
  readonly announcement: Announcement
  readonly toast: Toast
  isAnswered: boolean
  stopWaiting(): void
}

/**
 * Shows announcements through the platform. One per key: a newer one takes the place of the older. Whatever the
 * platform does not show is handed back, so that the window can; a platform may refuse with an error, or, on
 * Linux, without a word, so silence counts as refusal.
 *
 * ```ts
 * const notifications = nativeNotifications(Notification, after)
 * ```
 *
 * @param after runs something later and answers how to call that off
 */
export function nativeNotifications(
  platform: Toasts,
  after: (delayMs: number, run: () => void) => () => void,
  os: NodeJS.Platform = process.platform,
): Notifications {
  const shown = new Map<string, Shown>()
  const listeners: Listener[] = []
  let state: State = platform.isSupported() ? { kind: 'untested' } : { kind: 'absent', why: absent }

  const become = (next: State) => {
    if (JSON.stringify(next) === JSON.stringify(state)) return
    state = next
    for (const listener of listeners) listener.stateChanged(state)
  }

  const takeDown = (key: string) => {
    const old = shown.get(key)
    if (!old) return
    shown.delete(key)
    old.stopWaiting()
    old.toast.close()
  }

  const giveBack = (announcement: Announcement, why: string) => {
    for (const listener of listeners) listener.failed(announcement, why)
  }

  return {
    get state() {
      return state
    },
    listen(listener) {
      listeners.push(listener)
    },
    withdraw(keys) {
      for (const key of keys) takeDown(key)
    },
    show(announcement) {
      takeDown(announcement.key)
      if (state.kind === 'absent') return giveBack(announcement, state.why)
      // Nobody waits for a platform that failed last time: the window shows it now, the platform gets its chance.
      const failedBefore = state.kind === 'failing' ? state.why : null
      if (failedBefore !== null) giveBack(announcement, failedBefore)
      const toast = new platform({
        title: toastTitle(announcement.title),
        body: toastBody(announcement.body, os),
        urgency: announcement.urgent ? 'critical' : 'normal',
        timeoutType: announcement.urgent ? 'never' : 'default',
        actions: announcement.actions.map(({ label }) => ({ type: 'button', text: label })),
      })
      const fail = (why: string) => {
        if (one.isAnswered) return
        one.isAnswered = true
        one.stopWaiting()
        if (shown.get(announcement.key) === one) shown.delete(announcement.key)
        become({ kind: 'failing', why })
        if (failedBefore === null) giveBack(announcement, why)
      }
      const one: Shown = {
        announcement,
        toast,
        isAnswered: false,
        stopWaiting: after(patienceMs, () => fail(silent)),
      }
      const open = () => {
        for (const listener of listeners) listener.opened(announcement.ticketId)
        takeDown(announcement.key)
      }
      toast.on('show', () => {
        one.isAnswered = true
        one.stopWaiting()
        become({ kind: 'working' })
      })
      toast.on('failed', (_, why) => fail(why ? `This computer refused it: ${why}` : silent))
      toast.on('click', open)
      toast.on('action', (details, index) => {
        const chosen = announcement.actions[index ?? details.actionIndex ?? 0]
        if (chosen?.id !== 'claim' || announcement.ticketId === null) return open()
        for (const listener of listeners) listener.claimed(announcement.ticketId)
        takeDown(announcement.key)
      })
      shown.set(announcement.key, one)
      toast.show()
    },
  }
}
