import type { Socket } from 'node:net'
import { type Detected, detect } from './detect'
import { FramingError } from './framing'

/** One client's socket: whole packets in, whole packets out, whatever the transport. */
export class Wire {
  private waiting: Buffer = Buffer.alloc(0)
  private detected: Detected | null = null

  /** @param onPacket gets every packet in order; what it throws closes this socket and nothing else. */
  constructor(
    private readonly socket: Socket,
    private readonly onPacket: (packet: Buffer) => void,
    private readonly onTrouble: (trouble: Error) => void,
  ) {
    socket.setNoDelay(true)
    socket.on('data', (bytes: Buffer) => this.receive(bytes))
    socket.on('error', () => socket.destroy())
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
    this.socket.write(this.detected.obfuscation?.cipher(framed) ?? framed)
  }

  close(): void {
    this.socket.destroy()
  }

  private receive(bytes: Buffer): void {
    try {
      const plain = this.detected?.obfuscation?.decipher(bytes) ?? bytes
      this.waiting = this.waiting.length === 0 ? plain : Buffer.concat([this.waiting, plain])
      if (this.detected === null) {
        this.detected = detect(this.waiting)
        if (this.detected === null) return
        this.waiting = this.detected.rest
      }
      this.takeAll(this.detected)
    } catch (error) {
      this.onTrouble(error instanceof Error ? error : new FramingError(String(error)))
      this.close()
    }
  }

  private takeAll(detected: Detected): void {
    for (let taken = detected.framing.take(this.waiting); taken !== null && this.isOpen; ) {
      this.waiting = this.waiting.subarray(taken.used)
      this.onPacket(taken.packet)
      taken = detected.framing.take(this.waiting)
    }
  }
}
