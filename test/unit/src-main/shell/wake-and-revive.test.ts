import { EventEmitter } from 'node:events'
import type { PowerMonitor, WebContents } from 'electron'
import { describe, expect, test } from 'vitest'
import { watchPower } from '../../../../src-main/shell/power'
import { reviveWindow } from '../../../../src-main/shell/revive'
import { memoryLog } from './memory-log'

describe('waking', () => {
  function watched(isOnlineAtFirst = true) {
    const powerMonitor = new EventEmitter()
    const net = { online: isOnlineAtFirst, isOnline: () => net.online }
    let look: (() => void) | null = null
    let wakes = 0
    const unwatch = watchPower({
      powerMonitor: powerMonitor as unknown as PowerMonitor,
      net,
      every: (_, run) => {
        look = run
        return () => {
          look = null
        }
      },
      wake: () => void wakes++,
    })
    return {
      powerMonitor,
      net,
      look: () => look?.(),
      wakes: () => wakes,
      unwatch,
      isLooking: () => look !== null,
    }
  }

  test('the desk wakes after sleep and when the screen is unlocked', () => {
    const { powerMonitor, wakes } = watched()
    powerMonitor.emit('resume')
    powerMonitor.emit('unlock-screen')
    expect(wakes()).toBe(2)
  })

  test('the desk wakes once when the network comes back, not while it stays', () => {
    const { net, look, wakes } = watched(false)
    look()
    net.online = true
    look()
    look()
    net.online = false
    look()
    expect(wakes()).toBe(1)
  })

  test('nothing is watched any more at the end', () => {
    const { powerMonitor, wakes, unwatch, isLooking } = watched()
    unwatch()
    powerMonitor.emit('resume')
    expect([wakes(), isLooking(), powerMonitor.eventNames()]).toEqual([0, false, []])
  })
})

describe('a window whose process is gone', () => {
  function crashing() {
    const contents = Object.assign(new EventEmitter(), { reloads: 0, reload: () => void contents.reloads++ })
    const told: string[] = []
    const time = { now: 0 }
    const log = memoryLog()
    reviveWindow(contents as unknown as WebContents, {
      now: () => time.now,
      log,
      revived: () => void told.push('revived'),
      gaveUp: () => void told.push('gave up'),
    })
    const crash = (reason = 'crashed') => contents.emit('render-process-gone', {}, { reason, exitCode: 1 })
    return { contents, told, time, log, crash }
  }

  test('is loaded once more, and that is said when it is back', () => {
    const { contents, told, crash } = crashing()
    crash()
    expect([contents.reloads, told]).toEqual([1, []])
    contents.emit('did-finish-load')
    contents.emit('did-finish-load')
    expect(told).toEqual(['revived'])
  })

  test('is not loaded for ever', () => {
    const { contents, told, time, crash } = crashing()
    crash()
    time.now = 59_000
    crash('oom')
    expect([contents.reloads, told]).toEqual([1, ['gave up']])
    time.now = 200_000
    crash()
    expect(contents.reloads).toBe(2)
  })

  test('that ended by itself is left alone', () => {
    const { contents, crash, log } = crashing()
    crash('clean-exit')
    expect([contents.reloads, log.lines]).toEqual([0, []])
  })
})
