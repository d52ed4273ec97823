import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import { coreRules } from './test/runtime/core-rules.mjs'

/**
 * Main and preload become CommonJS with their dependencies inside, for Node 16 and up.
 * Mode `test` builds the main process with the seam for the local data centre, into a folder that no package contains.
 */
export default defineConfig(({ mode }) => {
  const isTest = mode === 'test'
  const bundle = (input: string) => ({
    target: 'node16',
    externalizeDeps: false,
    minify: false,
    reportCompressedSize: false,
    rollupOptions: {
      input: { index: resolve(input) },
      external: ['electron'],
      output: { format: 'cjs' as const, entryFileNames: '[name].cjs', chunkFileNames: '[name].cjs' },
    },
  })
  return {
    main: {
      define: { __CORE_RULES__: JSON.stringify(coreRules(resolve('src-main/core'))) },
      build: {
        ...bundle(isTest ? 'test/runtime/desk-under-test.ts' : 'src-main/index.ts'),
        outDir: isTest ? 'out/test-main' : 'out/main',
      },
    },
    preload: { build: { ...bundle('src-preload/index.ts'), outDir: 'out/preload' } },
    renderer: {
      root: 'src-renderer',
      plugins: [react()],
      build: {
        outDir: 'out/renderer',
        target: 'chrome108',
        minify: true,
        reportCompressedSize: false,
        rollupOptions: { input: resolve('src-renderer/index.html') },
      },
    },
  }
})
