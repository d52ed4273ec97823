import { afterEach, describe, expect, it, vi } from 'vitest'
import { defaultSettings } from '../../../../src-preload/contract/default-settings'
import type { Outcome } from '../../../../src-preload/contract/outcome'
import type { Settings } from '../../../../src-preload/contract/settings'
import { follow } from '../../../../src-renderer/desk/follow'

const dark: Settings = { ...defaultSettings, theme: 'dark' }
const light: Settings = { ...defaultSettings, theme: 'light' }

/** A desk that only tells of settings, when the test says so. */
function listenedDesk() {
  const order: string[] = []
  let listener: ((settings: Settings) => void) | null = null
  vi.stubGlobal('window', {
    desk: {
      on: (_: string, heard: (settings: Settings) => void) => {
        order.push('listen')
        listener = heard
        return () => {
          listener = null
        }
      },
    },
  })
  let answer: (outcome: Outcome<Settings>) => void = () => undefined
  const fetch = () => {
    order.push('fetch')
    return new Promise<Outcome<Settings>>((resolve) => {
      answer = resolve
    })
  }
  return {
    order,
    fetch,
    answer: async (value: Settings) => {
      answer({ ok: true, value })
      await Promise.resolve()
      await Promise.resolve()
      await Promise.resolve()
    },
    tell: (settings: Settings) => listener?.(settings),
  }
}

describe('following something of the desk', () => {
  afterEach(() => vi.unstubAllGlobals())

  it('listens first, then fetches', () => {
    const desk = listenedDesk()
    follow('settings-changed', desk.fetch, () => undefined)
    expect(desk.order).toEqual(['listen', 'fetch'])
  })

  it('takes the answer, then every change', async () => {
    const desk = listenedDesk()
    const kept: string[] = []
    follow('settings-changed', desk.fetch, ({ theme }) => kept.push(theme))
    await desk.answer(light)
    desk.tell(dark)
    expect(kept).toEqual(['light', 'dark'])
  })

  it('drops an answer that a change has overtaken', async () => {
    const desk = listenedDesk()
    const kept: string[] = []
    follow('settings-changed', desk.fetch, ({ theme }) => kept.push(theme))
    desk.tell(dark)
    await desk.answer(light)
    expect(kept).toEqual(['dark'])
  })

  it('hears nothing after it was stopped', async () => {
    const desk = listenedDesk()
    const kept: string[] = []
    const stop = follow('settings-changed', desk.fetch, ({ theme }) => kept.push(theme))
    stop()
    await desk.answer(light)
    desk.tell(dark)
    expect(kept).toEqual([])
  })
})
