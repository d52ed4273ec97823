import { Api } from 'telegram'
import { boxChat } from '../../world/box'
import { method } from '../method'
import { groupMessages, privateMessages } from './answer-messages'
import { boxRefOf, findPeer } from './find-peer'
import { slice } from './slice'

/** core.telegram.org/method/messages.getHistory */
export const getHistory = method(Api.messages.GetHistory, 'people', (call, request) => {
  const peer = findPeer(call, request.peer)
  if (peer.kind === 'group') {
    const all = [...peer.group.messages.values()]
    return groupMessages(call, peer.group, slice(all, request), all.length)
  }
  const ids = boxChat(call.me, boxRefOf(peer)).messageIds
  const all = ids.map((id) => call.me.box.messages.get(id)).filter((message) => message !== undefined)
  const found = slice(all, request)
  const [newest] = found
  const newer = newest && all.filter(({ id }) => id > newest.id).length
  return privateMessages(call, found, all.length, newer)
})
