import type { Socket } from 'node:net'
import type { Budget, Holder } from '../budget'
import { type Detected, detect } from './detect'
import { FramingError } from './framing'
import { Inbox } from './inbox'

/** How long a client may keep a socket without using it, and how much it may leave unread. */
export interface WireLimits {
  /** Without a first whole packet. */
  readonly firstPacketMs: number
  /** In the middle of a packet. */
  readonly packetMs: number
  /** Without any bytes at all. */
  readonly idleMs: number
  /** What we have sent and nobody has read. */
  readonly mostUnread: number
}

export const WIRE_LIMITS: WireLimits = {
  firstPacketMs: 30_000,
  packetMs: 60_000,
  idleMs: 15 * 60_000,
  mostUnread: 64 * 1024 * 1024,
}

/** One client's socket: whole packets in, whole packets out, whatever the transport. */
export class Wire implements Holder {
  private readonly inbox = new Inbox()
  private detected: Detected | null = null
  private hasBegun = false
  private deadline: NodeJS.Timeout | null = null

  /**
   * @param onPacket gets every packet in order; what it throws closes this socket and nothing else.
   * @param budget what waits to be read or to be whole counts against it.
   */
  constructor(
    private readonly socket: Socket,
    private readonly onPacket: (packet: Buffer) => void,
    private readonly onTrouble: (trouble: Error) => void,
    private readonly limits: WireLimits,
    private readonly budget: Budget,
  ) {
    socket.setNoDelay(true)
    socket.setTimeout(limits.idleMs, () => this.giveUp('nothing came for too long'))
    socket.on('data', (bytes: Buffer) => this.receive(bytes))
    socket.on('error', () => socket.destroy())
    socket.on('close', () => {
      this.expect(null)
      this.budget.set(this, 0)
    })
    this.expect(limits.firstPacketMs)
  }

  /** `full`, `abridged`, `intermediate`, `padded-intermediate`, or `obfuscated` and one of these. */
  get transport(): string {
    if (this.detected === null) return 'unknown'
    const { framing, obfuscation } = this.detected
    return obfuscation === null ? framing.name : `obfuscated ${framing.name}`
  }

  get isOpen(): boolean {
    return !this.socket.destroyed
  }

  send(packet: Buffer): void {
    if (this.detected === null || this.socket.destroyed) return
    const framed = this.detected.framing.wrap(packet)
    this.socket.write(this.detected.obfuscation?.cipher(framed) ?? framed, () => this.count())
    if (this.socket.writableLength > this.limits.mostUnread) this.giveUp('nobody reads what we send')
    else this.count()
  }

  close(): void {
    this.socket.destroy()
  }

  cutBack(): void {
    this.giveUp('too much waits for too many')
  }

  private count(): void {
    if (this.isOpen) this.budget.set(this, this.inbox.size + this.socket.writableLength)
  }

  private receive(bytes: Buffer): void {
    // What was on its way when the socket was closed is nobody's any more.
    if (!this.isOpen) return
    try {
      this.inbox.append(this.detected?.obfuscation?.decipher(bytes) ?? bytes)
      if (this.detected === null) {
        this.detected = detect(this.inbox.waiting)
        if (this.detected === null) return
        this.inbox.take(this.inbox.waiting.length)
        this.inbox.append(this.detected.rest)
      }
      if (this.takeAll(this.detected)) this.expect(null)
      if (this.hasBegun && this.inbox.waiting.length > 0 && this.deadline === null) {
        this.expect(this.limits.packetMs)
      }
      this.count()
    } catch (error) {
      this.onTrouble(error instanceof Error ? error : new FramingError(String(error)))
      this.close()
    }
  }

  /** @returns whether there was a whole packet. */
  private takeAll(detected: Detected): boolean {
    let hasAny = false
    while (this.isOpen) {
      const taken = detected.framing.take(this.inbox.waiting)
      if (taken === null) break
      this.inbox.take(taken.used)
      this.hasBegun = true
      hasAny = true
      this.onPacket(taken.packet)
    }
    return hasAny
  }

  /** Closes unless a whole packet comes in time; null waits for nothing. */
  private expect(withinMs: number | null): void {
    if (this.deadline !== null) clearTimeout(this.deadline)
    this.deadline = null
    if (withinMs === null || !this.isOpen) return
    this.deadline = setTimeout(() => this.giveUp('no whole packet came in time'), withinMs)
    this.deadline.unref()
  }

  private giveUp(why: string): void {
    this.onTrouble(new FramingError(why))
    this.close()
  }
}
