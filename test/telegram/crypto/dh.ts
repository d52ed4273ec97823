import { createDiffieHellman, type DiffieHellman } from 'node:crypto'

/** The 2048-bit safe prime that Telegram uses everywhere; clients know it by heart. */
export const DH_PRIME = Buffer.from(
  'c71caeb9c6b1c9048e6c522f70f13f73980d40238e3e21c14934d037563d930f' +
    '48198a0aa7c14058229493d22530f4dbfa336f6e0ac925139543aed44cce7c37' +
    '20fd51f69458705ac68cd4fe6b6b13abdc9746512969328454f18faf8c595f64' +
    '2477fe96bb2a941d5bcd1d4ac8cc49880708fa9b378e3c4f3a9060bee67cf9a4' +
    'a4a695811051907e162753b56b0f6b410dba74d8a84b2a14b3144e0ef1284754' +
    'fd17ed950d5965b4b9dd46582db1178d169c6bc465b0d6ff9ca3928fef5b9ae4' +
    'e418fc15e83ebea0f87fa9ff5eed70050ded2849f47bf959d956850ce929851f' +
    '0d8115f635b105ee2e4e15d04b2454bf6f4fadf034b10403119cd8e3b92fcc5b',
  'hex',
)
export const DH_GENERATOR = 3

let group: DiffieHellman | undefined

/** Our half of an exchange. `secret` is the exponent, `shared` the number sent to the client. */
export interface DhHalf {
  readonly secret: Buffer
  readonly shared: Buffer
}

// Node checks the prime when the group is made, which takes 0.2 s: once a process is enough.
function dhGroup(): DiffieHellman {
  group ??= createDiffieHellman(DH_PRIME, DH_GENERATOR)
  return group
}

export function makeHalf(): DhHalf {
  const shared = dhGroup().generateKeys()
  return { secret: dhGroup().getPrivateKey(), shared: padded(shared) }
}

/**
 * The 256 bytes both sides now know, or null if the client's half is outside
 * 2^1984 .. p - 2^1984 (core.telegram.org/mtproto/security_guidelines).
 */
export function finish(half: DhHalf, theirs: Buffer): Buffer | null {
  const value = BigInt(`0x${theirs.toString('hex') || '0'}`)
  const prime = BigInt(`0x${DH_PRIME.toString('hex')}`)
  const margin = 1n << 1984n
  if (value < margin || value > prime - margin) return null
  const dh = dhGroup()
  dh.setPrivateKey(half.secret)
  return padded(dh.computeSecret(theirs))
}

/** Numbers travel with their leading zeros: 256 bytes, always. */
function padded(bytes: Buffer): Buffer {
  return Buffer.concat([Buffer.alloc(Math.max(0, 256 - bytes.length)), bytes])
}
