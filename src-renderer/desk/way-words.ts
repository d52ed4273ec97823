import type { AccountView } from '../../src-preload/contract/account'
import type { TicketView } from '../../src-preload/contract/ticket'
import { accountHandle } from './account-words'
import { cleanLine } from './plain-text'

type Reached = Pick<TicketView, 'way' | 'account' | 'groupTitle' | 'isFollowed'>

/** What a ticket's account is called; null if it is signed out. */
export function ticketAccount(
  { account }: Pick<TicketView, 'account'>,
  accounts: readonly AccountView[],
): string | null {
  if (account === null) return null
  const known = accounts.find((view) => view.account.id === account.id)
  return known ? accountHandle(known.account) : cleanLine(account.name, 'No name')
}

/** Through what the customer is answered: `through @fernline_bot in private`. */
export function throughWords(ticket: Reached, accounts: readonly AccountView[]): string {
  const account = ticketAccount(ticket, accounts)
  const where = ticket.way === 'topic' ? `in ${cleanLine(ticket.groupTitle, 'a group')}` : 'in private'
  if (!ticket.isFollowed) return `${where}, off the desk`
  return account === null ? `${where}, account signed out` : `through ${account} ${where}`
}
