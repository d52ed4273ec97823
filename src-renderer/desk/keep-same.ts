type Plain = Readonly<Record<string, unknown>>

const isPlain = (value: unknown): value is Plain =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * `after`, with every part of it that says the same as in `before` replaced by that very part. What main sends
 * anew but unchanged is then recognised as such, and nothing is drawn again for it. For plain data only.
 */
export function keepSame<T>(before: unknown, after: T): T {
  if (Object.is(before, after)) return after
  if (Array.isArray(before) && Array.isArray(after)) {
    const kept = after.map((one: unknown, at) => keepSame(before[at], one))
    const isSame = kept.length === before.length && kept.every((one, at) => Object.is(one, before[at]))
    return (isSame ? before : kept) as T
  }
  if (isPlain(before) && isPlain(after)) {
    const names = Object.keys(after)
    const kept = Object.fromEntries(names.map((name) => [name, keepSame(before[name], after[name])]))
    const isSame =
      names.length === Object.keys(before).length &&
      names.every((name) => Object.is(kept[name], before[name]))
    return (isSame ? before : kept) as T
  }
  return after
}
