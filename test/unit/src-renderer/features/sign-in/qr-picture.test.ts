import { encode } from 'uqr'
import { expect, it } from 'vitest'
import { qrPath } from '../../../../../src-renderer/features/sign-in/qr-picture'

it('draws every dark module of the code, and no other', () => {
  const text = 'tg://login?token=8vXH3k2QmVZ0dGVzdC10b2tlbg'
  const { path, size } = qrPath(text)
  const dark = new Set<string>()
  for (const [, x, y, run] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)) {
    for (let at = 0; at < Number(run); at++) dark.add(`${Number(x) + at},${y}`)
  }
  const { data } = encode(text, { ecc: 'M', border: 0 })
  const wanted = new Set<string>()
  for (let y = 0; y < size; y++) for (let x = 0; x < size; x++) if (data[y]?.[x]) wanted.add(`${x},${y}`)
  expect(dark).toEqual(wanted)
})
