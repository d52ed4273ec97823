import type { Account } from './account'
import type { World } from './world'

export interface NewAccount {
  readonly id: number
  readonly firstName: string
  readonly lastName?: string
  readonly username?: string
  /** Digits, without a plus sign. */
  readonly phone?: string
  readonly botToken?: string
  readonly password?: { readonly text: string; readonly hint: string }
  readonly languageCode?: string
}

export function addAccount(world: World, details: NewAccount): Account {
  const account: Account = {
    id: details.id,
    accessHash: world.random.big(),
    firstName: details.firstName,
    lastName: details.lastName ?? null,
    username: details.username ?? null,
    phone: details.phone ?? null,
    botToken: details.botToken ?? null,
    password: details.password ?? null,
    languageCode: details.languageCode ?? null,
    isDeactivated: false,
    online: false,
    box: { pts: 1, nextMessageId: 1, messages: new Map(), chats: new Map(), log: [] },
    seqLog: [],
  }
  world.accounts.set(account.id, account)
  return account
}
