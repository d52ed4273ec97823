/** A filled circle of `bad-solid` (styles/tokens.css) as BGRA rows. */
export function dotBitmap(size: number): Buffer {
  const bytes = Buffer.alloc(size * size * 4)
  const middle = (size - 1) / 2
  for (let y = 0; y < size; y++)
    for (let x = 0; x < size; x++)
      if (Math.hypot(x - middle, y - middle) <= size / 2 - 0.5)
        bytes.set([0x3a, 0x28, 0xc2, 0xff], (y * size + x) * 4)
  return bytes
}
