import { Api } from 'telegram'
import { method } from '../method'

/** core.telegram.org/method/account.updateStatus: those who share a group hear of it. */
export const updateStatus = method(Api.account.UpdateStatus, 'people', ({ world, me, session }, request) => {
  me.online = !request.offline
  const near = new Set<number>()
  for (const { members } of world.groups.values()) {
    if (members.has(me.id)) for (const userId of members.keys()) near.add(userId)
  }
  near.delete(me.id)
  world.tell([...near], { kind: 'status', userId: me.id, online: me.online }, session)
  return true
})
