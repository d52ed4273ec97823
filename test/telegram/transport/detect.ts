import { abridgedFraming } from './abridged'
import { type Framing, FramingError } from './framing'
import { fullFraming } from './full'
import { intermediateFraming } from './intermediate'
import { type Obfuscation, openObfuscation } from './obfuscated'
import { paddedIntermediateFraming } from './padded-intermediate'

export const ABRIDGED = 0xefefefef
export const INTERMEDIATE = 0xeeeeeeee
export const PADDED = 0xdddddddd

/** What the first bytes of a connection told. */
export interface Detected {
  readonly framing: Framing
  readonly obfuscation: Obfuscation | null
  /** What remains to be read, already deciphered. */
  readonly rest: Buffer
}

/**
 * Tells the transport from the first bytes, in the order of
 * core.telegram.org/mtproto/mtproto-transports: magic bytes first, then a zero
 * sequence number (full), and whatever is left must be obfuscated.
 *
 * @returns null while more bytes are needed.
 */
export function detect(bytes: Buffer): Detected | null {
  if (bytes.length < 1) return null
  if (bytes[0] === 0xef) return { framing: abridgedFraming(), obfuscation: null, rest: bytes.subarray(1) }
  if (bytes.length < 8) return null
  const first = bytes.readUInt32LE(0)
  const plain = first === INTERMEDIATE || first === PADDED ? framingOf(first) : null
  if (plain !== null) return { framing: plain, obfuscation: null, rest: bytes.subarray(4) }
  if (bytes.readUInt32LE(4) === 0) return { framing: fullFraming(), obfuscation: null, rest: bytes }
  if (bytes.length < 64) return null
  const opened = openObfuscation(bytes)
  const framing = framingOf(opened.tag)
  if (framing === null) throw new FramingError('no known transport')
  return { framing, obfuscation: opened.obfuscation, rest: opened.rest }
}

function framingOf(tag: number): Framing | null {
  if (tag === ABRIDGED) return abridgedFraming()
  if (tag === INTERMEDIATE) return intermediateFraming()
  if (tag === PADDED) return paddedIntermediateFraming()
  return null
}
