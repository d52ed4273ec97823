import { expect, test } from 'vitest'
import type { Action } from '../../../../src-renderer/desk/action-store'
import { holderOf, isChangeable, isSingle, withChange } from '../../../../src-renderer/desk/key-changes'

const action = (id: string, ...keys: readonly string[]): Action => ({
  id,
  title: id,
  group: 'ticket',
  keys,
  run: () => undefined,
})
const resolve = action('ticket.resolve', 'E')
const next = action('queue.next', 'J', 'Alt+ArrowDown')
const places = action('go-desk', 'G D')
const all = [resolve, next, places, action('undo', 'Z', 'Mod+Z'), action('search-settings', '/')]

test('single keys can be changed: letters, digits and signs, with Shift, and two of them', () => {
  for (const keys of ['E', 'Shift+E', '?', '1', ']', 'G D']) expect(isSingle(keys)).toBe(true)
  for (const keys of ['Mod+K', 'Alt+ArrowDown', 'Escape', 'F6', '', 'Enter'])
    expect(isSingle(keys)).toBe(false)
})

test('what takes something back keeps its key, and so does what only the settings have', () => {
  expect(all.filter(isChangeable).map(({ id }) => id)).toEqual(['ticket.resolve', 'queue.next', 'go-desk'])
})

test('a chosen key takes the place of the first; the others stay', () => {
  expect(withChange(next, { 'queue.next': 'N' }).keys).toEqual(['N', 'Alt+ArrowDown'])
  expect(withChange(resolve, { 'queue.next': 'N' })).toBe(resolve)
})

test('a key that is taken is named, as things stand now', () => {
  expect(holderOf('J', resolve, all, {})).toBe(next)
  expect(holderOf('J', resolve, all, { 'queue.next': 'Q' })).toBeNull()
  expect(holderOf('Q', resolve, all, { 'queue.next': 'Q' })).toBe(next)
  expect(holderOf('E', resolve, all, {})).toBeNull()
})

test('a key that begins two steps is taken by them', () => {
  expect(holderOf('G', resolve, all, {})).toBe(places)
  expect(holderOf('D', resolve, all, {})).toBeNull()
})
