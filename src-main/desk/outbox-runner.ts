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

/** Until when nothing more goes to a chat, and why. `echo` waits for one entry to be seen at Telegram. */
type ChatPause =
  | { readonly kind: 'asked' | 'unanswered'; readonly until: number }
  | { readonly kind: 'echo'; readonly until: number; readonly outboxId: string }

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
    /** Told when a chat has to wait, and until when (epoch ms): {@link run} is wanted then. */
    private readonly onPause: (chatId: string, until: number) => void,
  ) {}

  /** Until when Telegram wants a pause in a chat (epoch ms); null if it wants none. */
  pausedUntil(chatId: string): number | null {
    const pause = this.pauses.get(chatId)
    return pause?.kind === 'asked' && pause.until > this.clock.now() ? pause.until : null
  }

  /** Nothing goes out while the link is down; all of it is tried at once when it is back. */
  setLive(live: boolean): void {
    this.live = live
    if (!live) return
    for (const [chatId, pause] of this.pauses) if (pause.kind === 'unanswered') this.pauses.delete(chatId)
    this.run()
  }

  /** Starts whatever can go out now. Cheap when nothing can. */
  run(): void {
    if (!this.live || this.desk.state.outbox.size === 0) return
    const now = this.clock.now()
    for (const entry of sendable(this.desk.state, now)) {
      if (this.sending.has(entry.id) || this.isPaused(entry.chatId, now)) continue
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
        this.pause(entry.chatId, { kind: 'asked', until: result.until })
        return
      case 'unanswered': {
        const tried = (this.tries.get(outboxId) ?? 0) + 1
        this.tries.set(outboxId, tried)
        const waitMs = Math.min(retryMs * 2 ** (tried - 1), retryMaxMs)
        this.pause(entry.chatId, { kind: 'unanswered', until: this.clock.now() + waitMs })
        return
      }
    }
  }

  /** Telegram has it, so the update stream must bring it; if it does not, only the agent can tell. */
  private async awaitEcho({ id, chatId }: OutboxEntry): Promise<void> {
    if (!this.awaitingEcho.delete(id)) {
      this.awaitingEcho.add(id)
      this.telegram.wake()
      this.pause(chatId, { kind: 'echo', until: this.clock.now() + echoMs, outboxId: id })
      return
    }
    const reason = 'Perhaps sent. Check in Telegram.'
    await this.desk.ask({ kind: 'note-failure', outboxId: id, reason, uncertain: true }, theDesk)
  }

  private isPaused(chatId: string, now: number): boolean {
    const pause = this.pauses.get(chatId)
    if (!pause || pause.until <= now) return false
    return pause.kind !== 'echo' || this.desk.state.outbox.has(pause.outboxId)
  }

  private pause(chatId: string, pause: ChatPause): void {
    this.pauses.set(chatId, pause)
    this.onPause(chatId, pause.until)
  }
}
