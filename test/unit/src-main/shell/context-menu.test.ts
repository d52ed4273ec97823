import type { App, ContextMenuParams } from 'electron'
import { describe, expect, test } from 'vitest'
import { contextMenuTemplate } from '../../../../src-main/shell/context-menu'
import { introduce } from '../../../../src-main/shell/introduce'

const nothing = {
  editFlags: {} as ContextMenuParams['editFlags'],
  isEditable: false,
  selectionText: '',
  linkURL: '',
}

describe('a right click', () => {
  test('offers editing in a text field, and only what can be done', () => {
    const editFlags = { canUndo: true, canPaste: false } as ContextMenuParams['editFlags']
    const menu = contextMenuTemplate({ ...nothing, isEditable: true, editFlags }, () => {})
    expect(menu.flatMap(({ role }) => role ?? [])).toEqual([
      'undo',
      'redo',
      'cut',
      'copy',
      'paste',
      'selectAll',
    ])
    expect(menu.find(({ role }) => role === 'undo')?.enabled).toBe(true)
    expect(menu.find(({ role }) => role === 'paste')?.enabled).toBe(false)
  })

  test('offers to copy what is selected, and the address of a link', () => {
    const copied: string[] = []
    const menu = contextMenuTemplate(
      { ...nothing, selectionText: 'order 4711', linkURL: 'https://example.com/a' },
      (text) => void copied.push(text),
    )
    expect(menu.map(({ role, label }) => role ?? label)).toEqual(['copy', 'Copy link'])
    for (const { click } of menu) (click as (() => void) | undefined)?.()
    expect(copied).toEqual(['https://example.com/a'])
  })

  test('offers nothing on nothing, nor on links that would not open', () => {
    for (const linkURL of ['', 'app://desk/index.html#x', 'javascript:alert(1)'])
      expect(contextMenuTemplate({ ...nothing, linkURL }, () => {})).toEqual([])
  })
})

test('the system is told who this is, each in its own way', () => {
  const told: string[] = []
  const app = {
    enableSandbox: () => void told.push('sandbox'),
    setAppUserModelId: (id: string) => void told.push(id),
    setDesktopName: (name: string) => void told.push(name),
  } as unknown as App
  for (const platform of ['win32', 'linux', 'darwin'] as const) introduce(app, platform)
  expect(told).toEqual(['sandbox', 'desk.topic.app', 'sandbox', 'topicdesk.desktop', 'sandbox'])
})
