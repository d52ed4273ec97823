import { Api } from 'telegram'
import { readTopic } from '../../world/read'
import { findGroup } from '../messages/find-peer'
import { method } from '../method'

/** core.telegram.org/method/channels.readHistory: a whole group, or General of a forum. */
export const readHistory = method(Api.channels.ReadHistory, 'people', (call, request) => {
  const { group, member } = findGroup(call, request.channel)
  const maxId = request.maxId > 0 ? request.maxId : group.nextMessageId - 1
  readTopic(call.world, group, member, 1, maxId, call.session)
  return true
})
