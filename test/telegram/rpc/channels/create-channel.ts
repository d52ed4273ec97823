import { Api } from 'telegram'
import { badRequest } from '../../rpc-error'
import { addGroup } from '../../world/add-group'
import { method } from '../method'
import { changedGroup } from './changed-group'

const FIRST_NEW_ID = 1_600_000_001

/** core.telegram.org/method/channels.createChannel: supergroups, with or without topics; no broadcasts here. */
export const createChannel = method(Api.channels.CreateChannel, 'people', (call, request) => {
  const { world, me } = call
  if (request.broadcast === true) throw badRequest('CHANNELS_TOO_MUCH')
  if (request.title.trim() === '') throw badRequest('CHAT_TITLE_EMPTY')
  const id = Math.max(FIRST_NEW_ID, ...[...world.groups.keys()].map((known) => known + 1))
  const group = addGroup(world, { id, title: request.title, creator: me.id, isForum: request.forum === true })
  return changedGroup(call, group)
})
