import type { Api } from 'telegram'
import type { Account } from '../../../../src-preload/contract/session'
import { tl } from '../library'
import { newGroupMarks } from '../peers/group'
import type { Arrived, CommonUpdates } from './common-updates'
import { type Draft, deliveryMaxFacts } from './draft'
import type { GroupFollower } from './group-follower'
import { groupOfUpdate, isOfGroups } from './interpret'
import type { PrivateChats } from './private-chats'

/** More than this waits only while the desk can keep nothing; then it is asked for again from the marks instead. */
const inboxMax = 20_000

/** What reading what was pushed needs of the stream. */
export interface InboxRoom {
  readonly account: Account
  readonly common: CommonUpdates
  readonly privates: PrivateChats
  readonly marks: ReadonlyMap<string, string>
  /** Undefined for a group that is not followed. */
  group(groupId: string): GroupFollower | undefined
  /** Telegram is to be asked what happened in private. */
  needsCommon(): void
}

/** What Telegram pushed or answered and nobody has read yet, in the order it came; and whose each of it is. */
export class Inbox {
  private readonly waiting: Api.TypeUpdates[] = []

  constructor(private readonly room: InboxRoom) {}

  get size(): number {
    return this.waiting.length
  }

  get isEmpty(): boolean {
    return this.waiting.length === 0
  }

  /** False if it was too much: then all that waited is gone, and is to be asked for. */
  take(updates: Api.TypeUpdates): boolean {
    const isFull = this.waiting.length >= inboxMax
    if (isFull) this.waiting.length = 0
    this.waiting.push(updates)
    return !isFull
  }

  /** Reads all that waits, as far as it fits into a delivery. */
  async readAll(draft: Draft): Promise<void> {
    while (this.waiting.length > 0 && draft.facts.length < deliveryMaxFacts) {
      const container = this.waiting.shift()
      if (container) for (const arrived of this.open(container)) await this.read(arrived, draft)
    }
  }

  /** Reads what is of groups only; the rest stays. */
  async readGroups(draft: Draft): Promise<void> {
    const waiting = this.waiting.splice(0)
    for (const container of waiting)
      if (isOfGroups(container)) for (const arrived of this.open(container)) await this.read(arrived, draft)
    this.waiting.unshift(...waiting.filter((container) => !isOfGroups(container)))
  }

  /** Takes out what is not of groups only, still to be counted. */
  takePrivate(): Arrived[] {
    const waiting = this.waiting.splice(0)
    this.waiting.push(...waiting.filter(isOfGroups))
    return waiting.filter((container) => !isOfGroups(container)).flatMap((container) => this.open(container))
  }

  /** Puts an update in order, and adds what may be told now. */
  async read(arrived: Arrived, draft: Draft): Promise<void> {
    const { common, privates } = this.room
    const counted = common.count(arrived)
    if (!counted) return this.add(arrived, draft)
    if (counted.isAgain && privates.isOf(arrived)) draft.count('duplicates')
    for (const ready of counted.ready) await this.add(ready, draft)
  }

  /** Adds what an update says that is in order. */
  async add(arrived: Arrived, draft: Draft): Promise<void> {
    const { account, privates, group, needsCommon } = this.room
    const { update } = arrived
    if (account.kind === 'bot') this.meetGroups(arrived.chats, draft)
    if (update instanceof tl.UpdatePtsChanged) needsCommon()
    const groupId = groupOfUpdate(update)
    if (groupId === null) privates.add(arrived, draft)
    else await group(groupId)?.read(arrived, draft)
  }

  private open(container: Api.TypeUpdates): Arrived[] {
    const { common, privates, needsCommon } = this.room
    if (container instanceof tl.UpdateShortMessage && !privates.knows(container.userId.toString())) {
      needsCommon()
      return []
    }
    return common.open(container)
  }

  /** A bot may not list its groups: it knows those it heard of (telegram.md B.5). */
  private meetGroups(chats: readonly Api.TypeChat[], draft: Draft): void {
    const { account, marks, group } = this.room
    for (const { groupId, name, text } of newGroupMarks(chats, account.id, marks)) {
      draft.marks[name] = text
      group(groupId)?.check()
    }
  }
}
