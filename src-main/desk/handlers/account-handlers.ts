import type { Handlers } from '../../../src-preload/contract/desk'
import { conversationId, noTopic, privateChat } from '../../core/conversation/message'
import { Refusal } from '../../core/refusal'
import { currentTicket } from '../../core/ticket/find-ticket'
import type { Accounts } from '../accounts'
import type { ChatContexts } from '../chat-contexts'
import type { Desk } from '../desk'
import type { Me } from '../me'
import type { Views } from '../views'

/** Commands of `accounts`: what is followed through which account. */
export function accountHandlers(
  desk: Desk,
  me: Me,
  accounts: Accounts,
  contexts: Pick<ChatContexts, 'read'>,
  views: Views,
): Handlers['accounts'] {
  const list = () => accounts.views(desk.state)
  return {
    list,
    groups: ({ accountId }) => accounts.of(accountId).telegram.groups(),
    followGroup: async ({ accountId, groupId, role }) => {
      const { telegram } = accounts.of(accountId)
      const option = (await telegram.groups()).find(({ id }) => id === groupId)
      if (!option)
        throw new Refusal('not-found', 'This account is not in that group any more.', { field: 'groupId' })
      const [problem] = option.problems
      if (problem) throw new Refusal('not-allowed', `${problem.what} ${problem.mend}`, { field: 'groupId' })
      const group = { id: option.id, title: option.title, accountId, role }
      await desk.ask({ kind: 'follow-group', group }, me())
      await telegram.follow(group)
      return list()
    },
    leaveGroup: async ({ groupId }) => {
      await desk.ask({ kind: 'leave-group', groupId }, me())
      return list()
    },
    chats: async ({ accountId, text }) => {
      const followed = desk.state.chats.filter((chat) => chat.accountId === accountId)
      const found = await accounts.of(accountId).telegram.chats(text)
      return found.map((chat) => ({
        ...chat,
        isFollowed: followed.some(({ personId }) => personId === chat.personId),
      }))
    },
    openChat: async ({ accountId, personId }) => {
      const { telegram } = accounts.of(accountId)
      const person = await telegram.person(personId)
      const id = conversationId(privateChat(accountId, personId), noTopic)
      const isNew = !desk.state.conversations.has(id)
      const state = await desk.ask({ kind: 'open-chat', accountId, person }, me())
      if (isNew) await contexts.read({ accountId, personId })
      const ticket = currentTicket(state, state.conversations.get(id))
      if (!ticket) throw new Refusal('not-found', 'This chat could not be opened.', { field: 'personId' })
      return views.ticket(ticket.id)
    },
    leaveChat: async ({ accountId, personId }) => {
      await desk.ask({ kind: 'leave-chat', accountId, personId }, me())
      return list()
    },
  }
}
