import { spawn } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { cache, root } from './paths.mjs'
import { ready } from './ready.mjs'
import { tool } from './runners.mjs'

await ready(['dependencies'])
mkdirSync(cache, { recursive: true })

/** One set of types per process, so that what only a window has is unknown to main. The largest goes first. */
const waiting = ['test', 'src-main', 'src-renderer', 'src-preload', '.']

/** @param {string} project */
const check = (project) => {
  const memory = join(cache, `types-${project === '.' ? 'root' : project}.tsbuildinfo`)
  const args = ['-p', join(root, project), '--incremental', '--tsBuildInfoFile', memory, '--pretty', 'false']
  return new Promise((resolve) => {
    spawn(process.execPath, [tool('typescript/bin/tsc'), ...args], { cwd: root, stdio: 'inherit' }).once(
      'exit',
      resolve,
    )
  })
}

const work = async () => {
  for (let project = waiting.shift(); project; project = waiting.shift())
    if ((await check(project)) !== 0) process.exitCode = 1
}

await Promise.all([work(), work()])
