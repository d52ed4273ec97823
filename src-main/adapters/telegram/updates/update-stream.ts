import type { Api } from 'telegram'
import type { Account } from '../../../../src-preload/contract/session'
import type { Clock, Log, TelegramListener } from '../../../core/ports'
import { Unanswered } from '../deadline'
import { errorName, isUnanswered } from '../errors'
import { findGroups } from '../groups/groups'
import { tl } from '../library'
import type { Ask } from '../link/ask'
import { Rest } from '../link/rest'
import { catchUpChannel } from './catch-up-channel'
import { type Arrived, CommonUpdates } from './common-updates'
import { Draft, deliveryMaxFacts } from './draft'
import { groupPeer, newGroupMarks } from './group'
import { type GroupReading, readHistory, readTeam } from './import-group'
import { addUpdate, type Followed, groupOfUpdate, typistOf } from './interpret'
import { Keeper, Stopped } from './keeper'
import { marks } from './marks'
import { patiently } from './patient-ask'
import { RandomIds } from './random-ids'
import { Sequence } from './sequence'
import { learnTopic } from './topics'

/** What the stream is made of. */
export interface StreamSetup {
  readonly ask: Ask
  readonly account: Account
  readonly listener: Pick<TelegramListener, 'receive' | 'typing'>
  readonly marks: ReadonlyMap<string, string>
  readonly groupId: string | null
  readonly clock: Clock
  readonly log: Log
  /** How many messages the desk is behind Telegram; null when level. */
  behindChanged(behind: number | null): void
  /** Telegram asks for a pause (epoch ms). */
  pauseAsked(until: number): void
}

/** A group that was chosen and is still to be read. */
interface Chosen {
  readonly groupId: string
  done(): void
  failed(error: unknown): void
}

/** How long a gap may take to fill by itself before it is asked for (core.telegram.org/api/updates). */
const gapPatienceMs = 500
/** How often a quiet stream is checked: updates may stop coming on a link that seems fine (telegram.md B.1, 22). */
const idleCheckMs = 3 * 60_000
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
  private pts: Sequence<Arrived>
  /** The group that is followed; null while none was chosen. */
  groupId: string | null
  private readonly remembered: { readonly found: ReadonlyMap<string, string>; kept(): void }[] = []
  private isUp = false
  private isStopped = false
  private needsChannel = true
  private needsCommon = true
  private needsTeam = true
  private chosen: Chosen | null = null
  private later: string | null = null
  private gapTimer: ReturnType<typeof setTimeout> | null = null
  private readonly idleTimer: ReturnType<typeof setInterval>
  private ring: () => void = () => {}
  private readonly patientAsk: Ask
  private readonly running: Promise<void>

  constructor(private readonly setup: StreamSetup) {
    this.keeper = new Keeper(setup.marks, setup.listener, setup.log)
    this.common = new CommonUpdates(setup.account.id, setup.marks.get(marks.common))
    this.groupId = setup.groupId
    this.pts = new Sequence(this.markedPts())
    this.idleTimer = setInterval(() => this.check(), idleCheckMs)
    this.patientAsk = patiently(setup.ask, this.rest, {
      pauseAsked: (pauseMs) => setup.pauseAsked(setup.clock.now() + pauseMs),
      isStopped: () => this.isStopped,
    })
    this.running = this.run()
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
    this.needsChannel = true
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
    if (this.chosen || this.needsCommon) return true
    return this.groupId !== null && (this.needsChannel || this.needsTeam)
  }

  /** Does the next thing; false when there is none. */
  private async step(): Promise<boolean> {
    if (this.later !== null) {
      this.groupId = this.later
      this.later = null
      this.restartFromMarks()
    }
    if (this.remembered.length > 0) await this.keepRemembered()
    else if (this.isUp && this.chosen) await this.readChosen(this.chosen)
    else if (this.isUp && this.needsCommon) await this.catchUpCommon()
    else if (this.isUp && this.needsChannel && this.groupId !== null) await this.catchUp(this.groupId)
    else if (this.isUp && this.needsTeam && this.groupId !== null) await this.refreshTeam(this.groupId)
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
    if (this.common.hasGap || this.pts.hasGap) this.awaitGap()
    await this.keep(draft)
  }

  private async read(arrived: Arrived, draft: Draft): Promise<void> {
    const { update } = arrived
    if (this.common.count(update)) return
    if (this.setup.account.kind === 'bot') this.meetGroups(arrived.chats, draft)
    const groupId = this.groupId
    if (update instanceof tl.UpdatePtsChanged) this.needsCommon = true
    if (groupId === null || groupOfUpdate(update) !== groupId) return
    if (update instanceof tl.UpdateChannelTooLong) this.needsChannel = true
    else if (update instanceof tl.UpdateChannel || update instanceof tl.UpdateChannelParticipant)
      this.needsTeam = true
    else if (update instanceof tl.UpdateChannelUserTyping) {
      const typist = typistOf(update)
      if (typist) this.setup.listener.typing(groupId, update.topMsgId ?? 1, typist)
    } else if ('pts' in update && 'ptsCount' in update) {
      for (const next of this.pts.offer(update.pts, update.ptsCount, arrived)) await this.add(next, draft)
    } else await this.add(arrived, draft)
  }

  private async add(arrived: Arrived, draft: Draft): Promise<void> {
    draft.meet(arrived.users, arrived.chats)
    if (this.groupId !== null) await addUpdate(arrived.update, draft, this.followed(this.groupId))
  }

  private async keep(draft: Draft): Promise<void> {
    if (this.groupId !== null && this.pts.local !== null && !draft.isEmpty) {
      draft.marks[marks.channel(this.groupId)] = String(this.pts.local)
    }
    if (!draft.isEmpty) {
      const common = this.common.mark()
      if (common !== null) draft.marks[marks.common] = common
    }
    await this.keeper.keep(draft)
  }

  private async catchUp(groupId: string): Promise<void> {
    this.needsChannel = false
    if (!(await this.reaches(groupId))) return
    if (this.markedPts() === null) return this.readGroup(groupId)
    await catchUpChannel(this.reading(groupId), this.markedPts() ?? 0, {
      behind: (behind) => this.setup.behindChanged(behind),
      keep: async (draft, pts) => {
        const released = this.pts.restart(pts)
        draft.marks[marks.channel(groupId)] = String(pts)
        for (const arrived of released) await this.add(arrived, draft)
        await this.keep(draft)
      },
    })
  }

  /** Another account may have chosen the group: then this one has to find its own way to it first. */
  private async reaches(groupId: string): Promise<boolean> {
    if (this.knowsGroup(groupId)) return true
    const found = await findGroups(this.patientAsk, this.setup.account, this.keeper.marks)
    await this.keepFound(found.marks)
    if (this.knowsGroup(groupId)) return true
    this.setup.log.warn('the account is not in the group that is followed')
    return false
  }

  private knowsGroup(groupId: string): boolean {
    return this.keeper.marks.has(marks.group(this.setup.account.id, groupId))
  }

  private async catchUpCommon(): Promise<void> {
    this.needsCommon = false
    const draft = new Draft()
    for (const arrived of await this.common.catchUp(this.patientAsk)) await this.read(arrived, draft)
    await this.keep(draft)
  }

  private async refreshTeam(groupId: string): Promise<void> {
    this.needsTeam = false
    if (!this.knowsGroup(groupId)) return
    await this.keeper.keep(await readTeam(this.reading(groupId), this.setup.account))
  }

  private async readChosen(chosen: Chosen): Promise<void> {
    try {
      await this.readGroup(chosen.groupId)
      if (this.chosen === chosen) this.chosen = null
      chosen.done()
    } catch (error) {
      if (this.chosen === chosen) this.chosen = null
      chosen.failed(error)
    }
  }

  /** Reads all of a group that is needed to begin, and only then says so by its pts mark. */
  private async readGroup(groupId: string): Promise<void> {
    const reading = this.reading(groupId)
    const full = await reading.ask(new tl.channels.GetFullChannel({ channel: reading.group.channel }))
    const pts = full.fullChat instanceof tl.ChannelFull ? full.fullChat.pts : 1
    await this.keeper.keep(await readTeam(reading, this.setup.account))
    this.needsTeam = false
    // A group that was followed before goes on where it was left.
    const left = this.keeper.marks.get(marks.channel(groupId))
    if (left === undefined && !reading.isBot) await readHistory(reading)
    this.groupId = groupId
    this.pts = new Sequence<Arrived>(Number(left ?? pts))
    const draft = new Draft()
    draft.marks[marks.channel(groupId)] = String(left ?? pts)
    await this.keeper.keep(draft)
    this.needsChannel = true
  }

  private reading(groupId: string): GroupReading {
    return {
      ask: this.patientAsk,
      group: groupPeer(this.keeper.marks, this.setup.account.id, groupId),
      followed: this.followed(groupId),
      keeper: this.keeper,
      isBot: this.setup.account.kind === 'bot',
    }
  }

  private followed(groupId: string): Followed {
    const isKnown = (topicId: number, draft: Draft) => {
      const name = marks.topic(groupId, topicId)
      return name in draft.marks ? draft.marks[name] !== null : this.keeper.marks.has(name)
    }
    return {
      groupId,
      reader: { selfId: this.setup.account.id, randomIdOf: (number) => this.randomIds.of(number) },
      now: () => this.setup.clock.now(),
      newest: () => Number(this.keeper.marks.get(marks.newest(groupId)) ?? 0),
      knowsTopic: isKnown,
      meetTopic: async (topicId, draft) => {
        if (!isKnown(topicId, draft)) await learnTopic(topicId, this.reading(groupId), draft)
      },
    }
  }

  private markedPts(): number | null {
    const text = this.groupId === null ? undefined : this.keeper.marks.get(marks.channel(this.groupId))
    return text === undefined ? null : Number(text)
  }

  /** Forgets what was read but not kept. */
  private restartFromMarks(): void {
    this.pts = new Sequence<Arrived>(this.markedPts())
    this.check()
  }

  private awaitGap(): void {
    if (this.gapTimer) return
    this.gapTimer = setTimeout(() => {
      this.gapTimer = null
      if (this.pts.hasGap) this.needsChannel = true
      if (this.common.hasGap) this.needsCommon = true
      this.ring()
    }, gapPatienceMs)
  }

  /** A bot may not list its groups: it knows those it heard of (telegram.md B.5). */
  private meetGroups(chats: readonly Api.TypeChat[], draft: Draft): void {
    for (const { groupId, name, text } of newGroupMarks(chats, this.setup.account.id, this.keeper.marks)) {
      draft.marks[name] = text
      if (groupId === this.groupId) this.needsChannel = true
    }
  }

  private async restAfter(error: unknown, failures: number): Promise<void> {
    if (!isUnanswered(error)) {
      this.setup.log.error('reading updates failed; it is tried again', errorName(error) ?? error)
    }
    await this.rest.for(Math.min(250 * 2 ** failures, 30_000))
  }
}
