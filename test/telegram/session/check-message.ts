import type { Frame } from './envelope'
import { secondsOf } from './message-ids'
import { HTTP_WAIT, MSG_CONTAINER, MSGS_ACK, SERVICE_MESSAGES } from './service-messages'

const OLDEST_SECONDS = 300
const NEWEST_SECONDS = 30
const REMEMBERED = 1000

/** Error codes of `bad_msg_notification` (core.telegram.org/mtproto/service_messages_about_messages). */
export type BadMessage = 16 | 17 | 18 | 19 | 20 | 32 | 33 | 34 | 35 | 64

/**
 * Whether a message is to be acknowledged and has a place in the order. Some
 * clients give acknowledgements odd sequence numbers; the service does not mind.
 */
export function counts({ seqNo, body }: Frame): boolean {
  const kind = body.readUInt32LE(0)
  return (seqNo & 1) === 1 && kind !== MSGS_ACK && kind !== HTTP_WAIT && kind !== MSG_CONTAINER
}

/** What one session has received lately: the ids of all, the sequence numbers of what counts. */
export class Received {
  private readonly ids = new Set<bigint>()
  /** Of what is no longer remembered one by one, the highest id. */
  private forgotten = 0n
  private readonly content: { readonly messageId: bigint; readonly seqNo: number }[] = []

  has(messageId: bigint): boolean {
    return this.ids.has(messageId)
  }

  /** @returns the code that the service gives for it, or null if all is well. */
  check(frame: Frame, nowSeconds: number): BadMessage | null {
    if (frame.messageId % 4n !== 0n) return 18
    const age = nowSeconds - secondsOf(frame.messageId)
    if (age > OLDEST_SECONDS) return 16
    if (age < -NEWEST_SECONDS) return 17
    // Whether it came before cannot be told any more, so it counts as if it had.
    if (frame.messageId <= this.forgotten && !this.ids.has(frame.messageId)) return 20
    const kind = frame.body.readUInt32LE(0)
    const isContainer = kind === MSG_CONTAINER
    if (isContainer && this.ids.has(frame.messageId)) return 19
    if (isContainer) return (frame.seqNo & 1) === 1 ? 34 : null
    if ((frame.seqNo & 1) === 0 && !SERVICE_MESSAGES.has(kind)) return 35
    return counts(frame) ? this.checkOrder(frame) : null
  }

  remember(frame: Frame): void {
    this.ids.add(frame.messageId)
    if (this.ids.size > REMEMBERED * 2) this.forget()
    if (!counts(frame)) return
    this.content.push({ messageId: frame.messageId, seqNo: frame.seqNo })
    if (this.content.length > REMEMBERED) this.content.splice(0, REMEMBERED / 2)
  }

  private forget(): void {
    const lowestFirst = [...this.ids].sort((a, b) => (a < b ? -1 : 1))
    for (const id of lowestFirst.slice(0, REMEMBERED)) this.ids.delete(id)
    this.forgotten = lowestFirst[REMEMBERED - 1] ?? this.forgotten
  }

  /** Later ids must have higher sequence numbers: 32 is too low, 33 too high. */
  private checkOrder(frame: Frame): 32 | 33 | null {
    for (let i = this.content.length - 1; i >= 0; i--) {
      const known = this.content[i]
      if (known === undefined || known.messageId === frame.messageId) continue
      if (known.messageId < frame.messageId) return known.seqNo >= frame.seqNo ? 32 : null
      if (known.seqNo <= frame.seqNo) return 33
    }
    return null
  }
}
