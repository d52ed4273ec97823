import { Api } from 'telegram'
import { badRequest } from '../../rpc-error'
import { messageId } from '../../tl/values'
import { fullName } from '../../world/account'
import type { Draft, Forward, Message } from '../../world/message'
import type { World } from '../../world/world'
import { method } from '../method'
import { findPeer } from './find-peer'
import { takeRandomId } from './random-id'
import { sendTo } from './send'

/**
 * core.telegram.org/method/messages.forwardMessages. `drop_author` makes new
 * messages of them; albums stay together. A topic is named by `top_msg_id`.
 *
 * @throws MESSAGE_IDS_EMPTY, MESSAGE_ID_INVALID, RANDOM_ID_INVALID, CHAT_FORWARDS_RESTRICTED
 */
export const forwardMessages = method(Api.messages.ForwardMessages, 'signed-in', (call, request) => {
  const { world, me } = call
  const source = findPeer(call, request.fromPeer)
  if (request.id.length === 0) throw badRequest('MESSAGE_IDS_EMPTY')
  if (request.id.length !== request.randomId.length) throw badRequest('RANDOM_ID_INVALID')
  if (source.kind === 'group' && source.group.forbidsForwards) throw badRequest('CHAT_FORWARDS_RESTRICTED')
  const shelf = source.kind === 'group' ? source.group.messages : me.box.messages
  const messages = request.id.map((id) => shelf.get(id))
  const top = request.topMsgId === undefined ? undefined : messageId(request.topMsgId)
  const place =
    top === undefined ? undefined : new Api.InputReplyToMessage({ replyToMsgId: top, topMsgId: top })
  return sendTo(call, request.toPeer, place ?? request.replyTo, () => {
    const drafts = forwarded(world, messages, request.dropAuthor !== true, request.dropMediaCaptions === true)
    return drafts.map((draft, i) => ({ draft, randomId: takeRandomId(call, request.randomId[i]) }))
  })
})

/** What messages say when they are forwarded. */
export function forwarded(
  world: World,
  messages: readonly (Message | undefined)[],
  namesAuthor: boolean,
  dropsCaptions = false,
): Draft[] {
  const albums = new Map<bigint, bigint>()
  return messages.map((message) => {
    if (message === undefined || message.action !== null) throw badRequest('MESSAGE_ID_INVALID')
    const { media, groupedId } = message
    if (groupedId !== null && !albums.has(groupedId)) albums.set(groupedId, world.random.big())
    const isBare = dropsCaptions && media !== null
    return {
      text: isBare ? '' : message.text,
      entities: isBare ? [] : message.entities,
      media,
      groupedId: groupedId === null ? null : (albums.get(groupedId) ?? null),
      forward: namesAuthor ? forwardOf(world, message) : null,
    }
  })
}

/** The first author stays named, however often it is passed on. */
function forwardOf(world: World, message: Message): Forward {
  if (message.forward !== null) return message.forward
  const author = world.account(message.from)
  const userId = author.hidesInForwards ? null : author.id
  return { userId, name: fullName(author), at: message.at }
}
