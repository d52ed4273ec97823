import { Api } from 'telegram'
import { given } from '../../tl/values'
import { groupPeer } from '../../view/peers'
import { maySee } from '../../world/may-see'
import { groupMessages } from '../messages/answer-messages'
import { findGroup } from '../messages/find-peer'
import { messageIds } from '../messages/get-messages'
import { method } from '../method'

/** core.telegram.org/method/channels.getMessages. What is gone, or not for this bot, comes back as `messageEmpty`, in its place. */
export const getMessages = method(Api.channels.GetMessages, 'signed-in', (call, request) => {
  const { group } = findGroup(call, request.channel)
  const ids = messageIds(request.id)
  const known = ids.map((id) => group.messages.get(id)).filter((message) => message !== undefined)
  const found = known.filter((message) => maySee(call.me, group, message))
  const answer = groupMessages(call, group, found, ids.length)
  const byId = new Map(answer.messages.map((message) => [message.id, message]))
  answer.messages = ids.map(
    (id) => byId.get(id) ?? new Api.MessageEmpty(given({ id, peerId: groupPeer(group.id) })),
  )
  return answer
})
