import { OutboxRunner } from '../../../../src-main/desk/outbox-runner'
import { anna, chatId, ticketId } from '../core/desk-on-paper'
import { OpenDesk } from './open-desk'
import { SteeredTelegram } from './steered-telegram'
import { settled } from './strict'

/** A second ticket of the same chat. */
export const other = `${chatId}:8`

/** An outbox at work: live, run at each commit, and when a pause it asked to be woken for is over. */
export class OutboxAtWork {
  telegram!: SteeredTelegram
  runner!: OutboxRunner
  pauses!: { chatId: string; until: number }[]

  constructor(readonly open: OpenDesk) {}

  static async begin(sendHoldMs = 0): Promise<OutboxAtWork> {
    const at = new OutboxAtWork(await OpenDesk.open(sendHoldMs))
    await at.open.topic(8)
    at.start()
    return at
  }

  /** Starts an outbox on the desk, as after a crash of the one before. */
  start(): void {
    const { desk, clock, log } = this.open
    this.telegram = new SteeredTelegram()
    this.pauses = []
    const runner = new OutboxRunner(desk, this.telegram, clock, log, (chat, until) => {
      this.pauses.push({ chatId: chat, until })
    })
    this.runner = runner
    desk.onCommit((commit) => runner.follow(commit))
    runner.setLive(anna.id, true)
  }

  async pass(spanMs: number): Promise<void> {
    this.open.clock.advance(spanMs)
    this.runner.run()
    await settled()
  }

  async queue(outboxId: string, ticket = ticketId): Promise<void> {
    await this.open.reply(outboxId, { ticketId: ticket })
    await settled()
  }
}
