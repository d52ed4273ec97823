import type { GroupRole } from '../../../src-preload/contract/account'

/** What each role of a group means, in one line. */
export const roleWords: Readonly<Record<GroupRole, { readonly title: string; readonly says: string }>> = {
  public: { title: 'Customers write here', says: 'Each topic becomes a ticket.' },
  staff: {
    title: 'Only your team',
    says: 'Copies of the bot’s private chats, one topic for each customer.',
  },
}
