import type { Api } from 'telegram'
import type { Passing } from '../world/events'
import type { Message } from '../world/message'
import type { World } from '../world/world'
import { tlGroup, tlMinUser, tlUser } from './peers'

/**
 * Gathers whom a set of messages mentions, so that an answer carries just those
 * users and chats (core.telegram.org/api/peers) and not the whole world.
 */
export class Mentioned {
  private readonly userIds = new Set<number>()
  private readonly groupIds = new Set<number>()

  constructor(
    private readonly world: World,
    private readonly me: number,
    private readonly othersAreMin = false,
  ) {}

  user(userId: number): this {
    this.userIds.add(userId)
    return this
  }

  group(groupId: number): this {
    this.groupIds.add(groupId)
    return this
  }

  message(message: Message): this {
    this.user(message.from)
    if (message.chat.kind === 'group') this.group(message.chat.id)
    else this.user(message.chat.userId).user(this.me)
    if (message.action?.kind === 'members-added')
      for (const userId of message.action.userIds) this.user(userId)
    if (message.action?.kind === 'member-left') this.user(message.action.userId)
    for (const entity of message.entities) if (entity.userId !== undefined) this.user(entity.userId)
    return this
  }

  passing(news: Passing): this {
    if ('groupId' in news) this.group(news.groupId)
    if ('userId' in news) this.user(news.userId)
    return this
  }

  get users(): Api.User[] {
    const accounts = [...this.userIds].map((userId) => this.world.accounts.get(userId))
    return accounts.flatMap((account) => {
      if (account === undefined) return []
      if (this.othersAreMin && account.id !== this.me) return [tlMinUser(account)]
      return [tlUser(this.world, account, this.me)]
    })
  }

  get chats(): Api.Channel[] {
    const groups = [...this.groupIds].map((groupId) => this.world.groups.get(groupId))
    return groups.flatMap((group) => (group === undefined ? [] : [tlGroup(group, this.me)]))
  }
}
