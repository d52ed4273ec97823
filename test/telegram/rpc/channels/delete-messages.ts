import { Api } from 'telegram'
import { deleteInGroup } from '../../world/change-message'
import { findGroup, forbidden } from '../messages/find-peer'
import { method } from '../method'

/** core.telegram.org/method/channels.deleteMessages. @throws MESSAGE_DELETE_FORBIDDEN for others' messages without the right. */
export const deleteMessages = method(Api.channels.DeleteMessages, 'signed-in', (call, request) => {
  const { group, member } = findGroup(call, request.channel)
  const mayAll = member.role === 'creator' || member.rights?.deleteMessages === true
  const isForeign = request.id.some((id) => (group.messages.get(id)?.from ?? call.me.id) !== call.me.id)
  if (isForeign && !mayAll) throw forbidden('MESSAGE_DELETE_FORBIDDEN')
  const event = deleteInGroup(call.world, group, call.me.id, request.id, call.session)
  return new Api.messages.AffectedMessages({ pts: group.pts, ptsCount: event?.ptsCount ?? 0 })
})
