import type { AuthKeys } from '../session/auth-keys'
import type { Switchboard } from '../switchboard'
import type { PasswordChecks } from './account/password-checks'
import type { LoginCodes } from './auth/login-codes'
import type { QrLogins } from './auth/qr-logins'
import type { Files } from './upload/files'

/** What lies behind the counter besides the world: what is half done, and who is connected. */
export interface Desk {
  readonly address: { readonly host: string; readonly port: number; readonly dcId: number }
  readonly keys: AuthKeys
  readonly codes: LoginCodes
  readonly passwords: PasswordChecks
  readonly qr: QrLogins
  readonly files: Files
  readonly switchboard: Switchboard
  /** random_ids used by each author: a second use is RANDOM_ID_DUPLICATE. */
  readonly randomIds: Set<string>
  /** Authorizations on their way to another key, by their bytes. */
  readonly exported: Map<string, number>
}
