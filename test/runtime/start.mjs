import { spawn } from 'node:child_process'
import { build } from './build.mjs'
import { hasDisplay } from './desktop/display.mjs'
import { electronCommand } from './desktop/electron-command.mjs'
import { ready } from './ready.mjs'
import { openDesktop } from './session.mjs'

await ready(['dependencies', 'electron'])
const app = await build('production')
const desktop = hasDisplay() ? undefined : await openDesktop()
if (desktop) console.log('This machine has no display: the window opens on a virtual one that nobody sees.')

const { executable, args: needed } = electronCommand({ isOwn: true })
// The profile is the person's own, also on a virtual display.
const { HOME, XDG_CONFIG_HOME, XDG_DATA_HOME, XDG_CACHE_HOME } = process.env
const env = { ...process.env, ...desktop?.env, HOME, XDG_CONFIG_HOME, XDG_DATA_HOME, XDG_CACHE_HOME }
const args = [...needed, app, ...process.argv.slice(2)]
const child = spawn(executable, args, { stdio: 'inherit', env })
process.on('SIGINT', () => {})
process.on('SIGTERM', () => child.kill('SIGTERM'))
child.once('exit', async (code) => {
  await desktop?.close()
  process.exit(code ?? 1)
})
