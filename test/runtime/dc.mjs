import { ready } from './ready.mjs'
import { runTypeScript } from './tsx.mjs'

await ready(['dependencies'])
runTypeScript('test/telegram/main.ts')
