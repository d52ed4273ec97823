import { pbkdf2Sync, randomBytes } from 'node:crypto'
import { DH_GENERATOR, DH_PRIME } from './dh'
import { sha256, xor } from './hash'

const P = toBig(DH_PRIME)
const G = BigInt(DH_GENERATOR)
const G_BYTES = toBytes(G)
const HASH_OF_GROUP = xor(sha256(DH_PRIME), sha256(G_BYTES))
const MULTIPLIER = toBig(sha256(DH_PRIME, G_BYTES))

/** What the server keeps of a password: never the password itself. */
export interface Verifier {
  readonly salt1: Buffer
  readonly salt2: Buffer
  readonly v: bigint
}

/** One check under way. */
export interface SrpExchange {
  readonly verifier: Verifier
  readonly b: bigint
  /** The number the client gets as `srp_B`. */
  readonly B: Buffer
}

/** core.telegram.org/api/srp: PH2 over the password and both salts, then g^x. Takes about 0.1 s, by design. */
export function makeVerifier(password: string, salt1: Buffer, salt2: Buffer): Verifier {
  const ph1 = sha256(salt2, sha256(salt1, Buffer.from(password, 'utf8'), salt1), salt2)
  const slow = pbkdf2Sync(ph1, salt1, 100_000, 64, 'sha512')
  return { salt1, salt2, v: power(G, toBig(sha256(salt2, slow, salt2))) }
}

export function startSrp(verifier: Verifier): SrpExchange {
  const b = toBig(randomBytes(256))
  return { verifier, b, B: toBytes((MULTIPLIER * verifier.v + power(G, b)) % P) }
}

/** Whether the client knows the password: compares its M1 with ours. */
export function checkSrp({ verifier, b, B }: SrpExchange, clientA: Buffer, clientM1: Buffer): boolean {
  const a = toBig(clientA)
  if (a <= 0n || a >= P) return false
  const A = toBytes(a)
  const u = toBig(sha256(A, B))
  const shared = power((a * power(verifier.v, u)) % P, b)
  const key = sha256(toBytes(shared))
  const m1 = sha256(HASH_OF_GROUP, sha256(verifier.salt1), sha256(verifier.salt2), A, B, key)
  return m1.equals(clientM1)
}

function power(base: bigint, exponent: bigint): bigint {
  let result = 1n
  let square = base % P
  for (let rest = exponent; rest > 0n; rest >>= 1n) {
    if (rest & 1n) result = (result * square) % P
    square = (square * square) % P
  }
  return result
}

function toBig(bytes: Buffer): bigint {
  return bytes.length === 0 ? 0n : BigInt(`0x${bytes.toString('hex')}`)
}

function toBytes(value: bigint): Buffer {
  return Buffer.from(value.toString(16).padStart(512, '0'), 'hex')
}
