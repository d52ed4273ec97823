import { newMember } from './add-group'
import type { Group } from './group'
import { postService } from './post'
import type { World } from './world'

/** Somebody joins by the group's link. */
export function join(world: World, group: Group, userId: number): void {
  if (group.members.has(userId)) return
  group.members.set(userId, newMember(group, userId, world.clock.now(), 'member', null))
  const creator = [...group.members.values()].find(({ role }) => role === 'creator')?.userId ?? userId
  postService(world, group, userId, { kind: 'joined-by-link', inviterId: creator }, group.isForum ? 1 : null)
  world.tell([userId], { kind: 'group-changed', groupId: group.id })
}

/** Somebody leaves, and hears nothing of the group from now on. */
export function leave(world: World, group: Group, userId: number): void {
  const member = group.members.get(userId)
  if (member === undefined) return
  postService(world, group, userId, { kind: 'member-left', userId }, group.isForum ? 1 : null)
  group.members.delete(userId)
  group.pastStays.push({ userId, fromPts: member.joinedPts, toPts: group.pts })
  world.tell([userId], { kind: 'group-changed', groupId: group.id })
}

/** Somebody brings others in. Those who are in already are passed over. */
export function addMembers(world: World, group: Group, by: number, userIds: readonly number[]): void {
  const fresh = userIds.filter((userId) => !group.members.has(userId))
  if (fresh.length === 0) return
  for (const userId of fresh) {
    group.members.set(userId, newMember(group, userId, world.clock.now(), 'member', null))
  }
  postService(world, group, by, { kind: 'members-added', userIds: fresh }, group.isForum ? 1 : null)
  world.tell(fresh, { kind: 'group-changed', groupId: group.id })
}
