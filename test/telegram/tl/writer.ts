import { NEWEST_LAYER, olderForm } from './older'
import { toOlderShape } from './older-shapes'
import { FALSE, TRUE, VECTOR } from './reader'
import type { Field, TlObject } from './schema'
import { big, type Long } from './values'

/** Writes TL into one growing buffer (core.telegram.org/mtproto/serialize). */
export class TlWriter {
  private bytes = Buffer.allocUnsafe(256)
  private length = 0

  /** @param layer of the client that will read it. */
  constructor(private readonly layer: number = NEWEST_LAYER) {}

  done(): Buffer {
    return this.bytes.subarray(0, this.length)
  }

  raw(data: Buffer): this {
    const at = this.grow(data.length)
    data.copy(this.bytes, at)
    return this
  }

  int(value: number): this {
    const at = this.grow(4)
    this.bytes.writeInt32LE(value, at)
    return this
  }

  uint(value: number): this {
    const at = this.grow(4)
    this.bytes.writeUInt32LE(value >>> 0, at)
    return this
  }

  int64(value: bigint): this {
    const at = this.grow(8)
    this.bytes.writeBigInt64LE(BigInt.asIntN(64, value), at)
    return this
  }

  blob(data: Buffer): this {
    if (data.length < 254) this.raw(Buffer.from([data.length]))
    else this.uint(254 | (data.length << 8))
    this.raw(data)
    const padding = (4 - (((data.length < 254 ? 1 : 4) + data.length) % 4)) % 4
    return this.raw(Buffer.alloc(padding))
  }

  string(text: string): this {
    return this.blob(Buffer.from(text, 'utf8'))
  }

  bool(value: boolean): this {
    return this.uint(value ? TRUE : FALSE)
  }

  /** A boxed object of the schema. @throws if a field that must be there is not: that is our bug. */
  object(newest: TlObject): this {
    const object = this.layer < NEWEST_LAYER ? toOlderShape(newest) : newest
    const known = olderForm(object, this.layer)
    if (known === undefined) throw new Error(`${object.className} is not in the schema`)
    const values = object as unknown as Record<string, unknown>
    this.uint(known.id)
    for (const field of known.fields) {
      if (field.isFlagsWord) {
        this.uint(flagsWord(field.name, known.fields, values))
      } else if (isThere(field, values) || sharesBit(field, known.fields, values)) {
        if (field.type !== 'true') this.field(field, values[field.name] ?? this.blank(field), known.name)
      }
    }
    return this
  }

  /** The answer to a call: an object, a Bool, or a vector of objects, ints or longs. */
  result(value: unknown, type: string): this {
    if (typeof value === 'boolean') return this.bool(value)
    if (!Array.isArray(value)) return this.object(value as TlObject)
    this.uint(VECTOR).int(value.length)
    for (const item of value) this.value(/^Vector<(.*)>$/.exec(type)?.[1] ?? 'object', item)
    return this
  }

  private field(field: Field, value: unknown, owner: string): void {
    if (value === undefined || value === null) throw new Error(`${owner} lacks ${field.name}`)
    if (field.vector === 'none') {
      this.value(field.type, value)
      return
    }
    const items = value as unknown[]
    if (field.vector === 'boxed') this.uint(VECTOR)
    this.int(items.length)
    for (const item of items) this.value(field.type, item)
  }

  /** For what an older layer must have and ours has not. */
  private blank(field: Field): unknown {
    if (this.layer >= NEWEST_LAYER) return undefined
    if (field.vector !== 'none') return []
    return { int: 0, long: 0n, string: '', bytes: Buffer.alloc(0), Bool: false, double: 0 }[field.type]
  }

  private value(type: string, value: unknown): void {
    switch (type) {
      case 'int':
        this.int(value as number)
        break
      case 'long':
        this.int64(big(value as Long))
        break
      case 'int128':
      case 'int256':
        this.wide(big(value as Long), type === 'int128' ? 16 : 32)
        break
      case 'double': {
        const at = this.grow(8)
        this.bytes.writeDoubleLE(value as number, at)
        break
      }
      case 'string':
        this.string(value as string)
        break
      case 'bytes':
        this.blob(value as Buffer)
        break
      case 'Bool':
        this.bool(value as boolean)
        break
      default:
        if (Array.isArray(value)) this.result(value, type)
        else this.object(value as TlObject)
    }
  }

  private wide(value: bigint, length: number): void {
    let rest = BigInt.asUintN(length * 8, value)
    const bytes = Buffer.alloc(length)
    for (let i = 0; i < length; i++, rest >>= 8n) bytes[i] = Number(rest & 255n)
    this.raw(bytes)
  }

  /** Makes room for `count` bytes and says where they go. */
  private grow(count: number): number {
    const at = this.length
    this.length += count
    if (this.length > this.bytes.length) {
      const larger = Buffer.allocUnsafe(Math.max(this.length, this.bytes.length * 2))
      this.bytes.copy(larger, 0, 0, at)
      this.bytes = larger
    }
    return at
  }
}

function isThere(field: Field, values: Record<string, unknown>): boolean {
  if (field.condition === null) return true
  const value = values[field.name]
  if (field.type === 'true') return value === true
  return value !== undefined && value !== null
}

/** Fields on one bit come and go together: where one is given, the other must be as well. */
function sharesBit(field: Field, fields: readonly Field[], values: Record<string, unknown>): boolean {
  const { condition } = field
  if (condition === null) return false
  return fields.some(
    (other) =>
      other.condition?.word === condition.word &&
      other.condition.bit === condition.bit &&
      isThere(other, values),
  )
}

function flagsWord(word: string, fields: readonly Field[], values: Record<string, unknown>): number {
  let flags = 0
  for (const field of fields) {
    if (field.condition?.word === word && isThere(field, values)) flags |= 1 << field.condition.bit
  }
  return flags
}

/** The bytes of one boxed object. */
export function encode(object: TlObject, layer: number = NEWEST_LAYER): Buffer {
  return new TlWriter(layer).object(object).done()
}
