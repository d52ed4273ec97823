import { Api } from 'telegram'
import { boxChat } from '../../world/box'
import type { Message } from '../../world/message'
import { method } from '../method'
import { groupMessages, privateMessages } from './answer-messages'
import { boxRefOf, findPeer } from './find-peer'
import { slice } from './slice'

/** core.telegram.org/method/messages.search: by words, kind, author and topic. */
export const search = method(Api.messages.Search, 'people', (call, request) => {
  const peer = findPeer(call, request.peer)
  const wanted = request.q.toLowerCase()
  const author = request.fromId === undefined ? null : findPeer(call, request.fromId)
  const topicId = request.topMsgId ?? null
  const fits = (message: Message) =>
    message.text.toLowerCase().includes(wanted) &&
    (author === null || (author.kind === 'private' && message.from === author.other.id)) &&
    (topicId === null || message.topicId === topicId) &&
    fitsFilter(request.filter, message)
  if (peer.kind === 'group') {
    const found = [...peer.group.messages.values()].filter(fits)
    return groupMessages(call, peer.group, slice(found, { ...request, offsetDate: 0 }), found.length)
  }
  const mine = boxChat(call.me, boxRefOf(peer)).messageIds.map((id) => call.me.box.messages.get(id))
  const found = mine.filter((message) => message !== undefined).filter(fits)
  return privateMessages(call, slice(found, { ...request, offsetDate: 0 }), found.length)
})

function fitsFilter(filter: Api.TypeMessagesFilter, message: Message): boolean {
  if (filter instanceof Api.InputMessagesFilterPhotos) return message.media?.kind === 'photo'
  if (filter instanceof Api.InputMessagesFilterDocument) return message.media?.kind === 'document'
  return true
}
