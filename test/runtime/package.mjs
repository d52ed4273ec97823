import { spawnSync } from 'node:child_process'
import { build } from './build.mjs'
import { root } from './paths.mjs'
import { ready } from './ready.mjs'
import { tool } from './runners.mjs'

await ready(['dependencies'])
await build('production')
const argv = [tool('electron-builder/cli.js'), '--publish', 'never', ...process.argv.slice(2)]
process.exit(spawnSync(process.execPath, argv, { cwd: root, stdio: 'inherit' }).status ?? 1)
