import { create } from 'zustand'
import type { AccountView } from '../../src-preload/contract/account'
import { follow } from './follow'

/** The accounts this desk is signed in with; null until it has said so. */
export const useAccounts = create<{ readonly accounts: readonly AccountView[] | null }>(() => ({
  accounts: null,
}))

/** Takes over an answer that a command gave. */
export function keepAccounts(accounts: readonly AccountView[]): void {
  useAccounts.setState({ accounts })
}

/** Listens, then fetches. Answers how to stop. */
export function followAccounts(): () => void {
  return follow('accounts-changed', () => window.desk.accounts.list(), keepAccounts)
}

const none: readonly AccountView[] = []

/** The accounts, none before the desk has told. */
export const useAccountList = (): readonly AccountView[] => useAccounts(({ accounts }) => accounts ?? none)
