import { build } from './build.mjs'
import { hasDisplay } from './desktop/display.mjs'
import { ready } from './ready.mjs'
import { runTypeScript } from './tsx.mjs'

// Before root's own screen all but the screen is a private desktop's.
const needsDesktop = !hasDisplay() || (process.platform === 'linux' && process.getuid?.() === 0)
await ready(['dependencies', 'electron', ...(needsDesktop ? [/** @type {const} */ ('desktop')] : [])])
await build('test')
runTypeScript('test/demo/main.ts')
