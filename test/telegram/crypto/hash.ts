import { createHash } from 'node:crypto'

export function sha1(...parts: Buffer[]): Buffer {
  return digest('sha1', parts)
}

export function sha256(...parts: Buffer[]): Buffer {
  return digest('sha256', parts)
}

function digest(algorithm: string, parts: Buffer[]): Buffer {
  const hash = createHash(algorithm)
  for (const part of parts) hash.update(part)
  return hash.digest()
}

export function xor(a: Buffer, b: Buffer): Buffer {
  const out = Buffer.allocUnsafe(Math.min(a.length, b.length))
  for (let i = 0; i < out.length; i++) out[i] = (a[i] ?? 0) ^ (b[i] ?? 0)
  return out
}
