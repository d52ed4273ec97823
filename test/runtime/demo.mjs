import { build } from './build.mjs'
import { hasDisplay } from './desktop/display.mjs'
import { ready } from './ready.mjs'
import { runTypeScript } from './tsx.mjs'

await ready(['dependencies', 'electron', ...(hasDisplay() ? [] : [/** @type {const} */ ('desktop')])])
await build('test')
runTypeScript('test/demo/main.ts')
