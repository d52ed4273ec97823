import { randomBytes } from 'node:crypto'
import { connect, type Socket } from 'node:net'
import { decryptIge, encryptIge } from '../../telegram/crypto/aes-ige'
import { messageAes, messageKey } from '../../telegram/crypto/kdf'
import type { DataCentre } from '../../telegram/server'
import { TlReader } from '../../telegram/tl/reader'
import { TlWriter } from '../../telegram/tl/writer'
import { abridgedFraming } from '../../telegram/transport/abridged'
import type { Framing } from '../../telegram/transport/framing'
import { fullFraming } from '../../telegram/transport/full'
import { intermediateFraming } from '../../telegram/transport/intermediate'
import { paddedIntermediateFraming } from '../../telegram/transport/padded-intermediate'
import { type ClientObfuscation, obfuscate } from './client-obfuscation'
import { until } from './until'

export type TransportName = 'full' | 'abridged' | 'intermediate' | 'padded-intermediate'

const FRAMINGS: Record<TransportName, { make: () => Framing; start: Buffer; tag: Buffer | null }> = {
  full: { make: fullFraming, start: Buffer.alloc(0), tag: null },
  abridged: { make: abridgedFraming, start: Buffer.from('ef', 'hex'), tag: Buffer.from('efefefef', 'hex') },
  intermediate: {
    make: intermediateFraming,
    start: Buffer.from('eeeeeeee', 'hex'),
    tag: Buffer.from('eeeeeeee', 'hex'),
  },
  'padded-intermediate': {
    make: paddedIntermediateFraming,
    start: Buffer.from('dddddddd', 'hex'),
    tag: Buffer.from('dddddddd', 'hex'),
  },
}

/** One message from the server, out of its container. */
export interface Heard {
  readonly messageId: bigint
  readonly seqNo: number
  readonly body: Buffer
  /** Which packet it came in, counted from 0. */
  readonly packet: number
}

/**
 * A client made of bytes: no library, no sign-in, just the protocol. It holds a
 * key that was agreed on beforehand.
 */
export class RawLink {
  readonly heard: Heard[] = []
  readonly plain: Buffer[] = []
  /** Transport errors, such as -404. */
  readonly errors: number[] = []
  isClosed = false
  packets = 0
  salt = 0n
  sessionId = randomBytes(8).readBigInt64LE(0)
  private content = 0
  private lastId = 0n
  private waiting = Buffer.alloc(0)
  private readonly obfuscation: ClientObfuscation | null
  private readonly framing: Framing

  private constructor(
    private readonly socket: Socket,
    readonly keyOf: { readonly key: Buffer; readonly keyId: string },
    transport: TransportName,
    isObfuscated: boolean,
  ) {
    const { make, start, tag } = FRAMINGS[transport]
    this.framing = make()
    socket.on('data', (bytes: Buffer) => this.receive(bytes))
    socket.on('close', () => {
      this.isClosed = true
    })
    socket.on('error', () => socket.destroy())
    this.obfuscation = isObfuscated && tag !== null ? obfuscate(tag, randomBytes(64)) : null
    socket.write(this.obfuscation?.start ?? start)
  }

  static async open(
    dc: DataCentre,
    key: { readonly key: Buffer; readonly keyId: string },
    transport: TransportName = 'intermediate',
    isObfuscated = false,
  ): Promise<RawLink> {
    const socket = connect(dc.address.port, dc.address.host)
    await new Promise((resolve, reject) => socket.once('connect', resolve).once('error', reject))
    return new RawLink(socket, key, transport, isObfuscated)
  }

  /** Reads nothing from now on. */
  pause(): void {
    this.socket.pause()
  }

  close(): void {
    this.socket.destroy()
  }

  /** Sends what is left and waits until the server has hung up as well. */
  async finish(): Promise<void> {
    this.socket.end()
    await until(() => this.isClosed)
  }

  /** Bytes as they are, around everything. */
  write(bytes: Buffer): void {
    this.socket.write(this.obfuscation?.cipher(bytes) ?? bytes)
  }

  sendPacket(packet: Buffer): void {
    this.write(this.framing.wrap(packet))
  }

  sendPlain(body: Buffer): void {
    this.sendPacket(new TlWriter().int64(0n).int64(this.nextId()).int(body.length).raw(body).done())
  }

  /** Seals one message. @returns its id. */
  send(
    body: Buffer,
    options: { messageId?: bigint; seqNo?: number; salt?: bigint; isContent?: boolean } = {},
  ): bigint {
    const messageId = options.messageId ?? this.nextId()
    const isContent = options.isContent ?? true
    const seqNo = options.seqNo ?? (isContent ? this.content++ * 2 + 1 : this.content * 2)
    const head = new TlWriter()
      .int64(options.salt ?? this.salt)
      .int64(this.sessionId)
      .int64(messageId)
      .int(seqNo)
      .int(body.length)
      .raw(body)
      .done()
    const plain = Buffer.concat([head, randomBytes(12 + ((16 - ((head.length + 12) % 16)) % 16))])
    const key = messageKey(this.keyOf.key, plain, 'to-server')
    const encrypted = encryptIge(plain, messageAes(this.keyOf.key, key, 'to-server'))
    this.sendPacket(Buffer.concat([Buffer.from(this.keyOf.keyId, 'hex'), key, encrypted]))
    return messageId
  }

  nextId(atMs = Date.now()): bigint {
    const now = ((BigInt(atMs) << 32n) / 1000n) & ~3n
    this.lastId = now > this.lastId ? now : this.lastId + 4n
    return this.lastId
  }

  /** The first message with this constructor, once it is there. */
  async hear(constructorId: number): Promise<Heard> {
    const find = () => this.heard.find(({ body }) => body.readUInt32LE(0) === constructorId)
    await until(() => find() !== undefined)
    const found = find()
    if (found === undefined) throw new Error('heard nothing')
    return found
  }

  /** The body of the result of one call: what follows the id in `rpc_result`. */
  async result(messageId: bigint): Promise<Buffer> {
    const find = () =>
      this.heard.find(
        ({ body }) => body.readUInt32LE(0) === 0xf35c6d01 && body.readBigInt64LE(4) === messageId,
      )
    await until(() => find() !== undefined)
    return find()?.body.subarray(12) ?? Buffer.alloc(0)
  }

  private receive(bytes: Buffer): void {
    this.waiting = Buffer.concat([this.waiting, this.obfuscation?.decipher(bytes) ?? bytes])
    for (
      let taken = this.framing.take(this.waiting);
      taken !== null;
      taken = this.framing.take(this.waiting)
    ) {
      this.waiting = this.waiting.subarray(taken.used)
      this.open(Buffer.from(taken.packet))
      this.packets++
    }
  }

  private open(packet: Buffer): void {
    if (packet.length < 20) {
      this.errors.push(packet.readInt32LE(0))
      return
    }
    if (packet.readBigInt64LE(0) === 0n) {
      this.plain.push(packet.subarray(20))
      return
    }
    const key = packet.subarray(8, 24)
    const plain = decryptIge(packet.subarray(24), messageAes(this.keyOf.key, key, 'to-client'))
    if (!messageKey(this.keyOf.key, plain, 'to-client').equals(key))
      throw new Error('wrong msg_key from the server')
    this.take(new TlReader(plain, 16))
  }

  private take(reader: TlReader): void {
    const messageId = reader.int64()
    const seqNo = reader.int()
    const body = Buffer.from(reader.raw(reader.int()))
    if (body.readUInt32LE(0) !== 0x73f1f8dc) {
      this.heard.push({ messageId, seqNo, body, packet: this.packets })
      return
    }
    const inner = new TlReader(body, 8)
    for (let left = body.readInt32LE(4); left > 0; left--) this.take(inner)
  }
}
