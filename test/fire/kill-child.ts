import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { SystemClock } from '../../src-main/adapters/clock/system-clock'
import { memorySecrets } from '../integration/telegram/desk-side'
import type { LocalAddress } from '../runtime/local-endpoint'
import { Random } from '../telegram/random'
import { startDeskOnDc } from './desk-on-dc'
import { pause } from './pause'

/** What a child is told by its parent. */
export interface Orders {
  readonly folder: string
  readonly dc: LocalAddress
  readonly sessions: readonly (readonly [`telegram-session-${string}`, string])[]
  readonly conversations: readonly string[]
  /** Begins the names of all it asks. */
  readonly name: string
  readonly seed: number
}

/** A desk with two busy agents, until it is killed. Says what it asks before and after the desk acknowledged it. */
process.send?.('loaded')
const [orders] = (await once(process, 'message')) as [Orders]
const secrets = memorySecrets()
for (const [name, text] of orders.sessions) await secrets.write(name, text)
const { desk, journal } = await startDeskOnDc({ ...orders, secrets, clock: new SystemClock() })
const random = new Random(orders.seed)
let last = 0
const work = async () => {
  for (;;) {
    const conversationId = random.pick(orders.conversations)
    const ticketId = journal.state.conversations.get(conversationId)?.ticketIds.at(-1)
    if (ticketId !== undefined) {
      const text = `reply ${orders.name}-${++last}.`
      process.send?.({ asked: text, conversationId })
      await desk.handlers.conversation.reply({
        ...{ ticketId, replyId: randomUUID(), text, entities: [], replyTo: null, attachments: [] },
        ...{ after: 'nothing', seenPosition: 0, force: true },
      })
      process.send?.({ kept: text })
    }
    await pause(random.between(5, 40))
  }
}
await work()
