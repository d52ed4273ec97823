import { Api } from 'telegram'
import { seconds } from '../../clock'
import { badRequest } from '../../rpc-error'
import { given, long } from '../../tl/values'
import { tlAdminRights, tlBannedRights, tlUser, userPeer } from '../../view/peers'
import { fullName, isBot } from '../../world/account'
import type { Group, Member } from '../../world/group'
import { findGroup } from '../messages/find-peer'
import { type Call, method } from '../method'
import { findUser } from '../users/find-user'

const MOST = 200

function participant({ me }: Call, group: Group, member: Member): Api.TypeChannelParticipant {
  const userId = long(member.userId)
  const date = seconds(member.joinedAt)
  const rank = member.rank ?? undefined
  if (member.role === 'creator' && member.rights !== null) {
    return new Api.ChannelParticipantCreator(
      given({ userId, adminRights: tlAdminRights(member.rights), rank }),
    )
  }
  if (member.role === 'admin' && member.rights !== null) {
    const creator = [...group.members.values()].find(({ role }) => role === 'creator')
    const promotedBy = long(creator?.userId ?? member.userId)
    const adminRights = tlAdminRights(member.rights)
    return new Api.ChannelParticipantAdmin(
      // `self` and `inviter_id` share a bit.
      given({
        self: member.userId === me.id,
        inviterId: member.userId === me.id ? promotedBy : undefined,
        userId,
        promotedBy,
        date,
        adminRights,
        rank,
      }),
    )
  }
  if (member.userId === me.id) return new Api.ChannelParticipantSelf({ userId, inviterId: userId, date })
  if (member.isMuted) {
    return new Api.ChannelParticipantBanned({
      peer: userPeer(member.userId),
      kickedBy: userId,
      date,
      bannedRights: tlBannedRights(true),
    })
  }
  return new Api.ChannelParticipant({ userId, date })
}

/** The members themselves, and who made them administrators. */
function people({ world, me }: Call, group: Group, members: readonly Member[]): Api.User[] {
  const ids = new Set(members.map(({ userId }) => userId))
  if (members.some(({ role }) => role === 'admin')) {
    for (const { role, userId } of group.members.values()) if (role === 'creator') ids.add(userId)
  }
  return [...ids].map((userId) => tlUser(world, world.account(userId), me.id))
}

/** core.telegram.org/method/channels.getParticipants: recent, admins, bots, or a search by name. */
export const getParticipants = method(Api.channels.GetParticipants, 'signed-in', (call, request) => {
  const { group } = findGroup(call, request.channel)
  const { filter } = request
  const named = (member: Member, wanted: string) =>
    fullName(call.world.account(member.userId)).toLowerCase().includes(wanted.toLowerCase())
  const found = [...group.members.values()].filter((member) => {
    if (filter instanceof Api.ChannelParticipantsAdmins) return member.role !== 'member'
    if (filter instanceof Api.ChannelParticipantsBots) return isBot(call.world.account(member.userId))
    if (filter instanceof Api.ChannelParticipantsBanned) return member.isMuted
    if (filter instanceof Api.ChannelParticipantsKicked) return false
    if (filter instanceof Api.ChannelParticipantsSearch) return named(member, filter.q)
    return true
  })
  const page = found.slice(request.offset, request.offset + Math.min(MOST, request.limit))
  return new Api.channels.ChannelParticipants({
    count: found.length,
    participants: page.map((member) => participant(call, group, member)),
    chats: [],
    users: people(call, group, page),
  })
})

/** core.telegram.org/method/channels.getParticipant */
export const getParticipant = method(Api.channels.GetParticipant, 'signed-in', (call, request) => {
  const { group } = findGroup(call, request.channel)
  const account = findUser(call, request.participant)
  const member = group.members.get(account.id)
  if (member === undefined) throw badRequest('USER_NOT_PARTICIPANT')
  return new Api.channels.ChannelParticipant({
    participant: participant(call, group, member),
    chats: [],
    users: people(call, group, [member]),
  })
})
