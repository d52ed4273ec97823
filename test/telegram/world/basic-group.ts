import { addGroup, newMember } from './add-group'
import type { Group } from './group'
import type { Action, Draft } from './message'
import { type Posted, postService } from './post'
import { putCopies } from './private'
import type { World } from './world'

/**
 * A small group of the older kind (core.telegram.org/api/channel#basic-groups):
 * no topics, and its messages lie in the boxes of its members, under another id
 * in each.
 */
export interface BasicGroup {
  readonly id: number
  title: string
  readonly creator: number
  readonly createdAt: number
  /** When each came in. */
  readonly members: Map<number, number>
  /** Grows with every change of who is in it. */
  version: number
  /** The supergroup it has become; from then on nobody writes here. */
  migratedTo: number | null
}

const FIRST_ID = 40_000_001
const FIRST_MIGRATED_ID = 1_600_000_001

interface Options {
  readonly id?: number
  readonly origin?: unknown
}

/** Begins a basic group, with the message that says so in each box. */
export function addBasicGroup(
  world: World,
  by: number,
  title: string,
  userIds: readonly number[],
  options: Options = {},
): { readonly group: BasicGroup; readonly posted: Posted } {
  const id = options.id ?? Math.max(FIRST_ID, ...[...world.basicGroups.keys()].map((known) => known + 1))
  const createdAt = world.clock.now()
  const members = new Map([by, ...userIds].map((userId) => [userId, createdAt]))
  const group: BasicGroup = { id, title, creator: by, createdAt, members, version: 1, migratedTo: null }
  world.basicGroups.set(id, group)
  const action = { kind: 'basic-created', title, userIds: [...members.keys()] } as const
  return { group, posted: postInBasic(world, group, by, {}, { action, origin: options.origin }) }
}

/** Writes into a basic group: a copy in the box of every member, the author's first. */
export function postInBasic(
  world: World,
  group: BasicGroup,
  from: number,
  draft: Draft,
  options: { readonly origin?: unknown; readonly action?: Action } = {},
): Posted {
  const others = [...group.members.keys()].filter((userId) => userId !== from)
  const chat = { kind: 'basic', id: group.id } as const
  const owners = [from, ...others].map((userId) => ({ owner: world.account(userId), chat }))
  return putCopies(world, from, owners, draft, options)
}

/** Somebody is brought in. What was written before stays unknown to them. */
export function addToBasic(world: World, group: BasicGroup, by: number, userId: number, origin?: unknown) {
  group.members.set(userId, world.clock.now())
  group.version++
  const action = { kind: 'members-added', userIds: [userId] } as const
  return postInBasic(world, group, by, {}, { action, origin })
}

/** Somebody leaves or is put out; the message that tells it is the last they get. */
export function removeFromBasic(
  world: World,
  group: BasicGroup,
  by: number,
  userId: number,
  origin?: unknown,
) {
  const posted = postInBasic(world, group, by, {}, { action: { kind: 'member-left', userId }, origin })
  group.members.delete(userId)
  group.version++
  world.tell([userId], { kind: 'basic-changed', basicId: group.id })
  return posted
}

/**
 * The basic group becomes a supergroup (core.telegram.org/api/channel#migration):
 * another id, message ids from 1 on, and the old messages stay where they were.
 */
export function migrate(
  world: World,
  basic: BasicGroup,
  options: Options = {},
): { readonly group: Group; readonly posted: Posted } {
  const known = [...world.groups.keys()].map((groupId) => groupId + 1)
  const id = options.id ?? Math.max(FIRST_MIGRATED_ID, ...known)
  const { title, creator } = basic
  const group = addGroup(world, { id, title, creator, isEmpty: true })
  for (const userId of basic.members.keys()) {
    if (userId !== creator)
      group.members.set(userId, newMember(group, userId, group.createdAt, 'member', null))
  }
  group.migratedFrom = basic.id
  basic.migratedTo = id
  const action = { kind: 'migrated-to', groupId: id } as const
  const posted = postInBasic(world, basic, creator, {}, { action, origin: options.origin })
  postService(world, group, creator, { kind: 'migrated-from', title, basicId: basic.id }, null)
  world.tell([...basic.members.keys()], { kind: 'group-changed', groupId: id }, options.origin)
  return { group, posted }
}
