import { Api } from 'telegram'
import { seconds } from '../../clock'
import { badRequest } from '../../rpc-error'
import { long } from '../../tl/values'
import { tlGroup } from '../../view/peers'
import { addGroup } from '../../world/add-group'
import { method } from '../method'

const FIRST_NEW_ID = 1_600_000_001

/** core.telegram.org/method/channels.createChannel: supergroups, with or without topics; no broadcasts here. */
export const createChannel = method(Api.channels.CreateChannel, 'people', (call, request) => {
  const { world, me } = call
  if (request.broadcast === true) throw badRequest('CHANNELS_TOO_MUCH')
  if (request.title.trim() === '') throw badRequest('CHAT_TITLE_EMPTY')
  const id = Math.max(FIRST_NEW_ID, ...[...world.groups.keys()].map((known) => known + 1))
  const group = addGroup(world, { id, title: request.title, creator: me.id, isForum: request.forum === true })
  return new Api.Updates({
    updates: [new Api.UpdateChannel({ channelId: long(group.id) })],
    users: [],
    chats: [tlGroup(group, me.id)],
    date: seconds(world.clock.now()),
    seq: 0,
  })
})
