import { describe, expect, it } from 'vitest'
import { mergeSettings } from '../../../../../src-main/core/settings/merge'
import { defaultSettings } from '../../../../../src-preload/contract/default-settings'
import { settings } from '../../../../../src-preload/contract/settings'
import { anna, DeskOnPaper, fernline, kinds, minute, theDesk } from '../desk-on-paper'

describe('the settings', () => {
  it('change where the patch says so, and stay where it says nothing', () => {
    const promise = { firstReplyMs: minute, nextReplyMs: null, resolutionMs: null }
    const merged = mergeSettings(defaultSettings, {
      theme: 'dark',
      notifications: { showText: true },
      promises: { low: promise },
    })
    expect(merged).toEqual({
      ...defaultSettings,
      theme: 'dark',
      notifications: { ...defaultSettings.notifications, showText: true },
      promises: { ...defaultSettings.promises, low: promise },
    })
    expect(settings.parse(merged)).toEqual(merged)
  })

  it('take null as a value, and undefined as nothing said', () => {
    const patch = { autoCloseMs: null, theme: undefined } as Parameters<typeof mergeSettings>[1]
    expect(mergeSettings(defaultSettings, patch)).toEqual({ ...defaultSettings, autoCloseMs: null })
  })

  it('changed to what they are is no event', () => {
    const desk = DeskOnPaper.open()
    expect(desk.ask({ kind: 'change-settings', patch: { theme: 'system' } })).toEqual([])
    expect(kinds(desk.ask({ kind: 'change-settings', patch: { theme: 'dark' } }))).toEqual([
      'settings-changed',
    ])
  })
})

describe('who is signed in, and to what', () => {
  it('is told once; signing out keeps the tickets', () => {
    const desk = DeskOnPaper.open()
    const account = { id: anna.id, name: 'Anna', username: 'anna', kind: 'user' } as const
    expect(desk.ask({ kind: 'sign-in', account }, theDesk)).toEqual([])
    expect(kinds(desk.ask({ kind: 'sign-in', account: { ...account, name: 'Anna K.' } }, theDesk))).toEqual([
      'signed-in',
    ])
    desk.hear()
    expect(kinds(desk.ask({ kind: 'sign-out', accountId: anna.id, reason: 'by-agent' }, theDesk))).toEqual([
      'signed-out',
    ])
    expect(desk.ask({ kind: 'sign-out', accountId: anna.id, reason: 'by-agent' }, theDesk)).toEqual([])
    expect(desk.state).toMatchObject({ accounts: [], tickets: { size: 1 } })
  })

  it('who is thrown out by Telegram still sits at the desk', () => {
    const desk = DeskOnPaper.open()
    const { accounts } = desk.state
    expect(desk.ask({ kind: 'sign-out', accountId: anna.id, reason: 'by-telegram' }, theDesk)).toEqual([])
    expect(accounts).toHaveLength(1)
    expect(desk.state.accounts).toEqual(accounts)
  })

  it('the same group again is no event', () => {
    const desk = DeskOnPaper.open()
    expect(desk.ask({ kind: 'follow-group', group: fernline })).toEqual([])
  })
})
