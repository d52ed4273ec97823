import type { FollowedGroup } from '../../../src-preload/contract/account'
import { changeOf } from '../outbox/changes'
import { mayBeThere } from '../outbox/entries'
import type { OutboxEntry } from '../outbox/entry'
import { noteFailure } from '../outbox/fate'
import { stopSending } from '../outbox/stop-sending'
import { groupOf, staffGroupOf } from '../people/accounts'
import { isMe } from '../people/names'
import { Refusal } from '../refusal'
import type { Course } from './course'
import type { TelegramFact } from './facts'
import type { IntentOf } from './intents'
import type { DeskState } from './state'

/** Someone signed in. The same account again is no news. */
export function signIn(course: Course, { account }: IntentOf<'sign-in'>): void {
  const now = course.state.accounts.find(({ id }) => id === account.id)
  if (now?.name === account.name && now.username === account.username && now.kind === account.kind) return
  course.happen({ kind: 'signed-in', account })
}

/**
 * The account left. Tickets stay. Who is thrown out by Telegram still sits at the desk: what they write
 * meanwhile is theirs, and goes out when they are back.
 */
export function signOut(course: Course, { reason, accountId }: IntentOf<'sign-out'>): void {
  if (reason === 'by-agent' && isMe(course.state, accountId))
    course.happen({ kind: 'signed-out', reason, accountId })
}

/**
 * Follows a group: its topics are tickets, or a bot's private chats are copied into it.
 *
 * @throws {@link Refusal} `not-found` for an account that is not signed in; `not-allowed` for a staff group of a
 * personal account, for a second one of a bot, and for another use of a group that is followed already, where one of the two is the staff's: what
 * is copied into it is for the team only.
 */
export function followGroup(course: Course, { group }: IntentOf<'follow-group'>): void {
  const { state } = course
  const account = state.accounts.find(({ id }) => id === group.accountId)
  if (!account) throw new Refusal('not-found', 'This account is not signed in.', { field: 'accountId' })
  if (group.role === 'staff' && account.kind !== 'bot')
    throw new Refusal('not-allowed', 'Only a bot copies its private chats into a group.', { field: 'role' })
  const other = group.role === 'staff' ? staffGroupOf(state, account.id) : null
  if (other && other.id !== group.id)
    throw new Refusal('not-allowed', `${account.name} copies into ${other.title}. Leave that group first.`)
  const now = groupOf(state, group.id)
  if (now && isStaffs(now, group))
    throw new Refusal('not-allowed', `${now.title} is followed in another way. Leave it first.`, {
      field: 'role',
    })
  const isSame = now?.title === group.title && now.accountId === group.accountId && now.role === group.role
  if (now && now.accountId !== group.accountId) letGo(course, group.id, mayDouble)
  if (!isSame) course.happen({ kind: 'group-followed', group })
}

/** Whether the staff group would become something else, or a group of customers the staff's. */
function isStaffs(now: FollowedGroup, then: FollowedGroup): boolean {
  if (now.role !== then.role) return true
  return now.role === 'staff' && now.accountId !== then.accountId
}

/** Lets go of a group. Its tickets stay; what waits to go into it says that it was not sent. */
export function leaveGroup(course: Course, { groupId }: IntentOf<'leave-group'>): void {
  if (!groupOf(course.state, groupId)) return
  letGo(course, groupId, () => true)
  course.happen({ kind: 'group-left', groupId })
}

/**
 * A group goes on under another id (T8). What may have arrived in the old one is not sent into the new one by itself:
 * nobody knows whether Telegram takes it for the same there. What was to change a message of the old one cannot.
 */
export function moveGroup(
  course: Course,
  { from, to }: Extract<TelegramFact, { kind: 'group-migrated' }>,
): void {
  if (!groupOf(course.state, from)) return
  for (const entry of waitingFor(course.state, from)) {
    const perhaps = entry.kind === 'reply' && mayBeThere(entry)
    if (!perhaps && !changeOf(entry)) continue
    const reason = perhaps
      ? 'Perhaps sent before this group became another one at Telegram. Look in the old one.'
      : 'This group became another one at Telegram. The message stayed in the old one.'
    noteFailure(course, { kind: 'note-failure', outboxId: entry.id, reason, uncertain: perhaps })
  }
  course.happen({ kind: 'group-migrated', from, to })
}

/** What waits to go to a group, of what is chosen, does so no more. Copies into a staff group go with the group. */
function letGo(course: Course, groupId: string, isChosen: (entry: OutboxEntry) => boolean): void {
  const entries = waitingFor(course.state, groupId).filter(isChosen)
  stopSending(course, entries, 'The group was left.')
}

function waitingFor({ outbox }: DeskState, groupId: string): readonly OutboxEntry[] {
  return [...outbox.values()]
    .filter(({ chatId, isMirror }) => chatId === groupId && !isMirror)
    .sort((one, other) => one.seq - other.seq)
}

/** Whether Telegram would take an entry a second time from another account: random_ids are each account's own. */
function mayDouble(entry: OutboxEntry): boolean {
  const isRepeatable = entry.kind === 'topic-task' && typeof entry.task === 'string'
  return entry.state.kind === 'attempted' && !isRepeatable
}
