import { build } from './build.mjs'
import { ready } from './ready.mjs'
import { runTypeScript } from './tsx.mjs'

await ready(['dependencies', 'electron', 'desktop'])
await build('test')
runTypeScript('test/bench/main.ts')
