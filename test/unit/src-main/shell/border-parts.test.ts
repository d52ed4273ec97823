import type { App, IpcMainInvokeEvent, WebContents } from 'electron'
import { describe, expect, test } from 'vitest'
import { createBroadcast } from '../../../../src-main/shell/broadcast'
import { contentPolicy } from '../../../../src-main/shell/content-policy'
import { ownPage } from '../../../../src-main/shell/own-page'
import { keepSingleInstance } from '../../../../src-main/shell/single-instance'
import { chooseTheme } from '../../../../src-main/shell/theme'
import { trustWindows } from '../../../../src-main/shell/trust'

const contents = (isDestroyed = false) => ({ isDestroyed: () => isDestroyed }) as WebContents

describe('who is trusted', () => {
  const own = contents()
  const trusts = trustWindows(() => [own])
  const from = (sender: WebContents, frame: { url: string; parent: unknown } | null) =>
    trusts({ sender, senderFrame: frame } as unknown as IpcMainInvokeEvent)

  test('the main frame of our window on our page', () => {
    expect(from(own, { url: ownPage, parent: null })).toBe(true)
  })

  test('no frame inside it, no other window, no other page, nothing that is gone', () => {
    expect(from(own, { url: ownPage, parent: {} })).toBe(false)
    expect(from(contents(), { url: ownPage, parent: null })).toBe(false)
    expect(from(own, { url: 'https://example.com/', parent: null })).toBe(false)
    expect(from(own, null)).toBe(false)
    const gone = contents(true)
    expect(
      trustWindows(() => [gone])({
        sender: gone,
        senderFrame: { url: ownPage, parent: null },
      } as unknown as IpcMainInvokeEvent),
    ).toBe(false)
  })
})

test('a window that is gone or crashed is not spoken to', () => {
  const heard: unknown[] = []
  const listener = (name: string, isDestroyed: boolean, isCrashed: boolean) => ({
    send: (event: string, payload: unknown) => void heard.push([name, event, payload]),
    isDestroyed: () => isDestroyed,
    isCrashed: () => isCrashed,
  })
  const tell = createBroadcast(() => [
    listener('up', false, false),
    listener('gone', true, false),
    listener('crashed', false, true),
  ])
  tell('open-ticket', { ticketId: 'a' })
  expect(heard).toEqual([['up', 'open-ticket', { ticketId: 'a' }]])
})

test('the policy of the page lets nothing in by default and nothing from outside', () => {
  expect(contentPolicy).toContain("default-src 'none'")
  expect(contentPolicy).not.toMatch(/unsafe|https?:|\*/)
})

test('a second start brings the first forward and gives up', () => {
  const listeners: string[] = []
  const app = (isFirst: boolean) =>
    ({
      requestSingleInstanceLock: () => isFirst,
      on: (event: string) => void listeners.push(event),
    }) as unknown as App
  expect(keepSingleInstance(app(false), () => {})).toBe(false)
  expect(listeners).toEqual([])
  expect(keepSingleInstance(app(true), () => {})).toBe(true)
  expect(listeners).toEqual(['second-instance', 'activate'])
})

test('the platform follows the chosen theme', () => {
  const native = { themeSource: 'system' as const, shouldUseDarkColors: true }
  expect(chooseTheme(native, 'dark')).toBe('dark')
  expect(native.themeSource).toBe('dark')
})
