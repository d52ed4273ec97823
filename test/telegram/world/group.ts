import type { ChatEvent } from './events'
import type { Message } from './message'

/** What an administrator may do, as far as the desk cares (chatAdminRights). */
export interface AdminRights {
  readonly manageTopics: boolean
  readonly deleteMessages: boolean
  readonly inviteUsers: boolean
  readonly addAdmins: boolean
  readonly changeInfo: boolean
  readonly banUsers: boolean
  readonly pinMessages: boolean
}

export interface Member {
  readonly userId: number
  readonly joinedAt: number
  /** The group's pts at that moment: what came after it was seen. */
  readonly joinedPts: number
  role: 'creator' | 'admin' | 'member'
  rights: AdminRights | null
  rank: string | null
  /** Barred from writing (chatBannedRights.sendMessages). */
  isMuted: boolean
  /** Highest id read in each topic; in a group without topics, under 1. */
  readonly readMaxIds: Map<number, number>
  lastSentAt: number | null
}

/** A forum topic. Its id is that of the service message that made it; General is 1 (core.telegram.org/api/forum). */
export interface Topic {
  readonly id: number
  readonly by: number
  readonly at: number
  title: string
  readonly iconColor: number
  iconEmojiId: bigint | null
  isClosed: boolean
  isHidden: boolean
  isPinned: boolean
  isDeleted: boolean
  /** Ascending. */
  readonly messageIds: number[]
}

/** A supergroup, with or without topics. In TL it is a `channel` with `megagroup`. */
export interface Group {
  readonly id: number
  readonly accessHash: bigint
  title: string
  username: string | null
  readonly createdAt: number
  isForum: boolean
  /** Only admins who manage topics may open some (defaultBannedRights.manageTopics). */
  reservesTopics: boolean
  slowModeSeconds: number
  readonly members: Map<number, Member>
  /** Stays that are over, so that the record knows what was seen in them. */
  readonly pastStays: { readonly userId: number; readonly fromPts: number; readonly toPts: number }[]
  readonly messages: Map<number, Message>
  readonly topics: Map<number, Topic>
  nextMessageId: number
  pts: number
  readonly log: ChatEvent[]
  lastEventAt: number
  /** Nothing may be forwarded out of it. */
  forbidsForwards: boolean
  /** The basic group that it was before. */
  migratedFrom: number | null
}

export const ALL_RIGHTS: AdminRights = {
  manageTopics: true,
  deleteMessages: true,
  inviteUsers: true,
  addAdmins: true,
  changeInfo: true,
  banUsers: true,
  pinMessages: true,
}

export function mayManageTopics(member: Member): boolean {
  return member.role === 'creator' || member.rights?.manageTopics === true
}
