import type { App, BrowserWindow } from 'electron'
import type { Log } from '../core/ports'

/** What the end of the app needs. */
export interface LifecycleOptions {
  /** Lets go of everything: sends what is being sent, checkpoints, closes the journal. */
  readonly stop: () => Promise<void>
  /** How long `stop` may take. What is durable stays so: after this the app ends all the same. */
  readonly limitMs: number
  readonly log: Log
  /** Runs something later. */
  readonly after: (delayMs: number, run: () => void) => void
}

/** How far the app is from its end. */
export interface Lifecycle {
  /** True from the moment someone asked to quit. */
  readonly isQuitting: boolean
}

/**
 * Lets the desk stop in good order before the app ends, whoever asked for it: the menu, the tray, the system.
 *
 * ```ts
 * const lifecycle = endWell(app, { stop: () => desk.stop(), limitMs: 5000, log, after })
 * stayWhenClosed(window, () => tray !== null && !lifecycle.isQuitting)
 * ```
 */
export function endWell(
  app: Pick<App, 'on' | 'quit'>,
  { stop, limitMs, log, after }: LifecycleOptions,
): Lifecycle {
  let stage: 'running' | 'stopping' | 'stopped' = 'running'
  const finish = () => {
    if (stage === 'stopped') return
    stage = 'stopped'
    app.quit()
  }
  app.on('before-quit', (event) => {
    if (stage === 'stopped') return
    event.preventDefault()
    if (stage === 'stopping') return
    stage = 'stopping'
    after(limitMs, () => {
      if (stage === 'stopping')
        log.warn('The desk did not stop in time; the app ends all the same.', { limitMs })
      finish()
    })
    stop().then(finish, (error: unknown) => {
      log.error('The desk did not stop in good order.', error)
      finish()
    })
  })
  return {
    get isQuitting() {
      return stage !== 'running'
    },
  }
}

/**
 * Hides the window instead of closing it while there is a way back to it: a tray, or the dock of macOS. Where there
 * is none the window closes, and with it the app.
 */
export function stayWhenClosed(window: Pick<BrowserWindow, 'on' | 'hide'>, mayHide: () => boolean): void {
  window.on('close', (event) => {
    if (!mayHide()) return
    event.preventDefault()
    window.hide()
  })
}
