import type { Api } from 'telegram'
import type { Clock } from '../../../core/ports'
import { errorName } from '../errors'
import { tl } from '../library'
import type { Line } from '../link/line'

/** What becomes of a code on the screen. */
export interface QrWatch {
  /** A code to show, until it is replaced (epoch ms). */
  shown(url: string, expiresAt: number): void
  accepted(authorization: Api.auth.TypeAuthorization): Promise<void>
  passwordNeeded(): Promise<void>
}

const shortestLifeMs = 5_000
const longestLifeMs = 30_000

/**
 * A sign-in code that another device scans (core.telegram.org/api/qr-login). It replaces itself before it
 * expires, and when Telegram says that it was scanned it asks what came of it.
 */
export class QrCode {
  private timer: ReturnType<typeof setTimeout> | null = null
  private isStopped = false
  private asking: Promise<void> | null = null

  constructor(
    private readonly line: Pick<Line, 'ask' | 'moveTo'>,
    private readonly api: { readonly id: number; readonly hash: string },
    private readonly clock: Clock,
    private readonly watch: QrWatch,
  ) {}

  async start(): Promise<void> {
    await this.ask()
  }

  /** Asks again, once at a time; failures are tried again until stopped. */
  renew(): void {
    this.asking ??= this.ask()
      .catch(() => this.again(1_000))
      .finally(() => {
        this.asking = null
      })
  }

  stop(): void {
    this.isStopped = true
    if (this.timer) clearTimeout(this.timer)
  }

  private async ask(): Promise<void> {
    if (this.isStopped) return
    try {
      const answer = await this.line.ask(
        new tl.auth.ExportLoginToken({ apiId: this.api.id, apiHash: this.api.hash, exceptIds: [] }),
      )
      if (!this.isStopped) await this.handle(answer)
    } catch (error) {
      if (this.isStopped) return
      if (errorName(error) !== 'SESSION_PASSWORD_NEEDED') throw error
      if (this.timer) clearTimeout(this.timer)
      // If that fails, as when the link breaks now, it is asked again: the screen shows a code until then.
      await this.watch.passwordNeeded()
      this.stop()
    }
  }

  private async handle(answer: Api.auth.TypeLoginToken): Promise<void> {
    if (answer instanceof tl.auth.LoginTokenSuccess) {
      this.stop()
      await this.watch.accepted(answer.authorization)
    } else if (answer instanceof tl.auth.LoginTokenMigrateTo) {
      await this.line.moveTo(answer.dcId)
      await this.handle(await this.line.ask(new tl.auth.ImportLoginToken({ token: answer.token })))
    } else {
      const now = this.clock.now()
      const life = Math.min(Math.max(answer.expires * 1000 - now, shortestLifeMs), longestLifeMs)
      this.watch.shown(`tg://login?token=${answer.token.toString('base64url')}`, now + life)
      this.again(life - 2_000)
    }
  }

  private again(ms: number): void {
    if (this.isStopped) return
    if (this.timer) clearTimeout(this.timer)
    this.timer = setTimeout(() => this.renew(), ms)
  }
}
