import { Api } from 'telegram'
import { id } from '../../tl/values'
import { tlBasicGroup } from '../../view/peers'
import { method } from '../method'

/** core.telegram.org/method/messages.getChats: basic groups by their ids. @throws CHAT_ID_INVALID */
export const getChats = method(Api.messages.GetChats, 'signed-in', ({ world, me }, request) => {
  const chats = request.id.map((chatId) => tlBasicGroup(world, world.basicGroup(id(chatId)), me.id))
  return new Api.messages.Chats({ chats })
})
