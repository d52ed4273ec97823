import type { OutboxEntry } from '../../../../src-main/core/outbox/entry'
import type { SendResult } from '../../../../src-main/core/ports'
import type { ToTelegram } from '../../../../src-main/desk/outbox-runner'
import { settled } from './strict'

/** A Telegram that answers sends when told to. Two at once in one chat break the port's promise and throw. */
export class SteeredTelegram implements ToTelegram {
  /** Ids of all that was handed over, in order. */
  readonly sent: string[] = []
  readonly entries: OutboxEntry[] = []
  /** What is found when it is looked for; an error is thrown. */
  readonly there = new Map<string, SendResult | Error>()
  wakes = 0
  private readonly open = new Map<
    string,
    { readonly chatId: string; resolve(result: SendResult): void; reject(error: unknown): void }
  >()

  send(entry: OutboxEntry): Promise<SendResult> {
    for (const { chatId } of this.open.values())
      if (chatId === entry.chatId) throw new Error(`${entry.id} was given before its turn`)
    this.sent.push(entry.id)
    this.entries.push(entry)
    return new Promise((resolve, reject) => {
      this.open.set(entry.id, { chatId: entry.chatId, resolve, reject })
    })
  }

  lookFor({ id }: OutboxEntry): Promise<SendResult | null> {
    const found = this.there.get(id) ?? null
    return found instanceof Error ? Promise.reject(found) : Promise.resolve(found)
  }

  wake(): void {
    this.wakes++
  }

  /** Ids of what has no answer yet. */
  get waiting(): readonly string[] {
    return [...this.open.keys()]
  }

  async answer(id: string, result: SendResult): Promise<void> {
    this.take(id).resolve(result)
    await settled()
  }

  /** Accepts an entry. */
  async accept(id: string, number: number | null): Promise<void> {
    await this.answer(id, { kind: 'sent', number, sentAt: '2025-03-03T09:00:00.000Z', media: [] })
  }

  /** Fails in a way the port does not know. */
  async fail(id: string): Promise<void> {
    this.take(id).reject(new Error('a bug'))
    await settled()
  }

  private take(id: string) {
    const one = this.open.get(id)
    if (!one) throw new Error(`${id} is not being sent`)
    this.open.delete(id)
    return one
  }
}
