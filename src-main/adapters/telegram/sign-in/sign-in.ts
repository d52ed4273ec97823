import type { Api } from 'telegram'
import type { SignInStep } from '../../../../src-preload/contract/session'
import type { Clock, Telegram } from '../../../core/ports'
import { Refusal } from '../../../core/refusal'
import { errorName } from '../errors'
import { library, tl } from '../library'
import type { Line } from '../link/line'
import { askAtHome } from './ask-at-home'
import { codeStep } from './code-step'
import { QrCode } from './qr-code'
import { type SignInField, signInRefusal } from './refusals'

/** What signing in needs of the adapter. */
export interface SignInHost {
  readonly clock: Clock
  /** The line to sign in on, with the API it was opened with; dialled if there is none. */
  open(): Promise<{ readonly line: Line; readonly api: { readonly id: number; readonly hash: string } }>
  tell(step: SignInStep): void
  /** Somebody is signed in on the line that was opened. */
  signedIn(user: Api.User): Promise<void>
  /** Nobody wants to sign in any more: the line may close, and the screen goes back. */
  cancelled(): Promise<void>
}

const noAccount = 'This number has no Telegram account.'

/** The ways to sign in, step by step (core.telegram.org/api/auth, qr-login, srp). */
export class SignIn implements Pick<Telegram, 'signIn'> {
  private sent: { readonly phone: string; hash: string } | null = null
  private qr: QrCode | null = null

  constructor(private readonly host: SignInHost) {}

  readonly signIn: Telegram['signIn'] = {
    startQr: () => this.refusing('qr', () => this.startQr()),
    sendCode: (phone) => this.refusing('phone', () => this.sendCode(phone)),
    resendCode: () => this.refusing('code', () => this.resendCode()),
    checkCode: (code) => this.refusing('code', () => this.checkCode(code)),
    checkPassword: (password) => this.refusing('password', () => this.checkPassword(password)),
    connectBot: (token) => this.refusing('token', () => this.connectBot(token)),
    cancel: async () => {
      this.forget()
      await this.host.cancelled()
    },
  }

  /** Updates while nobody is signed in: only a scanned code is of interest. */
  take(updates: Api.TypeUpdates): void {
    if (updates instanceof tl.UpdateShort && updates.update instanceof tl.UpdateLoginToken) this.qr?.renew()
  }

  /** Lets go of codes and timers; what was begun begins anew. */
  forget(): void {
    this.qr?.stop()
    this.qr = null
    this.sent = null
  }

  private async refusing(field: SignInField, step: () => Promise<void>): Promise<void> {
    try {
      await step()
    } catch (error) {
      throw signInRefusal(error, field, this.host.clock.now())
    }
  }

  private async startQr(): Promise<void> {
    this.forget()
    const { line, api } = await this.host.open()
    this.qr = new QrCode(line, api, this.host.clock, {
      shown: (url, expiresAt) => this.host.tell({ kind: 'qr', url, expiresAt }),
      accepted: (authorization) => this.finish(authorization, 'qr'),
      passwordNeeded: () => this.askPassword(),
    })
    await this.qr.start()
  }

  private async sendCode(phone: string): Promise<void> {
    this.forget()
    const { line, api } = await this.host.open()
    const phoneNumber = phone.replace(/[^\d+]/g, '')
    const sent = await askAtHome(
      line,
      new tl.auth.SendCode({
        phoneNumber,
        apiId: api.id,
        apiHash: api.hash,
        settings: new tl.CodeSettings({}),
      }),
    )
    await this.codeSent(phoneNumber, sent)
  }

  private async resendCode(): Promise<void> {
    const { line } = await this.host.open()
    const { phone, hash } = this.begun()
    await this.codeSent(
      phone,
      await line.ask(new tl.auth.ResendCode({ phoneNumber: phone, phoneCodeHash: hash })),
    )
  }

  private async codeSent(phone: string, sent: Api.auth.TypeSentCode): Promise<void> {
    if (sent instanceof tl.auth.SentCodeSuccess) return this.finish(sent.authorization, 'phone')
    if (!(sent instanceof tl.auth.SentCode)) {
      throw new Refusal('not-allowed', 'Telegram wants to be paid for this number. Use a QR code.', {
        field: 'phone',
      })
    }
    this.sent = { phone, hash: sent.phoneCodeHash }
    this.host.tell(codeStep(phone, sent, this.host.clock.now()))
  }

  private async checkCode(code: string): Promise<void> {
    const { line } = await this.host.open()
    const { phone, hash } = this.begun()
    try {
      const answer = await line.ask(
        new tl.auth.SignIn({ phoneNumber: phone, phoneCodeHash: hash, phoneCode: code }),
      )
      await this.finish(answer, 'phone')
    } catch (error) {
      if (errorName(error) !== 'SESSION_PASSWORD_NEEDED') throw error
      await this.askPassword()
    }
  }

  private begun(): { readonly phone: string; readonly hash: string } {
    if (this.sent) return this.sent
    throw new Refusal('not-allowed', 'Write the phone number first.', { field: 'phone' })
  }

  private async askPassword(): Promise<void> {
    const { line } = await this.host.open()
    const { hint } = await line.ask(new tl.account.GetPassword())
    this.host.tell({ kind: 'password', hint: hint || null })
  }

  private async checkPassword(password: string): Promise<void> {
    const { line } = await this.host.open()
    for (let tries = 1; ; tries++) {
      const asked = await line.ask(new tl.account.GetPassword())
      const check = await library.password.computeCheck(asked, password)
      try {
        return await this.finish(await line.ask(new tl.auth.CheckPassword({ password: check })), 'password')
      } catch (error) {
        // The question was replaced while it was answered, by another try of this account.
        if (errorName(error) !== 'SRP_ID_INVALID' || tries > 2) throw error
      }
    }
  }

  private async connectBot(token: string): Promise<void> {
    this.forget()
    const { line, api } = await this.host.open()
    const answer = await askAtHome(
      line,
      new tl.auth.ImportBotAuthorization({
        flags: 0,
        apiId: api.id,
        apiHash: api.hash,
        botAuthToken: token,
      }),
    )
    await this.finish(answer, 'token')
  }

  private async finish(answer: Api.auth.TypeAuthorization, field: SignInField): Promise<void> {
    if (!(answer instanceof tl.auth.Authorization) || !(answer.user instanceof tl.User)) {
      throw new Refusal('invalid-input', noAccount, { field })
    }
    this.forget()
    await this.host.signedIn(answer.user)
  }
}
