import type { Clock } from '../../clock'
import type { Random } from '../../random'
import { badRequest, RpcError } from '../../rpc-error'

const CODE_LASTS_MS = 5 * 60_000
const MOST_WRONG = 5
/** Strangers may ask for codes as they like; only the newest are kept. */
const MOST_PENDING = 1000

interface PendingCode {
  readonly phone: string
  readonly code: string
  readonly hash: string
  readonly expiresAt: number
  wrong: number
  /** Was typed in rightly: signing up may follow. */
  isProven: boolean
}

/** Login codes under way (core.telegram.org/api/auth). One per phone: asking again makes the older one useless. */
export class LoginCodes {
  private readonly pending = new Map<string, PendingCode>()

  constructor(
    private readonly clock: Clock,
    private readonly random: Random,
    /** The same for everybody, for clients in other processes; null makes each at random. */
    private readonly fixedCode: string | null,
  ) {}

  send(phone: string): PendingCode {
    const code = this.fixedCode ?? String(this.random.between(10000, 99999))
    const hash = this.random.bytes(9).toString('hex')
    const made = { phone, code, hash, expiresAt: this.clock.now() + CODE_LASTS_MS, wrong: 0, isProven: false }
    this.pending.delete(phone)
    this.pending.set(phone, made)
    for (const oldest of this.pending.keys()) {
      if (this.pending.size <= MOST_PENDING) break
      this.pending.delete(oldest)
    }
    return made
  }

  /** What would stand in the message to this phone; null if none was asked for. */
  current(phone: string): string | null {
    return this.pending.get(phone)?.code ?? null
  }

  /** Another code for the same attempt. @throws PHONE_CODE_HASH_EMPTY, PHONE_CODE_EXPIRED */
  resend(phone: string, hash: string): PendingCode {
    this.find(phone, hash)
    return this.send(phone)
  }

  cancel(phone: string, hash: string): void {
    this.find(phone, hash)
    this.pending.delete(phone)
  }

  /** @throws PHONE_CODE_EMPTY, PHONE_CODE_INVALID, PHONE_CODE_EXPIRED, PHONE_NUMBER_FLOOD */
  check(phone: string, hash: string, code: string | undefined): void {
    if (code === undefined || code === '') throw badRequest('PHONE_CODE_EMPTY')
    const pending = this.find(phone, hash)
    if (pending.wrong >= MOST_WRONG) throw new RpcError(420, 'FLOOD_WAIT_60')
    if (pending.code !== code) {
      pending.wrong++
      throw badRequest('PHONE_CODE_INVALID')
    }
    pending.isProven = true
  }

  /** Whoever signs up has shown the code just before. @throws PHONE_CODE_INVALID, PHONE_CODE_EXPIRED */
  checkProven(phone: string, hash: string): void {
    if (!this.find(phone, hash).isProven) throw badRequest('PHONE_CODE_INVALID')
  }

  /** After sign-in the code is worth nothing any more. */
  use(phone: string): void {
    this.pending.delete(phone)
  }

  /** For a test that wants to be late. */
  expire(phone: string): void {
    const pending = this.pending.get(phone)
    if (pending !== undefined) this.pending.set(phone, { ...pending, expiresAt: 0 })
  }

  private find(phone: string, hash: string): PendingCode {
    if (hash === '') throw badRequest('PHONE_CODE_HASH_EMPTY')
    const pending = this.pending.get(phone)
    if (pending === undefined || pending.hash !== hash || pending.expiresAt < this.clock.now()) {
      throw badRequest('PHONE_CODE_EXPIRED')
    }
    return pending
  }
}
