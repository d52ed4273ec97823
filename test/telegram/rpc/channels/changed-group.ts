import { Api } from 'telegram'
import { seconds } from '../../clock'
import { long } from '../../tl/values'
import { tlGroup } from '../../view/peers'
import type { Group } from '../../world/group'
import type { Call } from '../method'

/** The group as it is now, for who changed it; what members see of it comes as an update of its own. */
export function changedGroup({ world, me }: Call, group: Group): Api.Updates {
  return new Api.Updates({
    updates: [new Api.UpdateChannel({ channelId: long(group.id) })],
    users: [],
    chats: [tlGroup(group, me.id)],
    date: seconds(world.clock.now()),
    seq: 0,
  })
}
