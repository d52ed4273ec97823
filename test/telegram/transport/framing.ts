/** How packets are cut out of a TCP stream (core.telegram.org/mtproto/mtproto-transports). */
export interface Framing {
  readonly name: string
  /**
   * Takes the next whole packet from the front of what has arrived.
   *
   * @returns the packet and how many bytes it took, or null if it is not whole yet.
   * @throws {@link FramingError} if the bytes can never become a packet.
   */
  take(bytes: Buffer): { packet: Buffer; used: number } | null
  wrap(packet: Buffer): Buffer
}

/** The stream is broken beyond repair; the socket has to be closed. */
export class FramingError extends Error {
  override readonly name = 'FramingError'
}

/** Larger than any honest packet (a file part is at most 1 MiB); stops a stranger from filling memory. */
export const LONGEST_PACKET = 4 * 1024 * 1024
