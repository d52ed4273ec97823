import { generalTopic } from './add-group'
import type { Group } from './group'
import type { World } from './world'

/** Switches topics on or off. What was written in topics stays, and so do the topics, for when they come back. */
export function toggleForum(
  world: World,
  group: Group,
  by: number,
  isForum: boolean,
  origin?: unknown,
): void {
  group.isForum = isForum
  if (isForum && !group.topics.has(1)) group.topics.set(1, generalTopic(by, world.clock.now()))
  world.tell([...group.members.keys()], { kind: 'group-changed', groupId: group.id }, origin)
}
