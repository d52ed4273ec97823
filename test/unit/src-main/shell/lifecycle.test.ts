import type { App, BrowserWindow } from 'electron'
import { describe, expect, test } from 'vitest'
import { endWell, stayWhenClosed } from '../../../../src-main/shell/lifecycle'
import { memoryLog } from './memory-log'

type Ask = { prevented: boolean; preventDefault(): void }
const ask = (): Ask => ({
  prevented: false,
  preventDefault() {
    this.prevented = true
  },
})

/** An app that quits as Electron's does: it asks first, and is gone when nobody objects. */
function fakeApp() {
  let beforeQuit: (event: Ask) => void = () => {}
  const app = {
    isGone: false,
    on(event: string, listener: (event: Ask) => void) {
      if (event !== 'before-quit') throw new Error(`${event} was not expected`)
      beforeQuit = listener
    },
    quit() {
      const event = ask()
      beforeQuit(event)
      app.isGone ||= !event.prevented
    },
  }
  return app
}

function start(stop: () => Promise<void>) {
  const app = fakeApp()
  const log = memoryLog()
  let late = () => {}
  const lifecycle = endWell(app as unknown as Pick<App, 'on' | 'quit'>, {
    stop,
    limitMs: 5000,
    log,
    after: (_, run) => {
      late = run
    },
  })
  return { app, log, lifecycle, runOutOfTime: () => late() }
}

const settle = () => new Promise((resolve) => setImmediate(resolve))

describe('the end of the app', () => {
  test('waits until the desk has stopped, once, however often it is asked', async () => {
    let stops = 0
    let stopped = () => {}
    const { app, lifecycle } = start(() => {
      stops++
      return new Promise((resolve) => {
        stopped = resolve
      })
    })
    expect(lifecycle.isQuitting).toBe(false)
    app.quit()
    app.quit()
    await settle()
    expect([stops, app.isGone, lifecycle.isQuitting]).toEqual([1, false, true])
    stopped()
    await settle()
    expect(app.isGone).toBe(true)
  })

  test('comes all the same when the desk takes too long, and the log says so', async () => {
    const { app, log, runOutOfTime } = start(() => new Promise(() => {}))
    app.quit()
    runOutOfTime()
    expect(app.isGone).toBe(true)
    expect(log.lines).toEqual([expect.stringContaining('did not stop in time')])
  })

  test('comes all the same when the desk fails to stop', async () => {
    const { app, log, runOutOfTime } = start(() => Promise.reject(new Error('disk')))
    app.quit()
    await settle()
    expect(app.isGone).toBe(true)
    runOutOfTime()
    expect(log.lines).toHaveLength(1)
  })

  test('a closed window hides while there is a way back to it', () => {
    let mayHide = true
    let close: (event: Ask) => void = () => {}
    let hides = 0
    const window = {
      on: (_: string, listener: (event: Ask) => void) => {
        close = listener
      },
      hide: () => void hides++,
    }
    stayWhenClosed(window as unknown as BrowserWindow, () => mayHide)
    const first = ask()
    close(first)
    mayHide = false
    const second = ask()
    close(second)
    expect([first.prevented, second.prevented, hides]).toEqual([true, false, 1])
  })
})
