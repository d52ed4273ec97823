import type { Api } from 'telegram'
import type { TelegramFact } from '../../../core/desk/facts'
import type { Watch } from '../../../core/ports'
import { Unanswered } from '../deadline'
import { isUnanswered } from '../errors'
import { historyPage } from '../history/private-history'
import { tl } from '../library'
import type { Ask } from '../link/ask'
import { Rest } from '../link/rest'
import { markedState, marks } from '../marks'
import { userPeer } from '../peers/peer'
import { CommonCatchUp } from './catch-up-common'
import { CommonUpdates } from './common-updates'
import { Draft } from './draft'
import { ForgottenChats } from './forgotten-chats'
import { GroupFollower, type GroupRoom } from './group-follower'
import { Inbox } from './inbox'
import { Keeper, Stopped } from './keeper'
import { patiently } from './patient-ask'
import { PrivateChats } from './private-chats'
import { RandomIds } from './random-ids'
import type { StreamSetup } from './stream-setup'
import { Turns } from './turns'

/** How long a gap may take to fill by itself before it is asked for (core.telegram.org/api/updates). */
const gapPatienceMs = 500
/** A burst longer than this is told as "catching up". */
const burst = 200

/**
 * The one ordered, gap-free, deduplicated stream of all that is followed of an account (telegram.md B.2).
 * Everything pushed and every answer that is an update comes in through {@link take}; everything goes out through
 * one keeper, one delivery at a time, with the marks that say how far it was read. A step that fails changes
 * nothing: what was read is asked for again from the last mark.
 */
export class UpdateStream {
  private readonly inbox: Inbox
  private readonly common: CommonUpdates
  private readonly keeper: Keeper
  private readonly rest = new Rest()
  readonly randomIds = new RandomIds()
  private readonly room: GroupRoom
  private readonly groups = new Map<string, GroupFollower>()
  private readonly privates: PrivateChats
  private watched: Watch
  /** Groups this account is not in any more. */
  private readonly lost = new Set<string>()
  private readonly turns = new Turns(() => this.ring())
  /** Groups that somebody chose and waits for; they have a turn while the link is up. */
  private readonly chosen = new Turns(() => this.ring())
  private readonly commonCatchUp: CommonCatchUp
  private isUp = false
  private isStopped = false
  private needsCommon = true
  private gapTimer: ReturnType<typeof setTimeout> | null = null
  private readonly idleTimer: ReturnType<typeof setInterval>
  private ring: () => void = () => {}
  private readonly running: Promise<void>

  constructor(private readonly setup: StreamSetup) {
    this.watched = setup.watch
    this.keeper = new Keeper(setup.account.id, setup.marks, setup.listener, setup.log)
    this.common = new CommonUpdates(setup.account, () => markedState(this.keeper.marks, setup.account.id))
    this.idleTimer = setInterval(() => this.check(), setup.checkEveryMs)
    const { account, listener, clock, log } = setup
    this.room = {
      ...{ account, clock, log, keeper: this.keeper, randomIds: this.randomIds },
      ask: patiently(setup.ask, this.rest, {
        pauseAsked: (pauseMs) => setup.pauseAsked(pauseMs),
        isStopped: () => this.isStopped,
      }),
      keep: (draft) => this.keep(draft),
      behindChanged: (behind) => setup.behindChanged(behind),
      isInGroupChanged: (groupId, isInGroup) => {
        if (isInGroup) this.lost.delete(groupId)
        else this.lost.add(groupId)
        this.tellLost()
      },
      typing: (chatId, topicId, personId) => listener.typing(chatId, topicId, personId),
    }
    this.privates = new PrivateChats({
      ...{ account, clock, randomIds: this.randomIds, marks: this.keeper.marks, askNow: setup.ask },
      watch: () => this.watched,
      typing: this.room.typing,
      personChanged: (personId) => void this.readAnew(personId).catch(() => undefined),
    })
    this.inbox = new Inbox({
      ...{ account, common: this.common, privates: this.privates, marks: this.keeper.marks },
      group: (groupId) => this.groups.get(groupId),
      needsCommon: () => {
        this.needsCommon = true
      },
    })
    const { ask } = this.room
    const forgotten = new ForgottenChats({
      ...{ account, ask, marks: this.keeper.marks, privates: this.privates },
      watch: () => this.watched,
    })
    this.commonCatchUp = new CommonCatchUp({
      ...{ ask, forgotten, common: this.common },
      isFirst: () => !this.keeper.marks.has(this.commonName),
      add: (arrived, draft) => this.inbox.add(arrived, draft),
      read: (arrived, draft) => this.inbox.read(arrived, draft),
      keep: (draft, always) => this.keep(draft, always),
      takeInHand: () => this.inbox.takePrivate(),
      behindChanged: this.room.behindChanged,
      meanwhile: () => this.othersMeanwhile(),
    })
    this.watch(setup.watch)
    this.running = this.run()
  }

  /** Asks, and waits for as long as Telegram asks to. */
  get askPatiently(): Ask {
    return this.room.ask
  }

  /** From now on this is read; a group that is new is read from its last mark, or from its beginning. */
  watch(what: Watch): void {
    this.watched = what
    this.privates.watchChanged()
    const ids = new Set(what.groups.map(({ id }) => id))
    for (const id of [...this.groups.keys()]) {
      if (ids.has(id)) continue
      this.groups.delete(id)
      if (this.lost.delete(id)) this.tellLost()
    }
    for (const id of ids) if (!this.groups.has(id)) this.groups.set(id, new GroupFollower(id, this.room))
    this.ring()
  }

  /** The marks as the journal has them. */
  get marks(): ReadonlyMap<string, string> {
    return this.keeper.marks
  }

  /** Everything Telegram pushed or answered, in the order it came. */
  take(updates: Api.TypeUpdates): void {
    this.randomIds.see(updates)
    if (!this.inbox.take(updates)) this.check()
    if (this.inbox.size >= burst && this.inbox.size % 50 === 0) this.setup.behindChanged(this.inbox.size)
    this.ring()
  }

  /** The link is up: what was missed is asked for before anything else is believed. */
  linkUp(): void {
    this.isUp = true
    this.rest.cut()
    this.check()
  }

  linkDown(): void {
    this.isUp = false
    this.chosen.refuse(new Unanswered('The link broke before the group was read'))
  }

  /** Keeps marks that were found elsewhere, such as how to reach a group. */
  async remember(found: ReadonlyMap<string, string>): Promise<void> {
    await this.turns.take(async () => {
      const draft = new Draft()
      for (const [name, text] of found) draft.marks[name] = text
      await this.keeper.keep(draft)
    })
  }

  /** Asks Telegram whether anything was missed. */
  check(): void {
    for (const group of this.groups.values()) group.check()
    this.needsCommon = true
    this.ring()
  }

  /** Reads a group and follows it from now on. Resolves when its team, topics and history are durable. */
  async follow(groupId: string): Promise<void> {
    await this.chosen.take(async () => {
      const group = this.groups.get(groupId) ?? new GroupFollower(groupId, this.room)
      await group.begin()
      this.groups.set(groupId, group)
    })
  }

  /** The last messages of a private chat, as they were before the chat came to the desk. */
  async readContext(limit: number, peer: Api.InputPeerUser): Promise<void> {
    await this.turns.take(async () => {
      const found = await historyPage(peer, 0, 0, limit, this.room.ask)
      if (!found) return
      const draft = new Draft()
      draft.meet(found.users, [])
      for (const message of [...found.messages].sort((a, b) => a.id - b.id))
        this.privates.addMessage(message, found.users, draft, true)
      await this.keeper.keep(draft)
    })
  }

  /** Looks at a person again. If that fails they are told anew with their next message. */
  private async readAnew(personId: string): Promise<void> {
    await this.turns.take(async () => {
      const { userId, accessHash } = userPeer(this.keeper.marks, this.setup.account.id, personId)
      const id = [new tl.InputUser({ userId, accessHash })]
      const draft = new Draft()
      draft.meet(await this.room.ask(new tl.users.GetUsers({ id })), [])
      draft.speakOf(personId)
      await this.keeper.keep(draft)
    })
  }

  /** Something the desk found out by other ways than reading, such as that a bot was blocked. */
  async tell(fact: TelegramFact): Promise<void> {
    await this.turns.take(async () => {
      const draft = new Draft()
      draft.facts.push(fact)
      await this.keeper.keep(draft)
    })
  }

  async stop(): Promise<void> {
    this.isStopped = true
    clearInterval(this.idleTimer)
    if (this.gapTimer) clearTimeout(this.gapTimer)
    this.keeper.stop()
    this.rest.end()
    this.chosen.stop()
    this.turns.stop()
    this.ring()
    await this.running
  }

  private async run(): Promise<void> {
    for (let failures = 0; !this.isStopped; ) {
      try {
        if (!(await this.step())) {
          failures = 0
          if (this.isUp && !this.hasWork()) this.setup.behindChanged(null)
          await new Promise<void>((resolve) => {
            this.ring = resolve
            if (this.hasWork()) resolve()
          })
        }
      } catch (error) {
        if (error instanceof Stopped) return
        this.restartFromMarks()
        failures++
        await this.restAfter(error, failures)
      }
    }
  }

  private hasWork(): boolean {
    if (this.isStopped || !this.inbox.isEmpty || !this.turns.isEmpty) return true
    if (!this.isUp) return false
    return !this.chosen.isEmpty || this.needsCommon || this.groupAtWork() !== undefined
  }

  /** Does the next thing; false when there is none. */
  private async step(): Promise<boolean> {
    const group = this.groupAtWork()
    if (!this.turns.isEmpty) await this.turns.next()
    else if (this.isUp && !this.chosen.isEmpty) await this.chosen.next()
    else if (this.isUp && this.needsCommon) {
      this.needsCommon = false
      await this.commonCatchUp.run()
    } else if (this.isUp && group) await group.step()
    else if (!this.inbox.isEmpty) await this.readInbox()
    else return false
    return true
  }

  private groupAtWork(): GroupFollower | undefined {
    return [...this.groups.values()].find(({ hasWork }) => hasWork)
  }

  private async readInbox(): Promise<void> {
    const draft = new Draft()
    await this.inbox.readAll(draft)
    if (this.hasGap) this.awaitGap()
    await this.keep(draft)
  }

  private async keep(draft: Draft, always = false): Promise<void> {
    for (const group of this.groups.values()) group.mark(draft)
    const common = this.common.mark()
    if ((always || !draft.isEmpty) && common !== null) draft.marks[this.commonName] = common
    if (this.keeper.marks.has(marks.commonBefore) && !draft.isEmpty) draft.marks[marks.commonBefore] = null
    await this.keeper.keep(draft)
  }

  /** Reading long holds up neither groups nor what somebody waits for. Private messages wait: they come in order. */
  private async othersMeanwhile(): Promise<void> {
    if (!this.turns.isEmpty) await this.turns.next()
    const draft = new Draft()
    await this.inbox.readGroups(draft)
    await this.keep(draft)
    await this.groupAtWork()?.step()
  }

  /** Forgets what was read but not kept. */
  private restartFromMarks(): void {
    for (const group of this.groups.values()) group.restart()
    this.common.restart()
    this.check()
  }

  private get hasGap(): boolean {
    return this.common.hasGap || [...this.groups.values()].some((group) => group.hasGap)
  }

  private tellLost(): void {
    const groups = this.watched.groups.filter(({ id }) => this.lost.has(id))
    this.setup.lostGroupsChanged(groups.map(({ id, title }) => ({ id, title })))
  }

  private get commonName(): string {
    return marks.common(this.setup.account.id)
  }

  private awaitGap(): void {
    if (this.gapTimer) return
    this.gapTimer = setTimeout(() => {
      this.gapTimer = null
      for (const group of this.groups.values()) if (group.hasGap) group.check()
      if (this.common.hasGap) this.needsCommon = true
      this.ring()
    }, gapPatienceMs)
  }

  private async restAfter(error: unknown, failures: number): Promise<void> {
    if (!isUnanswered(error)) {
      this.setup.log.error('reading updates failed; it is tried again', error)
    }
    await this.rest.for(Math.min(250 * 2 ** failures, 30_000))
  }
}
