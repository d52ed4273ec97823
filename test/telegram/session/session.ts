import { randomBytes } from 'node:crypto'
import type { Budget, Holder } from '../budget'
import type { AuthKey } from './auth-key'
import { Received } from './check-message'
import { type Frame, seal } from './envelope'
import type { MessageIds } from './message-ids'
import { container, msgsAck } from './service-messages'

const MOST_IN_CONTAINER = 100
const LARGEST_CONTAINER = 256 * 1024
const MOST_UNACKNOWLEDGED = 2000
/** A client that fetches files and never says that they came. */
const MOST_UNACKNOWLEDGED_BYTES = 64 * 1024 * 1024

/** Where packets go: the socket that the session uses just now. */
export interface Outlet {
  readonly isOpen: boolean
  send(packet: Buffer): void
}

/**
 * A session (core.telegram.org/mtproto/description#session) outlives its
 * sockets: what the client has not acknowledged is sent again to the next one.
 */
export class Session implements Holder {
  readonly received = new Received()
  /** Calls that were not answered yet, for `rpc_drop_answer`. */
  readonly running = new Set<bigint>()
  /** Calls under way or done, for `invokeAfterMsg`: true if it went well. */
  readonly calls = new Map<bigint, Promise<boolean>>()
  /** Pushes begin with the first call after sign-in, unless made with `invokeWithoutUpdates`. */
  wantsUpdates = false
  /** True until the client was told of this session, and again once it missed an update. */
  needsAnnouncing = true
  private outlet: Outlet | null = null
  private contentSent = 0
  private queue: { frame: Frame; isContent: boolean }[] = []
  private readonly unacknowledged = new Map<bigint, Frame>()
  private unacknowledgedBytes = 0
  private readonly toAcknowledge: bigint[] = []
  private flushing: NodeJS.Immediate | null = null
  private isForgotten = false

  constructor(
    readonly id: bigint,
    /** The key that seals; for who is signed in ask {@link AuthKeys.identity}. */
    readonly key: AuthKey,
    private readonly messageIds: MessageIds,
    /** What nobody has acknowledged counts against it. */
    private readonly budget: Budget,
  ) {}

  get isConnected(): boolean {
    return this.outlet?.isOpen === true
  }

  /**
   * For `new_session_created`: a new unique id tells the client that updates
   * before this may be lost, and that it should ask for the difference.
   */
  begin(): bigint {
    this.needsAnnouncing = false
    return randomBytes(8).readBigInt64LE(0)
  }

  /** Sends an update, or remembers that one was missed because there is no socket. */
  push(body: Buffer): void {
    if (this.isConnected) this.post(body, { kind: 'notice', isContent: true })
    else this.needsAnnouncing = true
  }

  attach(outlet: Outlet): void {
    if (this.outlet === outlet) return
    this.outlet = outlet
    for (const frame of this.unacknowledged.values()) this.queue.push({ frame, isContent: true })
    this.scheduleFlush()
  }

  /** Queues a message. Those of one turn of the event loop share a container. */
  post(body: Buffer, options: { kind: 'answer' | 'notice'; isContent: boolean }): bigint {
    const messageId = this.messageIds.next(options.kind)
    const seqNo = options.isContent ? this.contentSent++ * 2 + 1 : this.contentSent * 2
    const frame = { messageId, seqNo, body }
    this.queue.push({ frame, isContent: options.isContent })
    if (options.isContent && !this.isForgotten) {
      this.unacknowledged.set(messageId, frame)
      this.unacknowledgedBytes += body.length
      const isTooMuch = () =>
        this.unacknowledged.size > MOST_UNACKNOWLEDGED || this.unacknowledgedBytes > MOST_UNACKNOWLEDGED_BYTES
      while (isTooMuch()) this.forgetOldest()
      this.count()
    }
    this.scheduleFlush()
    return messageId
  }

  acknowledge(messageId: bigint): void {
    this.toAcknowledge.push(messageId)
    this.scheduleFlush()
  }

  wasAcknowledged(messageId: bigint): void {
    this.unacknowledgedBytes -= this.unacknowledged.get(messageId)?.body.length ?? 0
    this.unacknowledged.delete(messageId)
    this.count()
  }

  cutBack(): void {
    this.unacknowledged.clear()
    this.unacknowledgedBytes = 0
  }

  /** Nobody will come back to it. */
  forget(): void {
    this.isForgotten = true
    this.close()
    this.cutBack()
    this.count()
  }

  /** For `msg_resend_req`. */
  resend(messageId: bigint): boolean {
    const frame = this.unacknowledged.get(messageId)
    if (frame === undefined) return false
    this.queue.push({ frame, isContent: true })
    this.scheduleFlush()
    return true
  }

  /** Sends all that waits, now. Used where something must have a packet of its own. */
  flush(): void {
    if (this.flushing !== null) clearImmediate(this.flushing)
    this.flushing = null
    if (!this.isConnected) {
      // Answers and updates stay unacknowledged and go to the next socket; the rest has lost its sense.
      this.queue = []
      return
    }
    if (this.toAcknowledge.length > 0) {
      const frame = this.noticeFrame(msgsAck(this.toAcknowledge.splice(0)))
      this.queue.push({ frame, isContent: false })
    }
    while (this.queue.length > 0) this.sendPacket(this.nextBatch())
  }

  close(): void {
    if (this.flushing !== null) clearImmediate(this.flushing)
    this.flushing = null
    this.outlet = null
    this.queue = []
  }

  private count(): void {
    this.budget.set(this, this.unacknowledgedBytes)
  }

  private scheduleFlush(): void {
    this.flushing ??= setImmediate(() => this.flush())
  }

  private noticeFrame(body: Buffer): Frame {
    return { messageId: this.messageIds.next('notice'), seqNo: this.contentSent * 2, body }
  }

  private nextBatch(): Frame[] {
    let size = 0
    let count = 0
    for (const { frame } of this.queue) {
      if (count > 0 && (count >= MOST_IN_CONTAINER || size + frame.body.length > LARGEST_CONTAINER)) break
      size += frame.body.length + 16
      count++
    }
    return this.queue.splice(0, count).map(({ frame }) => frame)
  }

  private sendPacket(frames: readonly Frame[]): void {
    const [only] = frames
    if (only === undefined) return
    const frame = frames.length === 1 ? only : this.noticeFrame(container(frames))
    this.outlet?.send(seal(frame, this.key, this.id))
  }

  private forgetOldest(): void {
    for (const messageId of this.unacknowledged.keys()) {
      this.wasAcknowledged(messageId)
      return
    }
  }
}
