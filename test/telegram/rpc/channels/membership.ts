import { Api } from 'telegram'
import { badRequest } from '../../rpc-error'
import { addMembers, join, leave } from '../../world/membership'
import { findAnyGroup, findGroup, forbidden } from '../messages/find-peer'
import { method } from '../method'
import { findUser } from '../users/find-user'
import { changedGroup } from './changed-group'

/** core.telegram.org/method/channels.joinChannel */
export const joinChannel = method(Api.channels.JoinChannel, 'people', (call, request) => {
  const group = findAnyGroup(call, request.channel)
  if (group.members.has(call.me.id)) throw badRequest('USER_ALREADY_PARTICIPANT')
  join(call.world, group, call.me.id)
  return new Api.messages.ChatInviteJoinResultOk({ updates: changedGroup(call, group) })
})

/** core.telegram.org/method/channels.leaveChannel */
export const leaveChannel = method(Api.channels.LeaveChannel, 'signed-in', (call, request) => {
  const { group, member } = findGroup(call, request.channel)
  if (member.role === 'creator') throw badRequest('USER_CREATOR')
  leave(call.world, group, call.me.id)
  return changedGroup(call, group)
})

/** core.telegram.org/method/channels.inviteToChannel */
export const inviteToChannel = method(Api.channels.InviteToChannel, 'people', (call, request) => {
  const { group, member } = findGroup(call, request.channel)
  if (member.role !== 'creator' && member.rights?.inviteUsers !== true)
    throw forbidden('CHAT_WRITE_FORBIDDEN')
  const invited = request.users.map((input) => findUser(call, input).id)
  const isShut = (userId: number) => call.world.account(userId).bot?.mayJoinGroups === false
  if (invited.some(isShut)) throw badRequest('BOT_GROUPS_BLOCKED')
  addMembers(call.world, group, call.me.id, invited)
  return new Api.messages.InvitedUsers({ updates: changedGroup(call, group), missingInvitees: [] })
})
