import { useMemo } from 'react'
import { encode } from 'uqr'

/** A QR code as one drawn path: black on white in both themes, or cameras fail. */
export function QrPicture({ text, label }: { readonly text: string; readonly label: string }) {
  const { size, path } = useMemo(() => qrPath(text), [text])
  return (
    <svg
      className="qr"
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
    >
      <path d={path} fill="#000" />
    </svg>
  )
}

/** The dark modules of a code, runs in a row joined to one rectangle. */
export function qrPath(text: string): { readonly size: number; readonly path: string } {
  const { data, size } = encode(text, { ecc: 'M', border: 0 })
  const runs: string[] = []
  data.forEach((row, y) => {
    let from = -1
    for (let x = 0; x <= size; x++) {
      if (row[x] && from < 0) from = x
      if (!row[x] && from >= 0) {
        runs.push(`M${from} ${y}h${x - from}v1h-${x - from}z`)
        from = -1
      }
    }
  })
  return { size, path: runs.join('') }
}
