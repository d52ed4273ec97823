import { readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { SecretName, Secrets } from '../../core/ports'
import { keepsSecrets, type SafeStorage } from './safe-storage'
import { writeWhole } from './write-whole'

const ending = '.secret'

/**
 * Keeps secrets as one file each, encrypted by the platform's keyring. Where there is none they live in memory and
 * end with the app: a secret is never on disk in a form that someone else could read.
 *
 * ```ts
 * const secrets = keyringSecrets(safeStorage, join(app.getPath('userData'), 'secrets'))
 * ```
 *
 * @param storage asked once, so the app must be ready: before that Linux does not know its keyring
 * @param folder absolute; made at the first write
 */
export function keyringSecrets(
  storage: SafeStorage,
  folder: string,
  platform: NodeJS.Platform = process.platform,
): Secrets {
  const isSafe = keepsSecrets(storage, platform)
  const inMemory = new Map<SecretName, string>()
  const pathOf = (name: SecretName) => join(folder, name + ending)
  const forget = (name: SecretName) => rm(pathOf(name), { force: true })

  return {
    keyring: isSafe ? 'safe' : 'missing',
    async read(name) {
      if (!isSafe) return inMemory.get(name) ?? null
      const encrypted = await readFile(pathOf(name)).catch(() => null)
      return encrypted && decrypted(storage, encrypted)
    },
    async write(name, value) {
      if (isSafe) return writeWhole(folder, pathOf(name), storage.encryptString(value))
      // What an earlier run encrypted is older than this and must not come back when the keyring does.
      await forget(name)
      inMemory.set(name, value)
    },
    async remove(name) {
      inMemory.delete(name)
      await forget(name)
    },
    async names() {
      if (!isSafe) return [...inMemory.keys()]
      const files = await readdir(folder).catch(() => [])
      return files.flatMap((file) =>
        file.endsWith(ending) ? (file.slice(0, -ending.length) as SecretName) : [],
      )
    },
  }
}

/** Null when the keyring that encrypted it is another one now: a new password, another computer. */
function decrypted(storage: SafeStorage, encrypted: Buffer): string | null {
  try {
    return storage.decryptString(encrypted)
  } catch {
    return null
  }
}
