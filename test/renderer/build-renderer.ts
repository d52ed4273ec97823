import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { build, type InlineConfig } from 'vite'

export interface BuiltRenderer {
  /** The built page: its files by path, such as `index.html`. Never on disk, so that runs cannot disturb each other. */
  readonly files: ReadonlyMap<string, string | Uint8Array>
  /** The scripted desk as one classic script, to run before the page's own. */
  readonly install: string
}

/** Builds the window as the app does, and the scripted desk beside it. */
export async function buildRenderer(): Promise<BuiltRenderer> {
  const files = await filesOf({
    root: 'src-renderer',
    base: './',
    plugins: [react()],
    build: { target: 'chrome108', chunkSizeWarningLimit: 2000 },
  })
  const script = await filesOf({
    build: {
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
  return { files, install: String(script.get('install.js')) }
}

async function filesOf(config: InlineConfig): Promise<ReadonlyMap<string, string | Uint8Array>> {
  const built = await build({
    ...config,
    configFile: false,
    logLevel: 'warn',
    build: { ...config.build, write: false, reportCompressedSize: false },
  })
  const outputs = Array.isArray(built) ? built : [built]
  return new Map(
    outputs
      .flatMap((output) => ('output' in output ? output.output : []))
      .map((file) => [file.fileName, file.type === 'asset' ? file.source : file.code]),
  )
}
