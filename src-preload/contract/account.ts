import { z } from 'zod'
import type { Account } from './session'
import type { Link } from './status'

/**
 * What a group is to the desk. `public`: customers write in its topics. `staff`: only the team is in it; the bot
 * copies its private chats into its topics, so that customers never see each other (T10, R170).
 */
export const groupRoles = ['public', 'staff'] as const
export type GroupRole = (typeof groupRoles)[number]

/** A group the desk follows, and the account that reads it. */
export interface FollowedGroup {
  readonly id: string
  readonly title: string
  readonly accountId: string
  readonly role: GroupRole
}

/** Private chats of a personal account that the desk may read: those the agent chose, or by rule (R29). */
export const chatRules = ['chosen', 'strangers'] as const
export type ChatRule = (typeof chatRules)[number]

/** A private chat the desk follows. */
export interface FollowedChat {
  readonly accountId: string
  readonly personId: string
  readonly name: string
  readonly conversationId: string
}

/** One of the accounts this desk is signed in with, and how its link does. */
export interface AccountView {
  readonly account: Account
  readonly link: Link
  /** Epoch ms; null before anything was heard. */
  readonly lastHeardAt: number | null
  readonly groups: readonly FollowedGroup[]
  readonly chats: readonly FollowedChat[]
}

/** A private chat of a personal account, offered to be followed. Read on demand, kept nowhere. */
export interface ChatOption {
  readonly personId: string
  readonly name: string
  readonly username: string | null
  readonly isFollowed: boolean
}

const accountId = z.string().min(1).max(32)
const personId = z.string().min(1).max(64)
/** Names an account this desk is signed in with, by its Telegram id. */
export const accountRef = z.strictObject({ accountId })
/** A group to follow, through which account, and who writes in it. */
export const followGroupInput = z.strictObject({
  accountId,
  groupId: z.string().min(1).max(32),
  role: z.enum(groupRoles),
})
/** A group that is followed, through whichever account. */
export const followedGroupRef = z.strictObject({ groupId: z.string().min(1).max(32) })
/** Private chats of a personal account by a part of a name or username; all for an empty text. */
export const chatSearchInput = z.strictObject({ accountId, text: z.string().trim().max(120) })
/** A private chat of an account, by who it is with. */
export const chatRef = z.strictObject({ accountId, personId })
