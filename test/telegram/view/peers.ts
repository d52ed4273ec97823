import { Api } from 'telegram'
import { seconds } from '../clock'
import { given, long } from '../tl/values'
import { type Account, isBot } from '../world/account'
import type { BasicGroup } from '../world/basic-group'
import type { AdminRights, Group } from '../world/group'
import type { World } from '../world/world'

export function userPeer(userId: number): Api.PeerUser {
  return new Api.PeerUser({ userId: long(userId) })
}

export function groupPeer(groupId: number): Api.PeerChannel {
  return new Api.PeerChannel({ channelId: long(groupId) })
}

export function basicPeer(basicId: number): Api.PeerChat {
  return new Api.PeerChat({ chatId: long(basicId) })
}

/**
 * The little that comes with an update when the service thinks the client knows
 * the rest (core.telegram.org/api/min): not to be stored over a full one, and
 * its hash only works together with a message.
 */
export function tlMinUser(account: Account): Api.User {
  return new Api.User(
    given({
      min: true,
      id: long(account.id),
      accessHash: long(account.accessHash ^ 0x5555n),
      bot: isBot(account),
      botInfoVersion: isBot(account) ? 1 : undefined,
      firstName: account.firstName,
      lastName: account.lastName ?? undefined,
      username: account.username ?? undefined,
    }),
  )
}

function maySeePhone(account: Account, me: number): boolean {
  if (account.id === me || account.phoneShownTo === 'everybody') return true
  return account.phoneShownTo.has(me)
}

/** A person as `me` sees them. A deleted account has nothing left but its id. */
export function tlUser(world: World, account: Account, me: number): Api.User {
  const isMe = account.id === me
  const hash = long(account.accessHash)
  const saved = world.accounts.get(me)?.contacts.get(account.id)
  if (account.isDeactivated) return new Api.User({ id: long(account.id), accessHash: hash, deleted: true })
  return new Api.User(
    given({
      id: long(account.id),
      accessHash: hash,
      self: isMe,
      bot: isBot(account),
      botInfoVersion: isBot(account) ? 1 : undefined,
      botChatHistory: account.bot?.hasPrivacy === false,
      botNochats: account.bot?.mayJoinGroups === false,
      contact: saved !== undefined,
      firstName: (saved ?? account).firstName,
      lastName: (saved ?? account).lastName ?? undefined,
      username: account.username ?? undefined,
      phone: account.phone !== null && maySeePhone(account, me) ? account.phone : undefined,
      langCode: isMe ? undefined : (account.languageCode ?? undefined),
      status: isBot(account) ? undefined : tlStatus(world, account),
    }),
  )
}

export function tlStatus(world: World, account: Account): Api.TypeUserStatus {
  if (!account.online) return new Api.UserStatusRecently({})
  return new Api.UserStatusOnline({ expires: seconds(world.clock.now()) + 300 })
}

/** A group as `me` sees it: with one's own rights, or as forbidden to who is not in it. */
export function tlGroup(group: Group, me: number): Api.Channel {
  const member = group.members.get(me)
  return new Api.Channel(
    given({
      id: long(group.id),
      accessHash: long(group.accessHash),
      title: group.title,
      username: group.username ?? undefined,
      photo: new Api.ChatPhotoEmpty(),
      date: seconds(member?.joinedAt ?? group.createdAt),
      creator: member?.role === 'creator',
      left: member === undefined,
      megagroup: true,
      forum: group.isForum,
      slowmodeEnabled: group.slowModeSeconds > 0,
      adminRights: member?.rights == null ? undefined : tlAdminRights(member.rights),
      bannedRights: member?.isMuted ? tlBannedRights(true) : undefined,
      defaultBannedRights: tlBannedRights(false, group.reservesTopics),
      participantsCount: group.members.size,
      noforwards: group.forbidsForwards,
    }),
  )
}

/** A basic group as `me` sees it; once it is a supergroup it says which. */
export function tlBasicGroup(world: World, basic: BasicGroup, me: number): Api.Chat | Api.ChatForbidden {
  const id = long(basic.id)
  if (!basic.members.has(me)) return new Api.ChatForbidden({ id, title: basic.title })
  const successor = basic.migratedTo === null ? undefined : world.groups.get(basic.migratedTo)
  return new Api.Chat(
    given({
      id,
      title: basic.title,
      creator: basic.creator === me,
      deactivated: successor !== undefined,
      photo: new Api.ChatPhotoEmpty(),
      participantsCount: basic.members.size,
      date: seconds(basic.createdAt),
      version: basic.version,
      migratedTo:
        successor === undefined
          ? undefined
          : new Api.InputChannel({ channelId: long(successor.id), accessHash: long(successor.accessHash) }),
      defaultBannedRights: tlBannedRights(false),
    }),
  )
}

export function tlAdminRights(rights: AdminRights): Api.ChatAdminRights {
  return new Api.ChatAdminRights({ ...rights, other: true })
}

export function tlBannedRights(isMuted: boolean, mayNotOpenTopics = false): Api.ChatBannedRights {
  const barred = { sendMessages: isMuted, sendMedia: isMuted, manageTopics: mayNotOpenTopics }
  return new Api.ChatBannedRights({ ...barred, untilDate: 0 })
}
