import { create } from 'zustand'

/** Whose private chats are offered: an account's, `any` personal account's, or null while closed. */
export const useChatPicker = create<{ readonly accountId: string | null }>(() => ({ accountId: null }))

/** Offers the private chats of an account. */
export function pickChat(accountId: string): void {
  useChatPicker.setState({ accountId })
}

export function closeChatPicker(): void {
  useChatPicker.setState({ accountId: null })
}
