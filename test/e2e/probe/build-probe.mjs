import { renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'vite'
import { out, root } from '../../runtime/paths.mjs'

/** Builds the shell alone into out/probe and answers the folder to start Electron with. */
export const buildProbe = async () => {
  const folder = out('probe')
  rmSync(folder, { recursive: true, force: true })
  const bundle = (input, to) =>
    build({
      configFile: false,
      logLevel: 'error',
      root,
      build: {
        ssr: true,
        target: 'node16',
        minify: false,
        outDir: join(folder, to),
        rollupOptions: {
          input: { index: join(root, input) },
          external: ['electron'],
          output: { format: 'cjs', entryFileNames: '[name].cjs' },
        },
      },
      ssr: { noExternal: true },
    })
  await bundle('test/e2e/probe/main.ts', 'main')
  await bundle('src-preload/index.ts', 'preload')
  await build({
    configFile: false,
    logLevel: 'error',
    root: join(root, 'test/e2e/probe'),
    build: {
      outDir: join(folder, 'renderer'),
      target: 'chrome108',
      rollupOptions: { input: join(root, 'test/e2e/probe/window.html') },
    },
  })
  renameSync(join(folder, 'renderer/window.html'), join(folder, 'renderer/index.html'))
  writeFileSync(
    join(folder, 'package.json'),
    JSON.stringify({
      name: 'topicdesk-probe',
      productName: 'Topicdesk',
      version: '0.0.0',
      main: 'main/index.cjs',
    }),
  )
  return folder
}
