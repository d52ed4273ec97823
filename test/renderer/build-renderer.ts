import { mkdir, readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { build } from 'vite'

const out = resolve('out/test-renderer')

export interface BuiltRenderer {
  /** Folder of the built page. */
  readonly folder: string
  /** The scripted desk as one classic script, to run before the page's own. */
  readonly install: string
}

/** Builds the window as the app does, and the scripted desk beside it. */
export async function buildRenderer(): Promise<BuiltRenderer> {
  await mkdir(out, { recursive: true })
  await build({
    configFile: false,
    logLevel: 'warn',
    root: 'src-renderer',
    base: './',
    plugins: [react()],
    build: {
      outDir: resolve(out, 'page'),
      emptyOutDir: true,
      target: 'chrome108',
      reportCompressedSize: false,
    },
  })
  await build({
    configFile: false,
    logLevel: 'warn',
    build: {
      outDir: resolve(out, 'install'),
      emptyOutDir: true,
      target: 'chrome108',
      minify: false,
      lib: {
        entry: resolve('test/renderer/install-desk.ts'),
        formats: ['iife'],
        name: 'install',
        fileName: () => 'install.js',
      },
    },
  })
  const install = await readFile(resolve(out, 'install/install.js'), 'utf8')
  return { folder: resolve(out, 'page'), install }
}
