import type { Api } from 'telegram'
import type { AccountHealth } from '../../../core/ports'
import { errorName, hidesGroup } from '../errors'
import { isMuted } from '../groups/problems'
import { long, tl } from '../library'
import type { Ask } from '../link/ask'
import { knownGroupOf, marks } from '../marks'

type GroupHealth = AccountHealth['groups'][number]

/** What examining needs of the account. */
export interface HealthRoom {
  readonly ask: Ask
  readonly accountId: string
  readonly isBot: boolean
  readonly apiId: number
  readonly marks: ReadonlyMap<string, string>
  readonly groupIds: readonly string[]
  /** Epoch ms. */
  now(): number
  /** Epoch ms; null while Telegram asks for no pause. */
  floodUntil(): number | null
}

/** A session that was active this long ago still counts as another desk at work. */
const activeMs = 3_600_000

/** How the account does at Telegram, in facts. What cannot be found out is null, and keeps nothing else from it. */
export async function examine(room: HealthRoom): Promise<AccountHealth> {
  const asked = room.now()
  const me = await orNull(room.ask(new tl.users.GetUsers({ id: [new tl.InputUserSelf()] })))
  const self = me?.[0] instanceof tl.User ? me[0] : null
  const skew = await clockSkew(room, asked)
  const groups: GroupHealth[] = []
  for (const id of room.groupIds) groups.push(await examineGroup(id, room))
  return {
    // The flag says that the bot sees everything; without it privacy mode is on (core.telegram.org/constructor/user).
    privacyMode: room.isBot && self ? self.botChatHistory !== true : null,
    groups,
    clockSkewMs: skew,
    otherDesks: room.isBot ? null : await otherDesks(room),
    floodUntil: room.floodUntil(),
    isRestricted: self ? self.restricted === true : null,
  }
}

async function examineGroup(id: string, room: HealthRoom): Promise<GroupHealth> {
  const unknown: GroupHealth = {
    id,
    isMember: null,
    type: null,
    hasTopics: null,
    isAdmin: null,
    mayPost: null,
    ...{ mayManageTopics: null, mayOpenTopics: null },
    slowModeSeconds: null,
  }
  const known = knownGroupOf(room.marks.get(marks.group(room.accountId, id)))
  if (!known) return { ...unknown, isMember: false }
  const channel = new tl.InputChannel({ channelId: long(id), accessHash: long(known.accessHash) })
  try {
    const full = await room.ask(new tl.channels.GetFullChannel({ channel }))
    const chat = full.chats.find((one) => one.id.toString() === id)
    if (!(chat instanceof tl.Channel)) return { ...unknown, isMember: false }
    const slow = full.fullChat instanceof tl.ChannelFull ? (full.fullChat.slowmodeSeconds ?? 0) : null
    return { ...unknown, ...healthOf(chat), slowModeSeconds: slow }
  } catch (error) {
    return hidesGroup(error) ? { ...unknown, isMember: false } : unknown
  }
}

function healthOf(chat: Api.Channel): Omit<GroupHealth, 'id' | 'slowModeSeconds'> {
  const isCreator = chat.creator === true
  // The library gives null for what is absent, whatever its types say.
  const isAdmin = isCreator || Boolean(chat.adminRights)
  const mayManageTopics = isCreator || chat.adminRights?.manageTopics === true
  // A default right lets everybody open topics and manage their own, never those of others.
  const everyoneOpens = chat.defaultBannedRights?.manageTopics === false
  return {
    isMember: chat.left !== true,
    type: chat.megagroup ? 'supergroup' : 'channel',
    hasTopics: chat.forum === true,
    isAdmin,
    mayPost: isAdmin || !isMuted(chat),
    mayManageTopics,
    mayOpenTopics: mayManageTopics || everyoneOpens,
  }
}

/** This computer's clock ahead of Telegram's, ms; Telegram tells whole seconds, so half of one is taken as read. */
async function clockSkew(room: HealthRoom, asked: number): Promise<number | null> {
  const config = await orNull(room.ask(new tl.help.GetConfig()))
  if (!config) return null
  const middle = (asked + room.now()) / 2
  return Math.round(middle - (config.date * 1000 + 500))
}

async function otherDesks(room: HealthRoom): Promise<number | null> {
  const found = await orNull(room.ask(new tl.account.GetAuthorizations()))
  if (!found) return null
  const since = (room.now() - activeMs) / 1000
  return found.authorizations.filter(
    ({ current, apiId, dateActive }) => current !== true && apiId === room.apiId && dateActive >= since,
  ).length
}

/** Null for what Telegram does not tell this account; a broken link is told as such. */
async function orNull<T>(answer: Promise<T>): Promise<T | null> {
  try {
    return await answer
  } catch (error) {
    if (errorName(error) === null) throw error
    return null
  }
}
