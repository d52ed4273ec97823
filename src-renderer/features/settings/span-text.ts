const units: Readonly<Record<string, number>> = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 }

/** A span (ms) as it is written in settings, exact: `30m`, `1h 30m`, `5d`; null is an empty text. */
export function spanText(ms: number | null): string {
  if (ms === null) return ''
  let rest = ms
  const parts: string[] = []
  for (const unit of ['d', 'h', 'm', 's']) {
    const length = units[unit] ?? 1
    const n = Math.floor(rest / length)
    if (n > 0) parts.push(`${n}${unit}`)
    rest -= n * length
  }
  return parts.length > 0 ? parts.join(' ') : '0m'
}

export interface SpanRange {
  /** Milliseconds. */
  readonly least: number
  readonly most: number
  /** Whether nothing at all may be written. */
  readonly mayBeNone: boolean
}

export type ReadSpan =
  | { readonly ok: true; readonly ms: number | null }
  | { readonly ok: false; readonly why: string }

/** Reads what was written as a span, and says what is allowed if it cannot. */
export function readSpan(text: string, range: SpanRange): ReadSpan {
  const written = text.trim().toLowerCase()
  if (written === '' || written === 'none' || written === 'never') {
    return range.mayBeNone
      ? { ok: true, ms: null }
      : { ok: false, why: 'Write a time such as 30m, 2h or 2d.' }
  }
  if (!/^(\d+(\.\d+)?\s*[smhd]\s*)+$/.test(written)) {
    return { ok: false, why: 'Write a time such as 30m, 2h or 2d.' }
  }
  const parts = [...written.matchAll(/(\d+(?:\.\d+)?)\s*([smhd])/g)]
  const ms = Math.round(parts.reduce((sum, [, n, unit]) => sum + Number(n) * (units[unit ?? ''] ?? 0), 0))
  if (ms < range.least) return { ok: false, why: `The shortest is ${spanText(range.least)}.` }
  if (ms > range.most) return { ok: false, why: `The longest is ${spanText(range.most)}.` }
  return { ok: true, ms }
}
