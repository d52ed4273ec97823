import type { AdminRights, Group, Member, Topic } from './group'
import { ALL_RIGHTS } from './group'
import { postService } from './post'
import type { World } from './world'

export interface NewGroup {
  readonly id: number
  readonly title: string
  readonly creator: number
  readonly isForum?: boolean
  readonly username?: string
  readonly admins?: ReadonlyMap<number, AdminRights> | Readonly<Record<number, AdminRights>>
  readonly members?: readonly number[]
  /** Without the message that tells of its creation: a group that was a basic one has another. */
  readonly isEmpty?: boolean
}

/** A supergroup with its first message, as it is after somebody created it. */
export function addGroup(world: World, details: NewGroup): Group {
  const at = world.clock.now()
  const group: Group = {
    id: details.id,
    accessHash: world.random.big(),
    title: details.title,
    username: details.username ?? null,
    createdAt: at,
    isForum: details.isForum ?? false,
    reservesTopics: false,
    slowModeSeconds: 0,
    members: new Map(),
    pastStays: [],
    messages: new Map(),
    topics: new Map(),
    nextMessageId: 1,
    pts: 1,
    log: [],
    lastEventAt: at,
    forbidsForwards: false,
    migratedFrom: null,
  }
  world.groups.set(group.id, group)
  group.members.set(details.creator, newMember(group, details.creator, at, 'creator', ALL_RIGHTS))
  for (const [userId, rights] of Object.entries(details.admins ?? {})) {
    group.members.set(Number(userId), newMember(group, Number(userId), at, 'admin', rights as AdminRights))
  }
  for (const userId of details.members ?? [])
    group.members.set(userId, newMember(group, userId, at, 'member', null))
  if (group.isForum) group.topics.set(1, generalTopic(details.creator, at))
  const action = { kind: 'group-created', title: group.title } as const
  if (details.isEmpty !== true) postService(world, group, details.creator, action, group.isForum ? 1 : null)
  return group
}

export function newMember(
  group: Group,
  userId: number,
  joinedAt: number,
  role: Member['role'],
  rights: AdminRights | null,
): Member {
  return {
    userId,
    joinedAt,
    joinedPts: group.pts,
    role,
    rights,
    rank: null,
    isMuted: false,
    readMaxIds: new Map(),
    lastSentAt: null,
  }
}

/** Every forum has it; it has no message of its own, and its id is 1. */
export function generalTopic(by: number, at: number): Topic {
  return {
    id: 1,
    by,
    at,
    title: 'General',
    iconColor: 0x6fb9f0,
    iconEmojiId: null,
    isClosed: false,
    isHidden: false,
    isPinned: false,
    isDeleted: false,
    messageIds: [],
  }
}
