import type { SafeStorage } from '../../../src-main/adapters/secrets/safe-storage'

/** Stands in for the platform's keyring in places without one: turns bytes over and knows whose they are. */
export function scramblingStorage(
  key: number,
  { prefix = 'v11', isAvailable = true, backend = 'gnome_libsecret' } = {},
): SafeStorage {
  const turn = (bytes: Buffer) => Buffer.from(bytes.map((byte) => byte ^ key))
  return {
    isEncryptionAvailable: () => isAvailable,
    getSelectedStorageBackend: () => backend,
    encryptString(text) {
      if (!isAvailable) throw new Error('Encryption is not available')
      return Buffer.concat([Buffer.from(prefix), Buffer.from([key]), turn(Buffer.from(text))])
    },
    decryptString(encrypted) {
      if (encrypted[prefix.length] !== key) throw new Error('Another key')
      return turn(encrypted.subarray(prefix.length + 1)).toString()
    },
  }
}
