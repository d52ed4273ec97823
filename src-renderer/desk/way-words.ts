import type { AccountView } from '../../src-preload/contract/account'
import type { TicketView } from '../../src-preload/contract/ticket'
import { accountHandle } from './account-words'
import { cleanLine } from './plain-text'

type Reached = Pick<TicketView, 'way' | 'account' | 'groupTitle'>

/** What a ticket's account is called; null if it is signed out. */
export function ticketAccount(
  { account }: Pick<TicketView, 'account'>,
  accounts: readonly AccountView[],
): string | null {
  if (account === null) return null
  const known = accounts.find((view) => view.account.id === account.id)
  return known ? accountHandle(known.account) : cleanLine(account.name, 'No name')
}

/** By which way the customer came, in a few words. */
export function wayWords({ way, groupTitle }: Pick<Reached, 'way' | 'groupTitle'>): string {
  if (way === 'topic') return `in ${cleanLine(groupTitle, 'a group')}`
  return way === 'bot' ? 'private chat with the bot' : 'private chat'
}

/** Through what the customer is answered: `through @fernline_bot, in Fernline Help`. */
export function throughWords(ticket: Reached, accounts: readonly AccountView[]): string {
  const account = ticketAccount(ticket, accounts)
  return `${account === null ? 'account signed out' : `through ${account}`}, ${wayWords(ticket)}`
}
