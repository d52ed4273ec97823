import type { Socket } from 'node:net'
import type { Budget } from '../budget'
import type { RsaKey } from '../crypto/rsa'
import { TlReader } from '../tl/reader'
import { TlWriter } from '../tl/writer'
import { Wire, type WireLimits } from '../transport/wire'
import type { AuthKey } from './auth-key'
import type { AuthKeys } from './auth-keys'
import { counts } from './check-message'
import { type Frame, type Opened, open } from './envelope'
import { Handshake } from './handshake'
import type { MessageIds } from './message-ids'
import { badMsgNotification, badServerSalt, MSG_CONTAINER, newSessionCreated } from './service-messages'
import type { Session } from './session'
import { unpack } from './unpack'

const UNKNOWN_KEY = -404
/** A timer cannot count further than 24 days. */
const MOST_DELAY_SECONDS = 24 * 3600

/** What a connection needs from the data centre around it. */
export interface ConnectionHost {
  readonly rsa: RsaKey
  readonly keys: AuthKeys
  readonly messageIds: MessageIds
  readonly wireLimits: WireLimits
  readonly budget: Budget
  /** Epoch milliseconds on the wire. */
  wireNow(): number
  /** One message that passed all checks. */
  onMessage(connection: Connection, session: Session, frame: Frame): void
  onTrouble(what: string, trouble: unknown): void
}

/** One socket of one client: opens packets, checks them, and hands their messages on in order. */
export class Connection {
  private readonly wire: Wire
  private readonly handshake: Handshake
  private disconnectTimer: NodeJS.Timeout | null = null
  session: Session | null = null

  constructor(
    socket: Socket,
    private readonly host: ConnectionHost,
  ) {
    this.wire = new Wire(
      socket,
      (packet) => this.receive(packet),
      (trouble) => host.onTrouble('a socket was closed', trouble),
      host.wireLimits,
      host.budget,
    )
    this.handshake = new Handshake(
      host.rsa,
      () => host.wireNow(),
      (key) => host.keys.add(key),
    )
    socket.on('close', () => this.disconnectAfter(null))
  }

  get isOpen(): boolean {
    return this.wire.isOpen
  }

  get transport(): string {
    return this.wire.transport
  }

  send(packet: Buffer): void {
    this.wire.send(packet)
  }

  close(): void {
    this.wire.close()
  }

  /** `ping_delay_disconnect`: closes unless it is called again in time; null takes it back. */
  disconnectAfter(delaySeconds: number | null): void {
    if (this.disconnectTimer !== null) clearTimeout(this.disconnectTimer)
    this.disconnectTimer = null
    if (delaySeconds === null || !this.isOpen) return
    const delay = Math.min(Math.max(delaySeconds, 0), MOST_DELAY_SECONDS)
    this.disconnectTimer = setTimeout(() => this.close(), delay * 1000)
    this.disconnectTimer.unref()
  }

  private receive(packet: Buffer): void {
    if (packet.length < 20) throw new Error(`a packet of ${packet.length} bytes`)
    if (packet.readBigInt64LE(0) === 0n) {
      this.receivePlain(packet)
      return
    }
    const key = this.host.keys.find(packet.subarray(0, 8).toString('hex'))
    if (key === undefined || hasExpired(key, this.host.wireNow())) {
      this.wire.send(new TlWriter().int(UNKNOWN_KEY).done())
      return
    }
    this.receiveEncrypted(key, open(packet, key))
  }

  private receivePlain(packet: Buffer): void {
    const reader = new TlReader(packet, 16)
    const answer = this.handshake.answer(reader.raw(reader.int()))
    const messageId = this.host.messageIds.next('answer')
    this.wire.send(new TlWriter().int64(0n).int64(messageId).int(answer.length).raw(answer).done())
  }

  private receiveEncrypted(key: AuthKey, opened: Opened): void {
    const session = this.host.keys.session(key, opened.sessionId)
    this.session = session
    session.attach(this)
    if (opened.salt !== key.salt) {
      session.post(badServerSalt(opened, key.salt), { kind: 'notice', isContent: false })
      return
    }
    if (session.needsAnnouncing) this.announce(session, key, opened)
    const bad = session.received.check(opened, Math.floor(this.host.wireNow() / 1000))
    if (bad !== null) {
      session.post(badMsgNotification(opened, bad), { kind: 'notice', isContent: false })
      return
    }
    const frames = unpack(opened)
    if (frames === null) {
      session.post(badMsgNotification(opened, 64), { kind: 'notice', isContent: false })
      return
    }
    const isContainer = opened.body.readUInt32LE(0) === MSG_CONTAINER
    if (isContainer) session.received.remember(opened)
    for (const frame of frames) this.receiveFrame(session, frame, !isContainer)
  }

  /** In a packet of its own: some clients wait for ever if it shares a container with the first result. */
  private announce(session: Session, key: AuthKey, first: Frame): void {
    const body = newSessionCreated(first.messageId, session.begin(), key.salt)
    session.post(body, { kind: 'notice', isContent: true })
    session.flush()
  }

  private receiveFrame(session: Session, frame: Frame, wasChecked: boolean): void {
    if (counts(frame)) session.acknowledge(frame.messageId)
    // A message seen before was answered before; the answer waits for its acknowledgement.
    if (session.received.has(frame.messageId)) return
    const nowSeconds = Math.floor(this.host.wireNow() / 1000)
    const bad = wasChecked ? null : session.received.check(frame, nowSeconds)
    if (bad !== null) {
      session.post(badMsgNotification(frame, bad), { kind: 'notice', isContent: false })
      return
    }
    session.received.remember(frame)
    this.host.onMessage(this, session, frame)
  }
}

function hasExpired(key: AuthKey, nowMs: number): boolean {
  return key.temporary !== null && key.temporary.expiresAt * 1000 < nowMs
}
