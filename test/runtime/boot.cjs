// The first script of the Electron that stands in for the pinned one (see ready/fallback-electron.mjs). It adds what
// Node 16 lacks, then loads the app folder named on the command line, as the pinned Electron does by itself.
const path = require('node:path')
const channels = require('node:diagnostics_channel')
const { app } = require('electron')

const builtins = [
  'structured-clone',
  'array/to-sorted',
  'array/at',
  'array/find-last',
  'object/group-by',
  'promise/with-resolvers',
]

const folder = path.resolve(process.argv.slice(1).find((arg) => !arg.startsWith('-')) ?? '.')
// Electron lets what lies in its own folder see no packages outside, so they are looked for from the app's folder and
// from this file's usual place, node_modules/.cache/topicdesk/*/resources/app.
const places = [folder, path.resolve(__dirname, '../../../../..')]
const need = (name) => require(require.resolve(name, { paths: places }))

channels.tracingChannel ??= need('dc-polyfill').tracingChannel
for (const name of builtins) need(`core-js/actual/${name}`)
globalThis.crypto ??= require('node:crypto').webcrypto
if (!globalThis.fetch) {
  const { fetch, FormData, Headers, Request, Response } = need('undici')
  Object.assign(globalThis, { fetch, FormData, Headers, Request, Response })
}

const manifest = require(path.join(folder, 'package.json'))
app.setName(manifest.productName ?? manifest.name)
app.setVersion?.(manifest.version)
app.setAppPath?.(folder)
require(path.join(folder, manifest.main))
