import { constructorOf } from './older'
import type { Constructor, Field, TlObject } from './schema'
import { TlError } from './tl-error'
import { type Long, long } from './values'

export const VECTOR = 0x1cb5c415
export const TRUE = 0x997275b5
export const FALSE = 0xbc799737

const DEEPEST = 64

/**
 * Reads TL (core.telegram.org/mtproto/serialize). Strict: it never reads past
 * the end, never believes a vector's length, and forgets nothing between two
 * messages, so that hostile bytes cost their sender an error and nobody else.
 */
export class TlReader {
  private depth = 0

  constructor(
    private readonly bytes: Buffer,
    private offset = 0,
  ) {}

  get left(): number {
    return this.bytes.length - this.offset
  }

  raw(length: number): Buffer {
    if (length < 0 || length > this.left) throw new TlError(`${length} bytes wanted, ${this.left} left`)
    this.offset += length
    return this.bytes.subarray(this.offset - length, this.offset)
  }

  int(): number {
    return this.raw(4).readInt32LE(0)
  }

  uint(): number {
    return this.raw(4).readUInt32LE(0)
  }

  int64(): bigint {
    return this.raw(8).readBigInt64LE(0)
  }

  /** A little-endian integer of any width, signed as the library expects it. */
  wide(length: number): Long {
    let value = 0n
    for (const byte of Buffer.from(this.raw(length)).reverse()) value = (value << 8n) | BigInt(byte)
    return long(BigInt.asIntN(length * 8, value))
  }

  string(): string {
    return this.blob().toString('utf8')
  }

  /** `bytes`: a length of one or four bytes, the data, and padding to four. */
  blob(): Buffer {
    const first = this.raw(1).readUInt8(0)
    if (first === 255) throw new TlError('a length of 255 is not TL')
    const length = first === 254 ? this.raw(3).readUIntLE(0, 3) : first
    const header = first === 254 ? 4 : 1
    const data = this.raw(length)
    this.raw((4 - ((header + length) % 4)) % 4)
    return data
  }

  bool(): boolean {
    const value = this.uint()
    if (value === TRUE) return true
    if (value === FALSE) return false
    throw new TlError(`0x${value.toString(16)} is not a Bool`)
  }

  /** @param wanted the type that belongs here; `X` is any call, and left out, anything at all. */
  object(wanted?: string): TlObject {
    const id = this.uint()
    const known = constructorOf(id)
    if (known === undefined) throw new TlError(`unknown constructor 0x${id.toString(16)}`, id)
    const isRight = wanted === undefined || (wanted === 'X' ? known.isFunction : isOfType(known, wanted))
    if (!isRight) throw new TlError(`${known.name} where ${wanted} was expected`)
    if (++this.depth > DEEPEST) throw new TlError('nested too deeply')
    const flags = new Map<string, number>()
    const fields: Record<string, unknown> = {}
    for (const field of known.fields) {
      if (field.isFlagsWord) {
        flags.set(field.name, this.uint())
        continue
      }
      if (field.condition !== null) {
        const word = flags.get(field.condition.word) ?? 0
        const isSet = (word & (1 << field.condition.bit)) !== 0
        if (field.type === 'true') fields[field.name] = isSet
        if (field.type === 'true' || !isSet) continue
      }
      fields[field.name] = this.field(field)
    }
    this.depth--
    return known.build(fields)
  }

  private field(field: Field): unknown {
    if (field.vector === 'none') return this.value(field.type)
    if (field.vector === 'boxed' && this.uint() !== VECTOR) throw new TlError('a vector was expected')
    const count = this.int()
    if (count < 0 || count > this.left / 4) throw new TlError(`a vector of ${count} cannot fit`)
    return Array.from({ length: count }, () => this.value(field.type))
  }

  /** An object, or a vector of them. */
  private anything(): unknown {
    if (this.left < 4 || this.bytes.readUInt32LE(this.offset) !== VECTOR) return this.object()
    this.uint()
    const count = this.int()
    if (count < 0 || count > this.left / 4) throw new TlError(`a vector of ${count} cannot fit`)
    return Array.from({ length: count }, () => this.object())
  }

  private value(type: string): unknown {
    switch (type) {
      case 'int':
        return this.int()
      case 'long':
        return this.wide(8)
      case 'int128':
        return this.wide(16)
      case 'int256':
        return this.wide(32)
      case 'double':
        return this.raw(8).readDoubleLE(0)
      case 'string':
        return this.string()
      case 'bytes':
        return Buffer.from(this.blob())
      case 'Bool':
        return this.bool()
      // Of older layers it is not written down what belongs where.
      case 'object':
        return this.anything()
      default:
        return this.object(type)
    }
  }
}

/** Some clients name a channel or user as they name any peer; the service takes it. */
const ALSO_PEERS = new Set(['InputChannel', 'InputUser'])

function isOfType({ isFunction, result }: Constructor, wanted: string): boolean {
  return !isFunction && (result === wanted || (result === 'InputPeer' && ALSO_PEERS.has(wanted)))
}
