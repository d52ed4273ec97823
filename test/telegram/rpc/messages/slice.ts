/** How history is cut (core.telegram.org/api/offsets). */
export interface Offsets {
  readonly offsetId: number
  readonly offsetDate: number
  readonly addOffset: number
  readonly limit: number
  readonly maxId: number
  readonly minId: number
}

const MOST = 100

/** Newest first; `addOffset` may be negative, to look around a message. */
export function slice<M extends { readonly id: number; readonly at: number }>(
  messages: readonly M[],
  offsets: Offsets,
): M[] {
  const newestFirst = [...messages].sort((a, b) => b.id - a.id)
  const isBefore = ({ id, at }: M) =>
    offsets.offsetId > 0
      ? id < offsets.offsetId
      : offsets.offsetDate <= 0 || Math.floor(at / 1000) < offsets.offsetDate
  const first = newestFirst.findIndex(isBefore)
  const from = (first < 0 ? newestFirst.length : first) + offsets.addOffset
  const count = Math.min(MOST, Math.max(0, offsets.limit))
  return newestFirst
    .slice(Math.max(0, from), Math.max(0, from + count))
    .filter(({ id }) => (offsets.maxId <= 0 || id < offsets.maxId) && id > offsets.minId)
}
