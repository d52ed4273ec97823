import type { Actor } from '../core/desk/actor'
import type { OutboxEntry } from '../core/outbox/entry'
import { sendable } from '../core/outbox/next-to-send'
import type { Clock, Log, SendResult, Telegram } from '../core/ports'
import type { Desk } from './desk'

const theDesk: Actor = { kind: 'desk' }
/** First wait after an unanswered send; doubles up to a minute. */
const retryMs = 1_000
const retryMaxMs = 60_000
/** How long the echo of a send that Telegram "has already" may take before the agent is asked to look. */
const echoMs = 20_000

/** Why a chat's next entry does not go out at this moment. */
export interface ChatPause {
  readonly until: number
  readonly cause: 'pause' | 'offline' | 'echo'
}

/**
 * Takes what waits in the outbox to Telegram: one entry at a time per chat, in order, always under the
 * entry's own random_id, noted in the journal before the first try. So a crash at any moment leads to the
 * same message arriving once (telegram.md B.2).
 */
export class OutboxRunner {
  private readonly sending = new Set<string>()
  private readonly pauses = new Map<string, ChatPause>()
  private readonly tries = new Map<string, number>()
  private readonly awaitingEcho = new Set<string>()
  private live = false

  constructor(
    private readonly desk: Desk,
    private readonly telegram: Pick<Telegram, 'send' | 'wake'>,
    private readonly clock: Clock,
    private readonly log: Log,
    /** Asks for {@link run} at a time (epoch ms). */
    private readonly wakeAt: (chatId: string, at: number) => void,
  ) {}

  /** Ids of the entries on their way at this moment. */
  isSending(outboxId: string): boolean {
    return this.sending.has(outboxId)
  }

  /** What holds a chat back, if anything does. */
  pauseOf(chatId: string): ChatPause | null {
    return this.pauses.get(chatId) ?? null
  }

  /** Nothing goes out while the link is down; all of it is tried at once when it is back. */
  setLive(live: boolean): void {
    this.live = live
    if (!live) return
    for (const [chatId, pause] of this.pauses) if (pause.cause === 'offline') this.pauses.delete(chatId)
    this.run()
  }

  /** Starts whatever can go out now. Cheap when nothing can. */
  run(): void {
    if (!this.live || this.desk.state.outbox.size === 0) return
    const now = this.clock.now()
    for (const entry of sendable(this.desk.state, now)) {
      const pause = this.pauses.get(entry.chatId)
      if (this.sending.has(entry.id) || (pause && pause.until > now)) continue
      this.pauses.delete(entry.chatId)
      this.sending.add(entry.id)
      this.send(entry)
        .catch((error) => this.log.error('an outbox step failed', error))
        .finally(() => {
          this.sending.delete(entry.id)
          this.run()
        })
    }
  }

  private async send(entry: OutboxEntry): Promise<void> {
    if (entry.state.kind !== 'attempted')
      await this.desk.ask({ kind: 'note-attempt', outboxId: entry.id }, theDesk)
    const result = await this.telegram.send(entry)
    if (!this.desk.state.outbox.has(entry.id)) return
    await this.settle(entry, result)
  }

  private async settle(entry: OutboxEntry, result: SendResult): Promise<void> {
    const outboxId = entry.id
    switch (result.kind) {
      case 'sent':
        if (result.number === null && entry.kind === 'reply') return this.awaitEcho(entry)
        this.tries.delete(outboxId)
        await this.desk.ask(
          { kind: 'note-sent', outboxId, number: result.number, sentAt: result.sentAt, media: result.media },
          theDesk,
        )
        return
      case 'refused':
        this.tries.delete(outboxId)
        await this.desk.ask(
          { kind: 'note-failure', outboxId, reason: result.reason, uncertain: false },
          theDesk,
        )
        return
      case 'wait':
        this.pause(entry.chatId, result.until, 'pause')
        return
      case 'unanswered': {
        const tried = (this.tries.get(outboxId) ?? 0) + 1
        this.tries.set(outboxId, tried)
        const waitMs = Math.min(retryMs * 2 ** (tried - 1), retryMaxMs)
        this.pause(entry.chatId, this.clock.now() + waitMs, 'offline')
        return
      }
    }
  }

  /** Telegram has it, so the update stream must bring it; if it does not, only the agent can tell. */
  private async awaitEcho({ id, chatId }: OutboxEntry): Promise<void> {
    if (!this.awaitingEcho.delete(id)) {
      this.awaitingEcho.add(id)
      this.telegram.wake()
      this.pause(chatId, this.clock.now() + echoMs, 'echo')
      return
    }
    const reason = 'Perhaps sent. Check in Telegram.'
    await this.desk.ask({ kind: 'note-failure', outboxId: id, reason, uncertain: true }, theDesk)
  }

  private pause(chatId: string, until: number, cause: ChatPause['cause']): void {
    this.pauses.set(chatId, { until, cause })
    this.wakeAt(chatId, until)
  }
}
