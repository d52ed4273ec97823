import { renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'vite'
import { out, root } from '../../runtime/paths.mjs'

/** Builds the shell alone into out/probe and answers the folder to start Electron with. */
export const buildProbe = async () => {
  const folder = out('probe')
  rmSync(folder, { recursive: true, force: true })
  const page = join(root, 'test/e2e/probe')
  await bundle('test/e2e/probe/main.ts', join(folder, 'main'))
  await bundle('src-preload/index.ts', join(folder, 'preload'))
  await build({
    configFile: false,
    logLevel: 'error',
    root: page,
    build: {
      outDir: join(folder, 'renderer'),
      target: 'chrome108',
      rollupOptions: { input: join(page, 'window.html') },
    },
  })
  renameSync(join(folder, 'renderer/window.html'), join(folder, 'renderer/index.html'))
  const manifest = {
    name: 'topicdesk-probe',
    productName: 'Topicdesk',
    version: '0.0.0',
    main: 'main/index.cjs',
  }
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest))
  return folder
}

/**
 * @param {string} input from the checkout
 * @param {string} outDir absolute
 */
const bundle = (input, outDir) =>
  build({
    configFile: false,
    logLevel: 'error',
    root,
    ssr: { noExternal: true },
    build: {
      ssr: true,
      target: 'node16',
      outDir,
      rollupOptions: {
        input: { index: join(root, input) },
        external: ['electron'],
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  })
