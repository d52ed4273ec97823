import { type Account, isBot } from './account'
import { hasChat } from './box'
import type { Passing } from './events'
import type { World } from './world'

/** Tells oneself and all who know one. Bots learn of changes with the next message only. */
function announce(world: World, account: Account, news: Passing): void {
  const others = [...world.accounts.values()].filter(
    (other) => other !== account && !isBot(other) && knows(world, other, account),
  )
  world.tell([account.id, ...others.map(({ id }) => id)], news)
}

function knows(world: World, one: Account, other: Account): boolean {
  if (hasChat(one, other.id)) return true
  return [...world.groups.values()].some(({ members }) => members.has(one.id) && members.has(other.id))
}

/** Another name, as from the settings of one's phone. */
export function rename(world: World, account: Account, firstName: string, lastName: string | null): void {
  account.firstName = firstName
  account.lastName = lastName
  announce(world, account, { kind: 'user-renamed', userId: account.id })
}

/** Another username, or none. */
export function changeUsername(world: World, account: Account, username: string | null): void {
  account.username = username
  announce(world, account, { kind: 'user-renamed', userId: account.id })
}

/** Lets everybody, some, or nobody see the phone number (core.telegram.org/api/privacy). */
export function showPhoneTo(world: World, account: Account, whom: Account['phoneShownTo']): void {
  account.phoneShownTo = whom
  announce(world, account, { kind: 'user-changed', userId: account.id })
}

/** The account is gone: what it wrote stays, its name does not (the flag `deleted` of a user). */
export function deleteAccount(world: World, account: Account): void {
  announce(world, account, { kind: 'user-changed', userId: account.id })
  account.isDeactivated = true
  account.username = null
  account.phone = null
  account.online = false
}

/** Blocks somebody, or takes it back. A bot hears of it by `updateBotStopped`, a person never. */
export function block(world: World, account: Account, other: Account, isBlocked: boolean): void {
  if (account.blocked.has(other.id) === isBlocked) return
  if (isBlocked) account.blocked.add(other.id)
  else account.blocked.delete(other.id)
  world.tell([account.id], { kind: 'peer-blocked', userId: other.id, blocked: isBlocked })
  if (!isBot(other)) return
  const news = { userId: account.id, stopped: isBlocked, qts: ++other.qts, at: world.clock.now() }
  other.qtsLog.push(news)
  world.tell([other.id], { kind: 'bot-stopped', ...news })
}
