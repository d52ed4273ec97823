import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { keyringSecrets } from '../../../src-main/adapters/secrets/keyring-secrets'
import { memorySecrets } from './memory-secrets'
import { scramblingStorage } from './scrambling-storage'
import { secretsSuite } from './secrets-suite'

const folder = () => mkdtemp(join(tmpdir(), 'secrets-'))

secretsSuite('memory', async () => memorySecrets())
secretsSuite('a folder with a keyring', async () =>
  keyringSecrets(scramblingStorage(90), await folder(), 'linux'),
)
secretsSuite('a folder without a keyring', async () =>
  keyringSecrets(scramblingStorage(90, { isAvailable: false }), await folder(), 'linux'),
)
