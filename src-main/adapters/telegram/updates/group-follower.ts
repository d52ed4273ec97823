import type { Account } from '../../../../src-preload/contract/session'
import type { Clock, Log } from '../../../core/ports'
import { hidesGroup } from '../errors'
import { findGroups } from '../groups/groups'
import { tl } from '../library'
import type { Ask } from '../link/ask'
import { marks } from '../marks'
import { groupPeer } from '../peers/group'
import { catchUpChannel } from './catch-up-channel'
import type { Arrived } from './common-updates'
import { Draft } from './draft'
import type { GroupReading } from './group-reading'
import { readHistory, readTeam } from './import-group'
import { addUpdate, type Followed, typistOf } from './interpret'
import type { Keeper } from './keeper'
import type { RandomIds } from './random-ids'
import { readNewest } from './read-by-number'
import { Sequence } from './sequence'
import { learnTopic } from './topics'

/** What following a group needs of the stream it is part of. */
export interface GroupRoom {
  readonly account: Account
  /** Waits for as long as Telegram asks to. */
  readonly ask: Ask
  readonly keeper: Keeper
  readonly randomIds: RandomIds
  readonly clock: Clock
  readonly log: Log
  /** Keeps a draft together with how far everything was read. */
  keep(draft: Draft): Promise<void>
  behindChanged(behind: number | null): void
  /** Whether this account has access to the group. */
  isInGroupChanged(groupId: string, isInGroup: boolean): void
  typing(chatId: string, topicId: number, personId: string): void
}

/** Reads one group whose topics are tickets, and knows how far: by its own pts (core.telegram.org/api/updates). */
export class GroupFollower {
  private pts: Sequence<Arrived>
  private readonly followed: Followed
  private needsNews = true
  private needsTeam = true
  /** Something was missed and is not wholly read yet. */
  private isMissing = false

  constructor(
    readonly groupId: string,
    private readonly room: GroupRoom,
  ) {
    this.followed = this.followedAs()
    this.pts = new Sequence(this.markedPts())
  }

  get hasGap(): boolean {
    return this.pts.hasGap
  }

  /** There is something to ask Telegram for. */
  get hasWork(): boolean {
    return this.needsNews || this.needsTeam
  }

  /** Asks, when its turn comes, whether anything was missed. */
  check(): void {
    this.needsNews = true
  }

  /** Forgets what was read but not kept. */
  restart(): void {
    this.pts = new Sequence(this.markedPts())
    this.needsNews = true
  }

  /** Says in a draft how far the group was read. */
  mark(draft: Draft): void {
    if (this.pts.local !== null && !draft.isEmpty) draft.marks[this.markName] = String(this.pts.local)
  }

  /** Reads all of a group that is needed to begin, and only then says so by its pts mark. */
  async begin(): Promise<void> {
    const { room } = this
    const reading = this.reading()
    const full = await reading.ask(new tl.channels.GetFullChannel({ channel: reading.group.channel }))
    const pts = full.fullChat instanceof tl.ChannelFull ? full.fullChat.pts : 1
    await room.keeper.keep(await readTeam(reading, room.account))
    this.needsTeam = false
    // A group that was followed before goes on where it was left.
    const left = room.keeper.marks.get(this.markName)
    if (left === undefined) await (reading.isBot ? readNewest(reading, pts) : readHistory(reading))
    this.pts = new Sequence<Arrived>(Number(left ?? pts))
    const draft = new Draft()
    draft.marks[this.markName] = String(left ?? pts)
    await room.keeper.keep(draft)
    this.needsNews = true
    room.isInGroupChanged(this.groupId, true)
  }

  /** Asks Telegram for one thing that is needed. A group that is not to be seen any more is told as such. */
  async step(): Promise<void> {
    try {
      if (this.needsNews) {
        this.needsNews = false
        if (await this.reaches()) await this.catchUp()
      } else {
        this.needsTeam = false
        if (this.isKnown) await this.room.keeper.keep(await readTeam(this.reading(), this.room.account))
      }
    } catch (error) {
      if (!hidesGroup(error)) throw error
      this.lose()
    }
  }

  /** Takes an update about this group. */
  async read(arrived: Arrived, draft: Draft): Promise<void> {
    const { update } = arrived
    if (update instanceof tl.UpdateChannelTooLong) this.needsNews = true
    else if (update instanceof tl.UpdateChannel || update instanceof tl.UpdateChannelParticipant) {
      // Rights changed, or this account came in or was put out: asking tells.
      this.needsNews = true
      this.needsTeam = true
    } else if (update instanceof tl.UpdateChannelUserTyping) {
      const typist = typistOf(update)
      if (typist) this.room.typing(this.groupId, update.topMsgId ?? 1, typist)
    } else if ('pts' in update && 'ptsCount' in update) {
      const isAgain = this.pts.hasSeen(update.pts, update.ptsCount)
      if (isAgain && update instanceof tl.UpdateNewChannelMessage) draft.count('duplicates')
      for (const next of this.pts.offer(update.pts, update.ptsCount, arrived)) await this.add(next, draft)
    } else await this.add(arrived, draft)
  }

  private async add(arrived: Arrived, draft: Draft): Promise<void> {
    draft.meet(arrived.users, arrived.chats)
    await addUpdate(arrived.update, draft, this.followed)
  }

  private async catchUp(): Promise<void> {
    const { room } = this
    const from = this.markedPts()
    if (from === null) return this.begin()
    await catchUpChannel(this.reading(), from, {
      behind: (behind) => room.behindChanged(behind),
      keep: async (draft, pts) => {
        this.countMissed(draft)
        const released = this.pts.restart(pts)
        draft.marks[this.markName] = String(pts)
        for (const arrived of released) await this.add(arrived, draft)
        await room.keep(draft)
      },
      missed: (draft) => this.countMissed(draft),
    })
    if (this.isMissing) {
      this.isMissing = false
      const end = new Draft()
      end.count('gapsClosed')
      await room.keep(end)
    }
    room.isInGroupChanged(this.groupId, true)
  }

  private countMissed(draft: Draft): void {
    if (draft.facts.length === 0) return
    draft.count('recovered', draft.messages)
    if (!this.isMissing) draft.count('gapsFound')
    this.isMissing = true
  }

  /** Another account may have chosen the group: then this one has to find its own way to it first. */
  private async reaches(): Promise<boolean> {
    if (this.isKnown) return true
    const { room } = this
    const draft = new Draft()
    const found = await findGroups(room.ask, room.account, room.keeper.marks)
    for (const [name, text] of found.marks) draft.marks[name] = text
    await room.keeper.keep(draft)
    if (!this.isKnown) this.lose()
    return this.isKnown
  }

  private lose(): void {
    this.needsNews = false
    this.needsTeam = false
    this.room.log.warn('the account is not in the group that is followed')
    this.room.isInGroupChanged(this.groupId, false)
  }

  private get isKnown(): boolean {
    return this.room.keeper.marks.has(marks.group(this.room.account.id, this.groupId))
  }

  private reading(): GroupReading {
    const { ask, keeper, account } = this.room
    return {
      ask,
      group: groupPeer(keeper.marks, account.id, this.groupId),
      followed: this.followed,
      keeper,
      isBot: account.kind === 'bot',
    }
  }

  private readonly knowsTopic = (topicId: number, draft: Draft): boolean => {
    const name = marks.topic(this.groupId, topicId)
    return name in draft.marks ? draft.marks[name] !== null : this.room.keeper.marks.has(name)
  }

  /** Made once: it is asked for with every message. */
  private followedAs(): Followed {
    const { groupId, room } = this
    const newest = marks.newest(groupId)
    return {
      groupId,
      reader: { selfId: room.account.id, randomIdOf: (number) => room.randomIds.of(groupId, number) },
      now: () => room.clock.now(),
      newest: () => Number(room.keeper.marks.get(newest) ?? 0),
      knowsTopic: this.knowsTopic,
      meetTopic: async (topicId, draft) => {
        if (!this.knowsTopic(topicId, draft)) await learnTopic(topicId, this.reading(), draft)
      },
    }
  }

  private get markName(): string {
    return marks.channel(this.groupId)
  }

  private markedPts(): number | null {
    const text = this.room.keeper.marks.get(this.markName)
    return text === undefined ? null : Number(text)
  }
}
