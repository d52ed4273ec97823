import { Api } from 'telegram'
import { seconds } from '../clock'
import { given, long } from '../tl/values'
import { type Account, isBot } from '../world/account'
import type { AdminRights, Group } from '../world/group'
import type { World } from '../world/world'

export function userPeer(userId: number): Api.PeerUser {
  return new Api.PeerUser({ userId: long(userId) })
}

export function groupPeer(groupId: number): Api.PeerChannel {
  return new Api.PeerChannel({ channelId: long(groupId) })
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

/** A person as `me` sees them: phone numbers are for oneself alone. */
export function tlUser(world: World, account: Account, me: number): Api.User {
  const isMe = account.id === me
  return new Api.User(
    given({
      id: long(account.id),
      accessHash: long(account.accessHash),
      self: isMe,
      deleted: account.isDeactivated,
      bot: isBot(account),
      botInfoVersion: isBot(account) ? 1 : undefined,
      firstName: account.isDeactivated ? undefined : account.firstName,
      lastName: account.lastName ?? undefined,
      username: account.username ?? undefined,
      phone: isMe && account.phone !== null ? account.phone : undefined,
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
      defaultBannedRights: tlBannedRights(false),
      participantsCount: group.members.size,
    }),
  )
}

export function tlAdminRights(rights: AdminRights): Api.ChatAdminRights {
  return new Api.ChatAdminRights({ ...rights, other: true })
}

export function tlBannedRights(isMuted: boolean): Api.ChatBannedRights {
  return new Api.ChatBannedRights({ sendMessages: isMuted, sendMedia: isMuted, untilDate: 0 })
}
