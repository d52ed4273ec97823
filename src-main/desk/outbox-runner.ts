import { theDesk } from '../core/desk/actor'
import { isMaking } from '../core/outbox/entries'
import type { OutboxEntry } from '../core/outbox/entry'
import { NextToSend } from '../core/outbox/next-to-send'
import { accountOfChat } from '../core/people/accounts'
import type { Clock, Log, SendResult } from '../core/ports'
import type { Accounts } from './accounts'
import type { Commit, Desk } from './desk'

/** First wait after an unanswered send; doubles up to a minute. */
const retryMs = 1_000
const retryMaxMs = 60_000
/** How long the echo of a send that Telegram "has already" may take before it is looked for. */
const echoMs = 5_000
/** The same for a topic, which cannot be looked for. */
const topicEchoMs = 20_000
/** How often an entry that fails in a way nobody foresaw is tried before it makes room for those behind it. */
const triesMax = 5

/** Why nothing more goes to a chat, and from when until when. `echo` waits for one entry to be seen at Telegram. */
interface Pause {
  readonly kind: 'asked' | 'unanswered' | 'echo'
  readonly from: number
  readonly until: number
  readonly outboxId: string
}

/** The way to Telegram, by whichever account a chat belongs to. */
export interface ToTelegram extends Pick<Accounts, 'send' | 'wake'> {
  /** What Telegram has of an entry; null for nothing like it. */
  lookFor(entry: OutboxEntry): Promise<SendResult | null>
}

/** How one entry fared; `lost`: nobody can tell any more. */
type Fate = SendResult | { readonly kind: 'lost' }

/** What is under way in one chat. */
interface Line {
  isSending: boolean
  pause: Pause | null
  /** How often in a row an entry got no answer. */
  tries: { readonly outboxId: string; readonly count: number } | null
  /** The entry that Telegram said it has, while its echo is awaited. */
  echoOf: string | null
  /** What became of an entry and could not be kept yet: it is kept later, not sent again. */
  unkept: { readonly outboxId: string; readonly fate: Fate } | null
}

/**
 * Takes what waits in the outbox to Telegram: one entry at a time per chat, in order, always under the
 * entry's own random_id, noted in the journal before the first try. So a crash at any moment leads to the
 * same message arriving once (telegram.md B.2).
 */
export class OutboxRunner {
  /** Only of chats in which something is under way. */
  private readonly lines = new Map<string, Line>()
  private readonly next: NextToSend
  /** When it was last looked, epoch ms: a clock that goes back ends pauses and holds. */
  private lookedAt = 0
  /** Accounts whose link is up, and the chats they cannot reach all the same. */
  private readonly live = new Map<string, readonly string[]>()
  private isStopped = false

  constructor(
    private readonly desk: Desk,
    private readonly telegram: ToTelegram,
    private readonly clock: Clock,
    private readonly log: Log,
    /** Told when a chat has to wait, and until when (epoch ms): {@link run} is wanted then. */
    private readonly onPause: (chatId: string, until: number) => void,
  ) {
    this.next = new NextToSend(desk.state)
  }

  /** In how many chats something is under way. */
  get busyChats(): number {
    return this.lines.size
  }

  /** Until when Telegram wants a pause in a chat (epoch ms); null if it wants none. */
  pausedUntil(chatId: string): number | null {
    const pause = this.lines.get(chatId)?.pause
    return pause?.kind === 'asked' && this.isOn(pause, this.clock.now()) ? pause.until : null
  }

  /**
   * Nothing goes out through an account whose link is down, nor into groups it is not in any more (`out`); all of it
   * is tried at once when it is back.
   */
  setLive(accountId: string, live: boolean, out: readonly string[] = []): void {
    if (!live) {
      this.live.delete(accountId)
      return
    }
    this.live.set(accountId, out)
    for (const [chatId, line] of this.lines)
      if (line.pause?.kind === 'unanswered' && accountOfChat(this.desk.state, chatId)?.id === accountId)
        line.pause = null
    this.run()
  }

  /** Starts nothing more. What is on its way finds its end, here or after the next start. */
  stop(): void {
    this.isStopped = true
  }

  /** Takes a commit of the desk: starts what it lets go out, and looks at no other chat. */
  follow(commit: Commit): void {
    const { before, after } = commit
    const touched = this.next.follow(commit)
    if (before.accounts !== after.accounts || before.groups !== after.groups) this.run()
    else this.runIn(touched)
  }

  /** Starts whatever can go out now, in any chat. */
  run(): void {
    this.runIn([...this.next.chats, ...this.lines.keys()])
  }

  /** Starts what can go out of these chats now. */
  runIn(chatIds: Iterable<string>): void {
    if (this.isStopped) return
    const now = this.clock.now()
    const isSetBack = now < this.lookedAt
    this.lookedAt = now
    if (isSetBack) this.run()
    else for (const chatId of chatIds) this.tryChat(chatId, now)
  }

  private tryChat(chatId: string, now: number): void {
    const line = this.lines.get(chatId) ?? newLine()
    if (line.isSending || (line.pause && this.isOn(line.pause, now))) return
    const entry = this.next.of(chatId, now)
    if (!entry) {
      this.lines.delete(chatId)
      return
    }
    const account = accountOfChat(this.desk.state, chatId)
    const out = account && this.live.get(account.id)
    if (!out || out.includes(chatId)) return
    this.lines.set(chatId, line)
    line.pause = null
    line.isSending = true
    void this.handOver(entry, line)
  }

  private async handOver(entry: OutboxEntry, line: Line): Promise<void> {
    try {
      const fate = line.unkept?.outboxId === entry.id ? line.unkept.fate : await this.fateOf(entry, line)
      if (fate && this.desk.state.outbox.has(entry.id)) {
        line.unkept = { outboxId: entry.id, fate }
        await this.settle(entry, fate, line)
      }
      line.unkept = null
    } catch (error) {
      this.log.error('an outbox step could not be kept', error)
      this.tryLater(entry, line)
    }
    line.isSending = false
    this.runIn([entry.chatId])
  }

  /** Sends an entry; null if it was taken back in the moment it was to go. */
  private async fateOf(entry: OutboxEntry, line: Line): Promise<Fate | null> {
    if (entry.state.kind !== 'attempted')
      await this.desk.ask({ kind: 'note-attempt', outboxId: entry.id }, theDesk)
    const noted = this.desk.state.outbox.get(entry.id)
    if (noted?.state.kind !== 'attempted') return null
    try {
      return await this.telegram.send(noted)
    } catch (error) {
      this.log.error('an entry could not be sent', error)
      return triesOf(line, entry.id) + 1 < triesMax ? { kind: 'unanswered' } : { kind: 'lost' }
    }
  }

  private async settle(entry: OutboxEntry, fate: Fate, line: Line): Promise<void> {
    const outboxId = entry.id
    switch (fate.kind) {
      case 'sent': {
        const { number, sentAt, media } = fate
        if (number === null && needsNumber(entry) && line.echoOf !== entry.id) {
          this.awaitEcho(entry, line)
          return
        }
        line.echoOf = null
        if (number === null && isMaking(entry))
          await this.noteFailure(outboxId, 'Perhaps made. Check in Telegram.', true)
        else {
          const found = number === null && needsNumber(entry) ? await this.lookFor(entry) : null
          await this.desk.ask(
            { kind: 'note-sent', outboxId, ...(found ?? { number, sentAt, media }) },
            theDesk,
          )
        }
        return
      }
      case 'refused':
        await this.noteFailure(outboxId, fate.reason, false, fate.isTopicGone)
        return
      case 'lost':
        await this.noteFailure(outboxId, 'Perhaps sent. Check in Telegram.', true)
        line.tries = null
        return
      case 'wait':
        this.pause(entry, line, 'asked', Math.max(fate.until, this.clock.now() + retryMs))
        return
      case 'unanswered':
        this.tryLater(entry, line)
        return
    }
  }

  /**
   * Telegram says it has it (RANDOM_ID_DUPLICATE), which is proof that it arrived. Its number comes with the echo. If
   * that does not come, as for a bot that forgot or after the journal was repaired, it is looked for; and if it is not
   * among the newest messages, it is sent all the same, without a number.
   */
  private awaitEcho(entry: OutboxEntry, line: Line): void {
    line.echoOf = entry.id
    this.telegram.wake()
    this.pause(entry, line, 'echo', this.clock.now() + (isMaking(entry) ? topicEchoMs : echoMs))
  }

  private async lookFor(entry: OutboxEntry) {
    try {
      const found = await this.telegram.lookFor(entry)
      if (found?.kind !== 'sent') return null
      const { number, sentAt, media } = found
      return { number, sentAt, media }
    } catch (error) {
      this.log.error('an entry that Telegram has could not be looked for', error)
      return null
    }
  }

  private async noteFailure(
    outboxId: string,
    reason: string,
    uncertain: boolean,
    isTopicGone = false,
  ): Promise<void> {
    const gone = isTopicGone ? { isTopicGone: true as const } : {}
    await this.desk.ask({ kind: 'note-failure', outboxId, reason, uncertain, ...gone }, theDesk)
  }

  private tryLater(entry: OutboxEntry, line: Line): void {
    const count = triesOf(line, entry.id) + 1
    line.tries = { outboxId: entry.id, count }
    const waitMs = Math.min(retryMs * 2 ** (count - 1), retryMaxMs)
    this.pause(entry, line, 'unanswered', this.clock.now() + waitMs)
  }

  private pause({ id, chatId }: OutboxEntry, line: Line, kind: Pause['kind'], until: number): void {
    line.pause = { kind, from: this.clock.now(), until, outboxId: id }
    this.onPause(chatId, until)
  }

  /** A pause is over early when its echo came, and when the clock was set back: better ask than wait for hours. */
  private isOn({ kind, from, until, outboxId }: Pause, now: number): boolean {
    if (now >= until || now < from) return false
    return kind !== 'echo' || this.desk.state.outbox.has(outboxId)
  }
}

function newLine(): Line {
  return { isSending: false, pause: null, tries: null, echoOf: null, unkept: null }
}

function triesOf({ tries }: Line, outboxId: string): number {
  return tries?.outboxId === outboxId ? tries.count : 0
}

/** Whether the number of an entry is worth waiting for: a message, or a topic, into which nothing goes without it. */
function needsNumber(entry: OutboxEntry): boolean {
  if (entry.kind === 'reply') return true
  return isMaking(entry) || (typeof entry.task !== 'string' && entry.task.kind === 'copy')
}
