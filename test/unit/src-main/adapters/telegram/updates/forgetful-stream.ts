import type { Ask } from '../../../../../../src-main/adapters/telegram/link/ask'
import { UpdateStream } from '../../../../../../src-main/adapters/telegram/updates/update-stream'
import type { TelegramDelivery } from '../../../../../../src-main/core/desk/facts'

export const date = 1_800_000_000

/** The stream of account 7, read up to pts 10, and what came of it. Its `ask` is what Telegram answers. */
export function streamAt10(options: {
  readonly kind: 'bot' | 'user'
  readonly ask: Ask
  readonly marks?: Readonly<Record<string, string>>
  readonly chats?: readonly string[]
}) {
  const kept: TelegramDelivery[] = []
  const stream = new UpdateStream({
    account: { id: '7', name: 'Fernline', username: null, kind: options.kind },
    ask: options.ask,
    listener: { receive: async (delivery) => void kept.push(delivery), typing: () => {} },
    marks: new Map([
      ['common:7', JSON.stringify({ account: '7', pts: 10, qts: 0, date, seq: 5 })],
      ...Object.entries(options.marks ?? {}),
    ]),
    watch: { groups: [], chats: options.chats ?? [], chatRule: 'chosen', left: [] },
    clock: { now: () => 0, wakeAt: () => {} },
    log: { info: () => {}, warn: () => {}, error: () => {} },
    checkEveryMs: 1_000_000,
    behindChanged: () => {},
    lostGroupsChanged: () => {},
    pauseAsked: () => {},
  })
  return {
    stream,
    facts: () => kept.flatMap((delivery) => delivery.facts),
    counted: (kind: 'gapsFound' | 'gapsClosed' | 'recovered' | 'duplicates') =>
      kept.reduce((sum, { tally }) => sum + (tally?.[kind] ?? 0), 0),
  }
}
