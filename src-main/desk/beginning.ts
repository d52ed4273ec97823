import type { Log } from '../core/ports'
import { FirstLook } from './first-look'

/** When a desk begins its work: at once, or when the window has its first page, so that nothing holds that up. */
export class Beginning {
  /** Rejects if the beginning failed. */
  readonly over: Promise<void>
  /** Whether it went well or not: one account that fails keeps nobody from signing in with another. */
  readonly tried: Promise<void>
  /** Null until it begins. */
  private begun: Promise<void> | null = null
  private look: FirstLook | null = null

  constructor(begin: () => Promise<void>, afterFirstPage: boolean, log: Log) {
    this.over = new Promise<void>((resolve) => {
      const now = () => {
        this.begun = begin()
        resolve(this.begun)
      }
      if (afterFirstPage) this.look = new FirstLook(now)
      else now()
    })
    this.tried = this.over.catch((error) => log.error('Telegram did not start', error))
  }

  /** The window has its first page. */
  seen(): void {
    this.look?.seen()
  }

  /** Begins no more; resolves when what has begun is through. */
  async stop(): Promise<void> {
    this.look?.stop()
    await this.begun?.catch(() => undefined)
  }
}
