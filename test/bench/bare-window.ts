import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { out } from '../runtime/paths.mjs'

const main = `const { app, BrowserWindow } = require('electron')
app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1440, height: 900, show: false, webPreferences: { sandbox: true } })
  window.once('ready-to-show', () => window.show())
  window.loadURL('data:text/html,<title>bare</title><p>bare')
})
app.on('window-all-closed', () => app.quit())
`

/** A folder Electron can start: one window with one line in it. What Electron itself costs is measured by it. */
export function bareWindow(): string {
  const folder = out('bench-bare-window')
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'index.cjs'), main)
  writeFileSync(
    join(folder, 'package.json'),
    JSON.stringify({ name: 'bare', version: '1.0.0', main: 'index.cjs' }),
  )
  return folder
}
