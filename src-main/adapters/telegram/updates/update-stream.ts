import type { Api } from 'telegram'
import type { Account } from '../../../../src-preload/contract/session'
import type { Clock, Log, TelegramListener } from '../../../core/ports'
import { Unanswered } from '../deadline'
import { errorName, isUnanswered } from '../errors'
import { tl } from '../library'
import type { Ask } from '../link/ask'
import { Rest } from '../link/rest'
import { type Arrived, CommonUpdates } from './common-updates'
import { Draft, deliveryMaxFacts } from './draft'
import { FollowedGroup, type GroupRoom } from './followed-group'
import { newGroupMarks } from './group'
import { Keeper, Stopped } from './keeper'
import { marks } from './marks'
import { patiently } from './patient-ask'
import { RandomIds } from './random-ids'

/** What the stream is made of. */
export interface StreamSetup {
  readonly ask: Ask
  readonly account: Account
  readonly listener: Pick<TelegramListener, 'receive' | 'typing'>
  readonly marks: ReadonlyMap<string, string>
  readonly groupId: string | null
  readonly clock: Clock
  readonly log: Log
  /** How often a quiet stream is checked for what was never sent. */
  readonly checkEveryMs: number
  /** How many messages the desk is behind Telegram; null when level. */
  behindChanged(behind: number | null): void
  /** Whether this account has access to the group that is followed. */
  isInGroupChanged(isInGroup: boolean): void
  /** Telegram asks for a pause of so many ms. */
  pauseAsked(pauseMs: number): void
}

/** A group that was chosen and is still to be read. */
interface Chosen {
  readonly groupId: string
  done(): void
  failed(error: unknown): void
}

/** How long a gap may take to fill by itself before it is asked for (core.telegram.org/api/updates). */
const gapPatienceMs = 500
/** A burst longer than this is told as "catching up". */
const burst = 200

/**
 * The one ordered, gap-free, deduplicated stream of the followed group (telegram.md B.2). Everything pushed and
 * every answer that is an update comes in through {@link take}; everything goes out through one keeper, one
 * delivery at a time, with the marks that say how far it was read. A step that fails changes nothing: what was
 * read is asked for again from the last mark.
 */
export class UpdateStream {
  private readonly inbox: Api.TypeUpdates[] = []
  private readonly common: CommonUpdates
  private readonly keeper: Keeper
  private readonly rest = new Rest()
  readonly randomIds = new RandomIds()
  private readonly room: GroupRoom
  private group: FollowedGroup | null
  private readonly remembered: { readonly found: ReadonlyMap<string, string>; kept(): void }[] = []
  private isUp = false
  private isStopped = false
  private needsCommon = true
  private chosen: Chosen | null = null
  private later: string | null = null
  private gapTimer: ReturnType<typeof setTimeout> | null = null
  private readonly idleTimer: ReturnType<typeof setInterval>
  private ring: () => void = () => {}
  private readonly running: Promise<void>

  constructor(private readonly setup: StreamSetup) {
    this.keeper = new Keeper(setup.marks, setup.listener, setup.log)
    this.common = new CommonUpdates(setup.account.id, setup.marks.get(marks.common))
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
      isInGroupChanged: (isInGroup) => setup.isInGroupChanged(isInGroup),
      typing: (chatId, topicId, personId) => listener.typing(chatId, topicId, personId),
    }
    this.group = setup.groupId === null ? null : new FollowedGroup(setup.groupId, this.room)
    this.running = this.run()
  }

  /** The group that is followed; null while none was chosen. */
  get groupId(): string | null {
    return this.group?.groupId ?? null
  }

  /** The marks as the journal has them. */
  get marks(): ReadonlyMap<string, string> {
    return this.keeper.marks
  }

  /** Everything Telegram pushed or answered, in the order it came. */
  take(updates: Api.TypeUpdates): void {
    this.randomIds.see(updates)
    this.inbox.push(updates)
    if (this.inbox.length >= burst && this.inbox.length % 50 === 0)
      this.setup.behindChanged(this.inbox.length)
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
    this.chosen?.failed(new Unanswered('The link broke before the group was read'))
    this.chosen = null
  }

  /** Keeps marks that were found elsewhere, such as how to reach a group. */
  async remember(found: ReadonlyMap<string, string>): Promise<void> {
    await new Promise<void>((kept) => {
      this.remembered.push({ found, kept })
      this.ring()
    })
  }

  /** Asks Telegram whether anything was missed. */
  check(): void {
    this.group?.check()
    this.needsCommon = true
    this.ring()
  }

  /** Reads a group and follows it from now on. Resolves when its team, topics and history are durable. */
  async follow(groupId: string): Promise<void> {
    this.chosen?.failed(new Stopped())
    await new Promise<void>((done, failed) => {
      this.chosen = { groupId, done, failed }
      this.ring()
    })
  }

  /** Follows a group as soon as the link allows; what was not read of it yet is read then. */
  followLater(groupId: string): void {
    this.later = groupId
    this.ring()
  }

  async stop(): Promise<void> {
    this.isStopped = true
    clearInterval(this.idleTimer)
    if (this.gapTimer) clearTimeout(this.gapTimer)
    this.keeper.stop()
    this.rest.cut()
    this.chosen?.failed(new Unanswered('The stream was stopped'))
    for (const { kept } of this.remembered.splice(0)) kept()
    this.ring()
    await this.running
  }

  private async run(): Promise<void> {
    for (let failures = 0; !this.isStopped; ) {
      try {
        if (!(await this.step())) {
          failures = 0
          if (this.isUp) this.setup.behindChanged(null)
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
    if (this.later !== null || this.isStopped || this.inbox.length > 0 || this.remembered.length > 0)
      return true
    if (!this.isUp) return false
    return this.chosen !== null || this.needsCommon || this.group?.hasWork === true
  }

  /** Does the next thing; false when there is none. */
  private async step(): Promise<boolean> {
    if (this.later !== null) {
      this.group = new FollowedGroup(this.later, this.room)
      this.later = null
      this.restartFromMarks()
    }
    if (this.remembered.length > 0) await this.keepRemembered()
    else if (this.isUp && this.chosen) await this.readChosen(this.chosen)
    else if (this.isUp && this.needsCommon) await this.catchUpCommon()
    else if (this.isUp && this.group?.hasWork) await this.group.step()
    else if (this.inbox.length > 0) await this.readInbox()
    else return false
    return true
  }

  private async keepRemembered(): Promise<void> {
    const next = this.remembered[0]
    if (next) await this.keepFound(next.found)
    this.remembered.shift()
    next?.kept()
  }

  private async keepFound(found: ReadonlyMap<string, string>): Promise<void> {
    const draft = new Draft()
    for (const [name, text] of found) draft.marks[name] = text
    await this.keeper.keep(draft)
  }

  private async readInbox(): Promise<void> {
    const draft = new Draft()
    while (this.inbox.length > 0 && draft.facts.length < deliveryMaxFacts) {
      const container = this.inbox.shift()
      if (container) for (const arrived of this.common.open(container)) await this.read(arrived, draft)
    }
    if (this.common.hasGap || this.group?.hasGap) this.awaitGap()
    await this.keep(draft)
  }

  private async read(arrived: Arrived, draft: Draft): Promise<void> {
    const { update } = arrived
    if (this.common.count(update)) return
    if (this.setup.account.kind === 'bot') this.meetGroups(arrived.chats, draft)
    if (update instanceof tl.UpdatePtsChanged) this.needsCommon = true
    await this.group?.read(arrived, draft)
  }

  private async keep(draft: Draft): Promise<void> {
    this.group?.mark(draft)
    if (!draft.isEmpty) {
      const common = this.common.mark()
      if (common !== null) draft.marks[marks.common] = common
    }
    await this.keeper.keep(draft)
  }

  private async catchUpCommon(): Promise<void> {
    this.needsCommon = false
    const draft = new Draft()
    for (const arrived of await this.common.catchUp(this.room.ask)) await this.read(arrived, draft)
    await this.keep(draft)
  }

  private async readChosen(chosen: Chosen): Promise<void> {
    try {
      const group = new FollowedGroup(chosen.groupId, this.room)
      await group.begin()
      this.group = group
      if (this.chosen === chosen) this.chosen = null
      chosen.done()
    } catch (error) {
      if (this.chosen === chosen) this.chosen = null
      chosen.failed(error)
    }
  }

  /** Forgets what was read but not kept. */
  private restartFromMarks(): void {
    this.group?.restart()
    this.check()
  }

  private awaitGap(): void {
    if (this.gapTimer) return
    this.gapTimer = setTimeout(() => {
      this.gapTimer = null
      if (this.group?.hasGap) this.group.check()
      if (this.common.hasGap) this.needsCommon = true
      this.ring()
    }, gapPatienceMs)
  }

  /** A bot may not list its groups: it knows those it heard of (telegram.md B.5). */
  private meetGroups(chats: readonly Api.TypeChat[], draft: Draft): void {
    for (const { groupId, name, text } of newGroupMarks(chats, this.setup.account.id, this.keeper.marks)) {
      draft.marks[name] = text
      if (groupId === this.groupId) this.group?.check()
    }
  }

  private async restAfter(error: unknown, failures: number): Promise<void> {
    if (!isUnanswered(error)) {
      this.setup.log.error('reading updates failed; it is tried again', errorName(error) ?? error)
    }
    await this.rest.for(Math.min(250 * 2 ** failures, 30_000))
  }
}
