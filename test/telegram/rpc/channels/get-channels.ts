import { Api } from 'telegram'
import { tlGroup } from '../../view/peers'
import { findAnyGroup } from '../messages/find-peer'
import { method } from '../method'

/** core.telegram.org/method/channels.getChannels */
export const getChannels = method(Api.channels.GetChannels, 'signed-in', (call, request) => {
  const chats = request.id.map((input) => tlGroup(findAnyGroup(call, input), call.me.id))
  return new Api.messages.Chats({ chats })
})
