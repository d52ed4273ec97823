import type { Api } from 'telegram'
import type { Passing } from '../world/events'
import type { ChatRef, Message } from '../world/message'
import type { World } from '../world/world'
import { tlBasicGroup, tlGroup, tlMinUser, tlUser } from './peers'

/**
 * Gathers whom a set of messages mentions, so that an answer carries just those
 * users and chats (core.telegram.org/api/peers) and not the whole world.
 */
export class Mentioned {
  private readonly userIds = new Set<number>()
  private readonly groupIds = new Set<number>()
  private readonly basicIds = new Set<number>()

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

  basic(basicId: number): this {
    this.basicIds.add(basicId)
    const successor = this.world.basicGroups.get(basicId)?.migratedTo
    return successor == null ? this : this.group(successor)
  }

  chat(chat: ChatRef): this {
    if (chat.kind === 'group') return this.group(chat.id)
    return chat.kind === 'basic' ? this.basic(chat.id) : this.user(chat.userId).user(this.me)
  }

  message(message: Message): this {
    this.user(message.from).chat(message.chat)
    const { action, media, forward } = message
    if (action !== null && 'userIds' in action) for (const userId of action.userIds) this.user(userId)
    if (action?.kind === 'member-left') this.user(action.userId)
    if (action?.kind === 'migrated-to') this.group(action.groupId)
    if (action?.kind === 'migrated-from') this.basic(action.basicId)
    if (media?.kind === 'contact' && media.userId !== null) this.user(media.userId)
    if (forward !== null && forward.userId !== null) this.user(forward.userId)
    for (const entity of message.entities) if (entity.userId !== undefined) this.user(entity.userId)
    return this
  }

  passing(news: Passing): this {
    if ('groupId' in news) this.group(news.groupId)
    if ('basicId' in news) this.basic(news.basicId)
    if (news.kind === 'button-pressed') {
      const chat = this.world.pressed.get(news.queryId)?.message.chat
      if (chat !== undefined) this.chat(chat)
    }
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

  get chats(): Api.TypeChat[] {
    const groups = [...this.groupIds].flatMap((groupId) => this.world.groups.get(groupId) ?? [])
    const basics = [...this.basicIds].flatMap((basicId) => this.world.basicGroups.get(basicId) ?? [])
    return [
      ...groups.map((group) => tlGroup(group, this.me)),
      ...basics.map((basic) => tlBasicGroup(this.world, basic, this.me)),
    ]
  }
}
