import { Api } from 'telegram'
import { badRequest } from '../../rpc-error'
import { readEntities } from '../../view/entities'
import { updatesOf } from '../../view/updates'
import { editInGroup, editPrivate } from '../../world/change-message'
import type { Message } from '../../world/message'
import { method } from '../method'
import { findPeer, forbidden } from './find-peer'
import { checkText } from './send'

const EDIT_LASTS_MS = 48 * 3600_000

/** core.telegram.org/method/messages.editMessage */
export const editMessage = method(Api.messages.EditMessage, 'signed-in', (call, request) => {
  const { world, me, session } = call
  const peer = findPeer(call, request.peer)
  const message = (peer.kind === 'group' ? peer.group.messages : me.box.messages).get(request.id)
  if (message === undefined || message.action !== null) throw badRequest('MESSAGE_ID_INVALID')
  if (message.from !== me.id) throw forbidden('MESSAGE_AUTHOR_REQUIRED')
  if (world.clock.now() - message.at > EDIT_LASTS_MS) throw badRequest('MESSAGE_EDIT_TIME_EXPIRED')
  const text = checkText(request.message ?? message.text, message.media)
  const entities = readEntities(request.entities, text)
  if (isSame(message, text, entities)) throw badRequest('MESSAGE_NOT_MODIFIED')
  if (peer.kind === 'group') {
    const event = editInGroup(world, peer.group, me.id, message, { text, entities }, session)
    return updatesOf(world, { kind: 'group', groupId: peer.group.id }, [event], me.id)
  }
  const event = editPrivate(world, me.id, message, { text, entities }, session)
  return updatesOf(world, { kind: 'box', userId: me.id }, event === null ? [] : [event], me.id)
})

function isSame(message: Message, text: string, entities: Message['entities']): boolean {
  const plain = (list: Message['entities']) =>
    list.map((entity) => `${entity.kind} ${entity.offset} ${entity.length} ${entity.url ?? ''}`).join('\n')
  return message.text === text && plain(message.entities) === plain(entities)
}
