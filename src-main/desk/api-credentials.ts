import type { Secrets } from '../core/ports'
import { Refusal } from '../core/refusal'

/** The application's own id and hash at Telegram (my.telegram.org), and where they came from. */
export interface ApiKey {
  readonly id: number
  readonly hash: string
  readonly from: 'settings' | 'environment'
}

/** Names of the environment variables that go before the settings. */
export const apiVariables = { id: 'TOPICDESK_API_ID', hash: 'TOPICDESK_API_HASH' } as const

/** Telegram's API id and hash: from the environment, else from the settings, never from the code (R168). */
export class ApiCredentials {
  constructor(
    private readonly secrets: Secrets,
    private readonly environment: Readonly<Record<string, string | undefined>>,
  ) {}

  /** Null until someone gave them. */
  async read(): Promise<ApiKey | null> {
    const id = Number(this.environment[apiVariables.id])
    const hash = this.environment[apiVariables.hash]
    if (Number.isSafeInteger(id) && id > 0 && hash) return { id, hash, from: 'environment' }
    const kept = /^(\d+):([0-9a-f]{32})$/i.exec((await this.secrets.read('telegram-api')) ?? '')
    return kept?.[1] && kept[2] ? { id: Number(kept[1]), hash: kept[2], from: 'settings' } : null
  }

  /** @throws {@link Refusal} while the environment gives them. */
  async write(id: number, hash: string): Promise<void> {
    if ((await this.read())?.from === 'environment') {
      throw new Refusal('not-allowed', `The API id is set by ${apiVariables.id} in the environment.`, {
        field: 'apiId',
      })
    }
    await this.secrets.write('telegram-api', `${id}:${hash}`)
  }
}
