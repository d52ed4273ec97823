import type { Random } from '../../telegram/random'

/** Numbers that parsers trip over. */
const AWKWARD = [0, 1, -1, 4, 127, 128, 254, 255, 0x7fffffff, -0x80000000, 0x1cb5c415, 0x73f1f8dc, 0x3072cfa1]

/** Spoils bytes in one to four ways: flips, awkward numbers, cuts, doublings, noise. */
export function mutate(random: Random, valid: Buffer): Buffer {
  let bytes = Buffer.from(valid)
  for (let times = random.between(1, 4); times > 0; times--) bytes = Buffer.from(spoil(random, bytes))
  return bytes
}

function spoil(random: Random, bytes: Buffer): Buffer {
  if (bytes.length < 4) return random.bytes(random.between(0, 40))
  const at = random.between(0, bytes.length - 1)
  switch (random.between(0, 6)) {
    case 0:
      bytes[at] = (bytes[at] ?? 0) ^ (1 << random.between(0, 7))
      return bytes
    case 1:
      bytes.writeInt32LE(random.pick(AWKWARD) | 0, Math.min(at & ~3, bytes.length - 4))
      return bytes
    case 2:
      return bytes.subarray(0, at)
    case 3:
      return Buffer.concat([bytes.subarray(0, at), random.bytes(random.between(1, 16)), bytes.subarray(at)])
    case 4: {
      const end = Math.min(bytes.length, at + random.between(4, 64))
      return Buffer.concat([bytes.subarray(0, end), bytes.subarray(at)])
    }
    case 5:
      return Buffer.concat([bytes.subarray(0, at), bytes.subarray(Math.min(bytes.length, at + 4))])
    default:
      return Buffer.concat([bytes, random.bytes(random.between(1, 32))])
  }
}
