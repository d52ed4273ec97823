import { Api } from 'telegram'
import { badRequest } from '../../rpc-error'
import { readEntities } from '../../view/entities'
import { updatesOf } from '../../view/updates'
import { isBot } from '../../world/account'
import { editInBoxes, editInGroup, type NewText } from '../../world/change-message'
import type { Message } from '../../world/message'
import { type Call, method } from '../method'
import { botMarkup } from './bot-markup'
import { findPeer, forbidden } from './find-peer'
import { readMedia } from './read-media'
import { checkText } from './send'

const EDIT_LASTS_MS = 48 * 3600_000

/**
 * core.telegram.org/method/messages.editMessage. A bot that says nothing of
 * buttons takes them off; its messages with buttons may be changed for ever.
 */
export const editMessage = method(Api.messages.EditMessage, 'signed-in', (call, request) => {
  const { world, me, session } = call
  const peer = findPeer(call, request.peer)
  const message = (peer.kind === 'group' ? peer.group.messages : me.box.messages).get(request.id)
  if (message === undefined || message.action !== null) throw badRequest('MESSAGE_ID_INVALID')
  if (message.from !== me.id) throw forbidden('MESSAGE_AUTHOR_REQUIRED')
  const isOld = world.clock.now() - message.at > EDIT_LASTS_MS
  if (isOld && message.markup?.kind !== 'inline') throw badRequest('MESSAGE_EDIT_TIME_EXPIRED')
  const change = readChange(call, message, request)
  if (peer.kind === 'group') {
    const event = editInGroup(world, peer.group, me.id, message, change, session)
    return updatesOf(world, { kind: 'group', groupId: peer.group.id }, [event], me.id)
  }
  const event = editInBoxes(world, me.id, message, change, session)
  return updatesOf(world, { kind: 'box', userId: me.id }, event === null ? [] : [event], me.id)
})

/** @throws MESSAGE_NOT_MODIFIED if nothing of it is new */
function readChange(call: Call, message: Message, request: Api.messages.EditMessage): NewText {
  const media = request.media === undefined ? message.media : readMedia(call, request.media)
  const text = checkText(request.message ?? message.text, media)
  const entities = request.message === undefined ? message.entities : readEntities(request.entities, text)
  const markup = isBot(call.me) ? botMarkup(call, request.replyMarkup) : message.markup
  const hasNewMarkup = JSON.stringify(markup) !== JSON.stringify(message.markup)
  if (isSame(message, text, entities) && media === message.media && !hasNewMarkup) {
    throw badRequest('MESSAGE_NOT_MODIFIED')
  }
  return {
    text,
    entities,
    ...(media === null || media === message.media ? {} : { media }),
    ...(hasNewMarkup ? { markup } : {}),
  }
}

function isSame(message: Message, text: string, entities: Message['entities']): boolean {
  const plain = (list: Message['entities']) =>
    list.map((entity) => `${entity.kind} ${entity.offset} ${entity.length} ${entity.url ?? ''}`).join('\n')
  return message.text === text && plain(message.entities) === plain(entities)
}
