import { describe, expect, it } from 'vitest'
import { findAction, type Where } from '../../../../src-renderer/app/find-action'
import type { Action } from '../../../../src-renderer/desk/action-store'
import { keyStep } from '../../../../src-renderer/desk/key-step'

const action = (id: string, keys: readonly string[], more: Partial<Action> = {}): Action => ({
  id,
  title: id,
  group: 'ticket',
  keys,
  run: () => undefined,
  ...more,
})
const actions = [
  action('resolve', ['E']),
  action('reopen', ['Shift+E']),
  action('go-desk', ['G D']),
  action('send', ['Mod+Enter'], { group: 'compose' }),
  action('undo', ['Z', 'Mod+Z']),
  action('next', ['Alt+ArrowDown']),
  action('part', ['F6']),
  action('keys', ['?']),
  action('theme', ['Mod+Shift+L'], { overDialogs: true }),
  action('claim', ['I'], { enabled: false }),
]
const found = (step: string, begun: string | null = null, where: Where = 'open') => {
  const answer = findAction(actions, begun, step, where)
  return answer.kind === 'run' ? answer.action.id : answer.kind
}
const press = (
  key: string,
  held: Partial<Record<'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey', boolean>> = {},
) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
})

describe('a key press', () => {
  it('is written as actions write keys', () => {
    expect(keyStep(press('e'), false)).toBe('E')
    expect(keyStep(press('E', { shiftKey: true }), false)).toBe('Shift+E')
    expect(keyStep(press('?', { shiftKey: true }), false)).toBe('?')
    expect(keyStep(press('Enter', { ctrlKey: true, altKey: true }), false)).toBe('Mod+Alt+Enter')
    expect(keyStep(press('L', { ctrlKey: true, shiftKey: true }), false)).toBe('Mod+Shift+L')
  })

  it('takes the command key on macOS for what Ctrl is elsewhere', () => {
    expect(keyStep(press('k', { metaKey: true }), true)).toBe('Mod+K')
    expect(keyStep(press('k', { metaKey: true }), false)).toBeNull()
    expect(keyStep(press('k', { ctrlKey: true }), true)).toBeNull()
  })

  it('means nothing while it is only a modifier', () => {
    expect(keyStep(press('Shift', { shiftKey: true }), false)).toBeNull()
  })
})

describe('what a key does', () => {
  it('tells a letter from the same letter with Shift', () => {
    expect(found('E')).toBe('resolve')
    expect(found('Shift+E')).toBe('reopen')
  })

  it('takes two steps for places', () => {
    expect(found('G')).toBe('begun')
    expect(found('D', 'G')).toBe('go-desk')
    expect(found('E', 'G')).toBe('none')
  })

  it('leaves single keys to the text while the agent writes, and keeps those with Ctrl or Alt', () => {
    expect(found('E', null, 'text')).toBe('none')
    expect(found('?', null, 'text')).toBe('none')
    expect(found('G', null, 'text')).toBe('none')
    expect(found('Alt+ArrowDown', null, 'text')).toBe('next')
    expect(found('F6', null, 'text')).toBe('part')
  })

  it('means the newer of two actions with one key', () => {
    const two = [action('search-tickets', ['/']), action('search-settings', ['/'])]
    expect(findAction(two, null, '/', 'open')).toMatchObject({ action: { id: 'search-settings' } })
  })

  it('sends no reply from another field or a dialog', () => {
    expect(found('Mod+Enter')).toBe('send')
    expect(found('Mod+Enter', null, 'text')).toBe('none')
  })

  it('touches nothing behind a dialog', () => {
    expect(found('Alt+ArrowDown', null, 'dialog')).toBe('none')
    expect(found('F6', null, 'dialog')).toBe('none')
    expect(found('E', null, 'dialog')).toBe('none')
    expect(found('Mod+Shift+L', null, 'dialog')).toBe('theme')
  })

  it('leaves the undo of a text to the text', () => {
    expect(found('Mod+Z')).toBe('undo')
    expect(found('Mod+Z', null, 'text')).toBe('none')
  })

  it('does not do what is not allowed now', () => {
    expect(found('I')).toBe('none')
  })
})
