import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { cache, root } from './paths.mjs'
import { run } from './ready/run.mjs'
import { ready } from './ready.mjs'
import { tool } from './runners.mjs'

await ready(['dependencies'])

/** One set of types per process, so that what only a window has is unknown to main. */
const projects = ['.', 'src-main', 'src-preload', 'src-renderer', 'test']

mkdirSync(cache, { recursive: true })
for (const project of projects) {
  const memory = join(cache, `types-${project === '.' ? 'root' : project}.tsbuildinfo`)
  const args = ['-p', join(root, project), '--incremental', '--tsBuildInfoFile', memory, '--pretty', 'false']
  const { ok, words } = run(process.execPath, [tool('typescript/bin/tsc'), ...args], { cwd: root })
  if (ok) continue
  console.error(words)
  process.exitCode = 1
}
