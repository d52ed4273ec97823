import type { AccountView, ChatOption } from '../../../src-preload/contract/account'
import type { Account } from '../../../src-preload/contract/session'
import { minute, now, second } from './now'

export const bot: Account = {
  id: '9000',
  name: 'Fernline Help',
  username: 'fernline_help_bot',
  kind: 'bot',
}
export const annasOwn: Account = {
  id: '9001',
  name: 'Anna Lindqvist',
  username: 'anna_fernline',
  kind: 'user',
}

export const botView: AccountView = {
  account: bot,
  link: { kind: 'live' },
  lastHeardAt: now - 2 * second,
  groups: [{ id: '-1001', title: 'Fernline Help', accountId: '9000', role: 'public' }],
  chats: [],
}

/** A bot with both kinds of groups and a personal account beside it. */
export const severalAccounts: readonly AccountView[] = [
  {
    ...botView,
    groups: [...botView.groups, { id: '-1002', title: 'Fernline Staff', accountId: '9000', role: 'staff' }],
  },
  {
    account: annasOwn,
    link: { kind: 'offline', since: now - 4 * minute },
    lastHeardAt: now - 4 * minute,
    groups: [],
    chats: [
      { accountId: '9001', personId: '70020', name: 'Ingrid', conversationId: '9001.70020:0' },
      {
        accountId: '9001',
        personId: '70021',
        name: 'Bartholomew of the very long name that was given to him by people with much time',
        conversationId: '9001.70021:0',
      },
    ],
  },
]

export const privateChats: readonly ChatOption[] = [
  { personId: '70020', name: 'Ingrid', username: 'ingrid_example', isFollowed: true },
  { personId: '70022', name: 'Jonas', username: 'jonas_example', isFollowed: false },
  { personId: '70023', name: 'Aino', username: null, isFollowed: false },
  { personId: '70024', name: 'Ola', username: 'ola_example', isFollowed: false },
]
