import { type Clock, machineClock } from '../clock'
import { Random } from '../random'
import { badRequest } from '../rpc-error'
import type { Account } from './account'
import type { BasicGroup } from './basic-group'
import type { ChatEvent, Passing, Sequence, WorldEvent } from './events'
import type { Group } from './group'
import type { Pressed } from './press-button'

/**
 * Everybody and everything on this Telegram: plain data and a few lists. Verbs
 * that change it are functions in files of their own beside this one; each ends
 * in {@link World.count} or {@link World.tell}, which is how clients hear of it.
 */
export class World {
  readonly accounts = new Map<number, Account>()
  readonly groups = new Map<number, Group>()
  readonly basicGroups = new Map<number, BasicGroup>()
  /** Buttons that were pressed, by the number of the query. */
  readonly pressed = new Map<bigint, Pressed>()
  /** Bot tokens that were good once. */
  readonly spentTokens = new Set<string>()
  readonly clock: Clock
  readonly random: Random
  private readonly listeners: ((event: WorldEvent, origin: unknown) => void)[] = []

  constructor(options: { readonly clock?: Clock; readonly seed?: number } = {}) {
    this.clock = options.clock ?? machineClock
    this.random = new Random(options.seed ?? 1)
  }

  /** @param listener hears of every change, at once and in order. */
  listen(listener: (event: WorldEvent, origin: unknown) => void): void {
    this.listeners.push(listener)
  }

  account(userId: number): Account {
    const account = this.accounts.get(userId)
    if (account === undefined) throw badRequest('USER_ID_INVALID')
    return account
  }

  group(groupId: number): Group {
    const group = this.groups.get(groupId)
    if (group === undefined) throw badRequest('CHANNEL_INVALID')
    return group
  }

  byPhone(phone: string): Account | undefined {
    const digits = phone.replace(/\D/g, '')
    return [...this.accounts.values()].find((account) => account.phone === digits)
  }

  basicGroup(id: number): BasicGroup {
    const group = this.basicGroups.get(id)
    if (group === undefined) throw badRequest('CHAT_ID_INVALID')
    return group
  }

  byUsername(username: string): Account | Group | undefined {
    const wanted = username.toLowerCase()
    const all = [...this.accounts.values(), ...this.groups.values()]
    return all.find((each) => each.username?.toLowerCase() === wanted)
  }

  /**
   * Adds one event to a sequence, gives it its pts, and tells everyone.
   *
   * @param origin the session that caused it: it gets the event as its answer, not as an update.
   */
  count(
    sequence: Sequence,
    by: number,
    change: ChatEvent['change'],
    options: { readonly ptsCount?: number; readonly origin?: unknown } = {},
  ): ChatEvent {
    const ptsCount = options.ptsCount ?? 1
    const at = this.clock.now()
    const owner = sequence.kind === 'group' ? this.group(sequence.groupId) : this.account(sequence.userId).box
    owner.pts += ptsCount
    if ('lastEventAt' in owner) owner.lastEventAt = at
    const event: ChatEvent = { pts: owner.pts, ptsCount, at, by, change }
    owner.log.push(event)
    for (const listener of this.listeners) listener({ kind: 'counted', sequence, event }, options.origin)
    return event
  }

  /** News without pts for some people; all but typing is kept for `getDifference`. */
  tell(to: readonly number[], news: Passing, origin?: unknown): void {
    if (takesSeq(news)) {
      const at = this.clock.now()
      for (const userId of to) this.accounts.get(userId)?.seqLog.push({ at, news })
    }
    for (const listener of this.listeners) listener({ kind: 'passing', to, news }, origin)
  }
}

/**
 * Whether news without pts takes a number of seq, and is repeated by
 * `getDifference`. Typing and presence are not worth it; what counts in qts has
 * its own log.
 */
export function takesSeq(news: Passing): boolean {
  return !news.kind.startsWith('typing') && news.kind !== 'status' && news.kind !== 'bot-stopped'
}
