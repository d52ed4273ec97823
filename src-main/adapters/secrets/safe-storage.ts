/** What is used of Electron's `safeStorage`, which fits this as it is. */
export interface SafeStorage {
  isEncryptionAvailable(): boolean
  encryptString(text: string): Buffer
  decryptString(encrypted: Buffer): string
  /** Linux, and not in every Electron. */
  getSelectedStorageBackend?(): string
}

/** Marks what Chromium encrypted on Linux with a password that is the same everywhere, for want of a keyring. */
const openToAll = 'v10'

/**
 * Whether what is encrypted here can be read by this person alone. On Linux "encrypted" may mean a fixed password
 * that anybody knows; that counts as no keyring.
 */
export function keepsSecrets(storage: SafeStorage, platform: NodeJS.Platform): boolean {
  if (!storage.isEncryptionAvailable()) return false
  if (platform !== 'linux') return true
  if (storage.getSelectedStorageBackend?.() === 'basic_text') return false
  return storage.encryptString('probe').subarray(0, openToAll.length).toString('latin1') !== openToAll
}
