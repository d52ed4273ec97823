import type { AccountView } from '../../src-preload/contract/account'
import { cleanLine } from './plain-text'

/** What an account is called in a line: `@fernline_bot`, or its name if it has no username. */
export function accountHandle(account: AccountView['account']): string {
  return account.username === null ? cleanLine(account.name, 'No name') : `@${cleanLine(account.username)}`
}

/** What an account is. */
export function accountKind(account: Pick<AccountView['account'], 'kind'>): string {
  return account.kind === 'bot' ? 'Bot' : 'Personal account'
}
