/**
 * Message ids of the server (core.telegram.org/mtproto/description#message-identifier-msg-id):
 * the time in 2^-32 seconds, always growing; 1 modulo 4 for an answer, 3 for
 * anything sent unasked.
 */
export class MessageIds {
  private last = 0n

  constructor(private readonly now: () => number) {}

  next(kind: 'answer' | 'notice'): bigint {
    const time = ((BigInt(Math.floor(this.now())) << 32n) / 1000n) & ~3n
    this.last = time > this.last ? time : this.last + 4n
    return this.last | (kind === 'answer' ? 1n : 3n)
  }
}

/** When an id was made, in epoch seconds. */
export function secondsOf(messageId: bigint): number {
  return Number(messageId >> 32n)
}
