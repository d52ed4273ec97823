import type { Account } from '../../../src-preload/contract/session'
import type { Log, Secrets } from '../../core/ports'

/** A sign-in as it is kept: the key, and who it belongs to, so that the desk knows before it is connected. */
export interface KeptSession {
  readonly session: string
  readonly account: Account
}

const nameOf = (accountId: string) => `telegram-session-${accountId}` as const

/**
 * Sign-ins, encrypted where the platform can and in memory where not (telegram.md B.7). What is asked for is done in
 * that order, so that nothing that was wiped comes back.
 */
export class KeptSessions {
  private last: Promise<void> = Promise.resolve()
  private isRefused = false

  constructor(
    private readonly secrets: Secrets,
    private readonly log: Log,
  ) {}

  /** The newest one could not be kept: it is to be tried again. */
  get isOwed(): boolean {
    return this.isRefused
  }

  /** The kept sign-in of an account; null if there is none or it cannot be read any more. */
  async read(accountId: string): Promise<KeptSession | null> {
    const text = await this.secrets.read(nameOf(accountId))
    if (text === null) return null
    try {
      const kept = JSON.parse(text) as Partial<KeptSession>
      return kept.session && kept.account?.id ? { session: kept.session, account: kept.account } : null
    } catch {
      return null
    }
  }

  /** Keeps a sign-in. A disk that refuses it costs no more than a new sign-in after the next start: see {@link isOwed}. */
  async keep(kept: KeptSession): Promise<void> {
    this.last = this.last.then(async () => {
      try {
        await this.secrets.write(nameOf(kept.account.id), JSON.stringify(kept))
        this.isRefused = false
      } catch (error) {
        this.isRefused = true
        this.log.error('the session could not be kept', error)
      }
    })
    await this.last
  }

  /** Wipes a sign-in. @throws if it may still be on the disk. */
  async forget(accountId: string): Promise<void> {
    const wiped = this.last.then(() => this.secrets.remove(nameOf(accountId)))
    this.last = wiped.catch((error: unknown) => this.log.error('the session could not be wiped', error))
    this.isRefused = false
    await wiped
  }
}
