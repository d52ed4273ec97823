import { Api } from 'telegram'
import { badRequest } from '../../rpc-error'
import type { AdminRights, Group, Member } from '../../world/group'
import { toggleForum as setForum } from '../../world/toggle-forum'
import { findGroup } from '../messages/find-peer'
import { type Call, method } from '../method'
import { findUser } from '../users/find-user'
import { changedGroup } from './changed-group'

function tellAll(call: Call, group: Group): Api.Updates {
  const members = [...group.members.keys()]
  call.world.tell(members, { kind: 'group-changed', groupId: group.id }, call.session)
  return changedGroup(call, group)
}

function needs(member: Member, right: keyof AdminRights): void {
  if (member.role !== 'creator' && member.rights?.[right] !== true) throw badRequest('CHAT_ADMIN_REQUIRED')
}

/** core.telegram.org/method/channels.toggleForum: topics on or off; General is there from the start. */
export const toggleForum = method(Api.channels.ToggleForum, 'people', (call, request) => {
  const { group, member } = findGroup(call, request.channel)
  if (member.role !== 'creator') throw badRequest('CHAT_ADMIN_REQUIRED')
  if (group.isForum === request.enabled) throw badRequest('CHAT_NOT_MODIFIED')
  setForum(call.world, group, member.userId, request.enabled, call.session)
  return changedGroup(call, group)
})

/** core.telegram.org/method/channels.toggleSlowMode */
export const toggleSlowMode = method(Api.channels.ToggleSlowMode, 'people', (call, request) => {
  const { group, member } = findGroup(call, request.channel)
  needs(member, 'banUsers')
  if (![0, 10, 30, 60, 300, 900, 3600].includes(request.seconds)) throw badRequest('SECONDS_INVALID')
  if (group.slowModeSeconds === request.seconds) throw badRequest('CHAT_NOT_MODIFIED')
  group.slowModeSeconds = request.seconds
  return tellAll(call, group)
})

/** core.telegram.org/method/channels.editTitle */
export const editTitle = method(Api.channels.EditTitle, 'signed-in', (call, request) => {
  const { group, member } = findGroup(call, request.channel)
  needs(member, 'changeInfo')
  if (request.title.trim() === '') throw badRequest('CHAT_TITLE_EMPTY')
  if (request.title === group.title) throw badRequest('CHAT_NOT_MODIFIED')
  group.title = request.title
  return tellAll(call, group)
})

/** core.telegram.org/method/channels.editAdmin: no rights at all make an ordinary member of somebody. */
export const editAdmin = method(Api.channels.EditAdmin, 'signed-in', (call, request) => {
  const { group, member } = findGroup(call, request.channel)
  needs(member, 'addAdmins')
  const other = group.members.get(findUser(call, request.userId).id)
  if (other === undefined) throw badRequest('USER_NOT_PARTICIPANT')
  if (other.role === 'creator') throw badRequest('USER_CREATOR')
  const given = request.adminRights as Api.ChatAdminRights
  const rights: AdminRights = {
    manageTopics: given.manageTopics === true,
    deleteMessages: given.deleteMessages === true,
    inviteUsers: given.inviteUsers === true,
    addAdmins: given.addAdmins === true,
    changeInfo: given.changeInfo === true,
    banUsers: given.banUsers === true,
    pinMessages: given.pinMessages === true,
  }
  const hasAny = Object.values(rights).includes(true) || given.other === true
  other.role = hasAny ? 'admin' : 'member'
  other.rights = hasAny ? rights : null
  other.rank = request.rank === undefined || request.rank === '' ? null : request.rank
  return tellAll(call, group)
})
