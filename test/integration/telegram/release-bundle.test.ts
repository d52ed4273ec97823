import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { beforeAll, expect, test } from 'vitest'

const root = resolve(import.meta.dirname, '../../..')
const main = join(root, 'out/main')
/** Words that only the way to the local data centre uses. */
const seam = ['publicKeyPem', 'createPublicKey', 'TOPICDESK_TEST_DC', 'deskUnderTest']
const read = (path: string) => readFileSync(join(root, path), 'utf8')

beforeAll(() => {
  execFileSync(process.execPath, [join(root, 'test/runtime/build.mjs'), '--release'], {
    cwd: root,
    stdio: 'pipe',
  })
}, 240_000)

test('a release cannot be pointed at another Telegram: it contains no way to', () => {
  const files = readdirSync(main)
  expect(files).toContain('index.cjs')
  const bundle = files.map((file) => readFileSync(join(main, file), 'utf8')).join('\n')
  expect(seam.filter((word) => bundle.includes(word))).toEqual([])
  // Telegram's own keys are set where they are declared, and nowhere else is one added.
  expect(bundle.match(/\b_serverKeys\.set\(/g)).toHaveLength(1)
})

test('the words it is searched for are those of the seam', () => {
  const source = read('test/runtime/local-endpoint.ts') + read('test/runtime/desk-under-test.ts')
  for (const word of seam) expect(source).toContain(word)
  expect(source).toMatch(/_serverKeys\.set\(/)
})

test('the Telegram library is not in the file that starts the app, so the window need not wait for it', () => {
  const start = readFileSync(join(main, 'index.cjs'), 'utf8')
  expect(start).not.toContain('class MTProtoSender')
})
