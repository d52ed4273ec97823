import type { SecretName, Secrets } from '../../../src-main/core/ports'

/** A place for secrets that ends with the test. */
export function memorySecrets(keyring: Secrets['keyring'] = 'safe'): Secrets {
  const kept = new Map<SecretName, string>()
  return {
    keyring,
    read: async (name) => kept.get(name) ?? null,
    write: async (name, value) => void kept.set(name, value),
    remove: async (name) => void kept.delete(name),
    names: async () => [...kept.keys()],
  }
}
