import { describe, expect, test } from 'vitest'
import { ownFile } from '../../../../src-main/shell/own-file'
import { isOwnPage, ownPage } from '../../../../src-main/shell/own-page'

const folder = '/opt/topicdesk/renderer'

describe('the window loads its own files only', () => {
  test('its page, scripts, styles and fonts are found', () => {
    expect(ownFile(folder, ownPage)).toEqual({
      path: `${folder}/index.html`,
      type: 'text/html; charset=utf-8',
    })
    expect(ownFile(folder, 'app://desk/assets/a%20b.js?x#y')?.path).toBe(`${folder}/assets/a b.js`)
    expect(ownFile(folder, 'app://desk/assets/inter.woff2')?.type).toBe('font/woff2')
  })

  test.each([
    ['app://desk/../main/index.js', '/main/index.js'],
    ['app://desk/%2e%2e/%2E%2E/main/index.js', '/main/index.js'],
  ])('%s stays inside the folder', (address, inside) => {
    expect(ownFile(folder, address)?.path).toBe(folder + inside)
  })

  test.each([
    'app://desk/..%2fmain%2findex.js',
    'app://desk/assets/..%2f..%2f..%2fetc%2fa.html',
    'app://desk/..%2frenderer-of-someone-else%2fa.js',
    'app://desk/a%00.html',
    'app://desk/%zz.html',
    'app://desk/',
    'app://desk/assets',
    'app://desk/.env',
    'app://desk/index.cjs',
    'app://other/index.html',
    'file:///opt/topicdesk/renderer/index.html',
    'not an address',
  ])('%s leads nowhere', (address) => {
    expect(ownFile(folder, address)).toBeNull()
  })

  test.each([
    'app://desk.example/index.html',
    'app://desk@example/index.html',
    'app://me@desk/index.html',
    'app://desk:80/index.html',
    'https://desk/index.html',
    'about:blank',
    '',
  ])('%s is not our page', (address) => {
    expect(isOwnPage(address)).toBe(false)
  })
})
