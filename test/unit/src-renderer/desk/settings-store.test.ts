import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Outcome } from '../../../../src-preload/contract/outcome'
import type { Settings, SettingsPatch } from '../../../../src-preload/contract/settings'
import { changeSettings, keepSettings, useSettings } from '../../../../src-renderer/desk/settings-store'
import { useToasts } from '../../../../src-renderer/desk/toast-store'

const full = { ok: false, failure: { code: 'storage-full', message: 'The disk is full.' } } as const
let asked: { patch: SettingsPatch; answer: (outcome: Outcome<Settings>) => void }[] = []
let before: Settings

beforeEach(() => {
  asked = []
  before = useSettings.getState().settings
  const change = (patch: SettingsPatch) =>
    new Promise<Outcome<Settings>>((answer) => asked.push({ patch, answer }))
  vi.stubGlobal('window', { desk: { settings: { change } } })
})
afterEach(() => {
  keepSettings(before)
  useToasts.setState({ toasts: [] })
  vi.unstubAllGlobals()
})
const settings = () => useSettings.getState().settings

describe('a change of the settings', () => {
  it('stays in sight while the answer to the one before it comes', async () => {
    const dense = changeSettings({ density: 'compact' })
    const dark = changeSettings({ theme: 'dark' })
    asked[0]?.answer({ ok: true, value: { ...before, density: 'compact' } })
    await dense
    expect(settings()).toMatchObject({ density: 'compact', theme: 'dark' })
    keepSettings({ ...before, density: 'compact', textScale: 120 })
    expect(settings()).toMatchObject({ theme: 'dark', textScale: 120 })
    asked[1]?.answer({ ok: true, value: { ...before, density: 'compact', theme: 'dark' } })
    await dark
    expect(settings()).toMatchObject({ density: 'compact', theme: 'dark' })
  })

  it('leaves nothing behind when it is refused, though another was asked meanwhile and refused too', async () => {
    const dense = changeSettings({ density: 'compact' })
    const dark = changeSettings({ theme: 'dark' })
    asked[0]?.answer(full)
    await dense
    expect(settings()).toMatchObject({ density: before.density, theme: 'dark' })
    asked[1]?.answer(full)
    await dark
    expect(settings()).toEqual(before)
    expect(useToasts.getState().toasts).toHaveLength(2)
  })
})
