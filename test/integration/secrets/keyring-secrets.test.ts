import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { keyringSecrets } from '../../../src-main/adapters/secrets/keyring-secrets'
import { scramblingStorage } from '../../conformance/secrets/scrambling-storage'

const secret = '1BQANOTEuMTA4LjU2'
let home = ''
const folder = () => join(home, 'secrets')

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'secrets-'))
})
afterEach(() => rm(home, { recursive: true, force: true }))

const onDisk = async () => {
  const names = await readdir(folder()).catch(() => [])
  return Promise.all(
    names.map(async (name) => [name, await readFile(join(folder(), name), 'latin1')] as const),
  )
}

test('a secret outlives the app and is never in clear on disk', async () => {
  await keyringSecrets(scramblingStorage(90), folder(), 'linux').write('telegram-session', secret)
  const files = await onDisk()
  expect(files.map(([name]) => name)).toEqual(['telegram-session.secret'])
  expect(files[0]?.[1]).not.toContain(secret)
  expect((await stat(join(folder(), 'telegram-session.secret'))).mode & 0o077).toBe(0)
  const again = keyringSecrets(scramblingStorage(90), folder(), 'linux')
  expect(await again.read('telegram-session')).toBe(secret)
})

test('a secret that another keyring encrypted is unreadable, not an error', async () => {
  await keyringSecrets(scramblingStorage(90), folder(), 'linux').write('telegram-session', secret)
  expect(await keyringSecrets(scramblingStorage(91), folder(), 'linux').read('telegram-session')).toBeNull()
})

test('a damaged secret is unreadable, not an error', async () => {
  const secrets = keyringSecrets(scramblingStorage(90), folder(), 'linux')
  await secrets.write('telegram-session', secret)
  await writeFile(join(folder(), 'telegram-session.secret'), '')
  expect(await secrets.read('telegram-session')).toBeNull()
})

test.each([
  ['there is no encryption', { isAvailable: false }, 'linux'],
  ['Linux would use a password that everybody knows', { backend: 'basic_text' }, 'linux'],
  ['Linux does so without saying', { backend: 'unknown', prefix: 'v10' }, 'linux'],
] as const)('where %s a secret stays in memory', async (_, how, platform) => {
  const secrets = keyringSecrets(scramblingStorage(90, how), folder(), platform)
  expect(secrets.keyring).toBe('missing')
  await secrets.write('telegram-session', secret)
  expect(await secrets.read('telegram-session')).toBe(secret)
  expect(await onDisk()).toEqual([])
})

test('macOS marks its own keychain so, and it is safe', () => {
  expect(keyringSecrets(scramblingStorage(90, { prefix: 'v10' }), folder(), 'darwin').keyring).toBe('safe')
})

test('an old secret does not come back after a newer one was kept in memory', async () => {
  await keyringSecrets(scramblingStorage(90), folder(), 'linux').write('telegram-session', 'old')
  await keyringSecrets(scramblingStorage(90, { isAvailable: false }), folder(), 'linux').write(
    'telegram-session',
    'new',
  )
  expect(await keyringSecrets(scramblingStorage(90), folder(), 'linux').read('telegram-session')).toBeNull()
})

test('signing out wipes the file even where the keyring is gone', async () => {
  await keyringSecrets(scramblingStorage(90), folder(), 'linux').write('telegram-session', secret)
  await keyringSecrets(scramblingStorage(90, { isAvailable: false }), folder(), 'linux').remove(
    'telegram-session',
  )
  expect(await onDisk()).toEqual([])
})
