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
  /** Off for a bot that is to see every message of its groups. */
  readonly hasPrivacy?: boolean
  readonly password?: { readonly text: string; readonly hint: string }
  readonly languageCode?: string
}

export function addAccount(world: World, details: NewAccount): Account {
  const { botToken: token, hasPrivacy = true } = details
  const account: Account = {
    id: details.id,
    accessHash: world.random.big(),
    firstName: details.firstName,
    lastName: details.lastName ?? null,
    username: details.username ?? null,
    phone: details.phone ?? null,
    bot: token === undefined ? null : { token, hasPrivacy, mayJoinGroups: true, commands: [] },
    password: details.password ?? null,
    languageCode: details.languageCode ?? null,
    homeDc: null,
    isDeactivated: false,
    online: false,
    phoneShownTo: new Set(),
    hidesInForwards: false,
    contacts: new Map(),
    blocked: new Set(),
    box: {
      pts: 1,
      nextMessageId: 1,
      messages: new Map(),
      chats: new Map(),
      basicGroups: new Map(),
      log: [],
    },
    seqLog: [],
    qts: 0,
    qtsLog: [],
  }
  world.accounts.set(account.id, account)
  return account
}
