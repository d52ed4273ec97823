import type { QueuePage, QueueView } from '../../../src-preload/contract/queue'
import type { TicketRow } from '../../../src-preload/contract/ticket'
import { keepSame } from '../../desk/keep-same'
import type { Groups } from './queue-layout'

/** Rows are read in stretches of this many. */
export const stretchSize = 60

/** One view of the queue as far as it was read: its order in stretches, some of which may be out of date. */
export interface Snapshot {
  readonly view: QueueView
  readonly revision: number
  readonly total: number
  readonly groups: Groups
  readonly next: QueuePage['next']
  readonly stretches: ReadonlyMap<number, readonly TicketRow[]>
  readonly stale: ReadonlySet<number>
}

/** Row indexes, both included. */
export interface Range {
  readonly first: number
  readonly last: number
}

/** The stretches that a range of rows lies in. */
export function stretchesOf({ first, last }: Range): readonly number[] {
  const from = Math.floor(Math.max(0, first) / stretchSize)
  const to = Math.floor(Math.max(first, last, 0) / stretchSize)
  return Array.from({ length: to - from + 1 }, (_, index) => from + index)
}

/** The row at an index; null if it was not read yet. */
export const rowAt = (snapshot: Snapshot, index: number): TicketRow | null =>
  snapshot.stretches.get(Math.floor(index / stretchSize))?.[index % stretchSize] ?? null

/** Where a ticket stands, as far as it was read; null if it is not among the rows that were. */
export function indexOf(snapshot: Snapshot, ticketId: string): number | null {
  for (const [stretch, rows] of snapshot.stretches) {
    const at = rows.findIndex((row) => row.id === ticketId)
    if (at >= 0 && stretch * stretchSize + at < snapshot.total) return stretch * stretchSize + at
  }
  return null
}

/** Which of these tickets stand among the rows that were read; looks at each row once, however many are asked for. */
export function* standing(snapshot: Snapshot, ticketIds: ReadonlySet<string>): Generator<string> {
  for (const [stretch, rows] of snapshot.stretches)
    for (const { id } of rows.slice(0, Math.max(0, snapshot.total - stretch * stretchSize)))
      if (ticketIds.has(id)) yield id
}

/** A fresh reading of some stretches, over what was read before: the rest stays to be seen, but is out of date. */
export function renew(before: Snapshot | null, pages: readonly QueuePage[]): Snapshot | null {
  const newest = pages.reduce<QueuePage | null>(
    (best, page) => (best === null || page.revision >= best.revision ? page : best),
    null,
  )
  if (newest === null || (before !== null && newest.revision < before.revision)) return before
  const isSame = before?.revision === newest.revision
  const stretches = new Map(before?.stretches)
  const stale = new Set(isSame ? before?.stale : stretches.keys())
  let changes = isSame && stale.size === 0 ? 0 : 1
  for (const page of pages) {
    const stretch = Math.floor(page.from / stretchSize)
    const rows = keepRows(before, stretch, page.rows)
    if (isSame && rows !== before?.stretches.get(stretch)) changes += 1
    stretches.set(stretch, rows)
    if (page.revision === newest.revision) stale.delete(stretch)
    else stale.add(stretch)
  }
  for (const stretch of stretches.keys())
    if (stretch * stretchSize >= newest.total && stretch > 0) stretches.delete(stretch)
  if (before !== null && changes === 0) return before
  const { view, revision, total, groups, next } = newest
  return { view, revision, total, groups, next, stretches, stale }
}

/** A stretch that is not here yet, though the order changed since: a key that leads there must not be lost. */
export function withStretch(before: Snapshot, { from, rows }: QueuePage): Snapshot {
  const stretch = Math.floor(from / stretchSize)
  return {
    ...before,
    stretches: new Map(before.stretches).set(stretch, rows),
    stale: new Set(before.stale).add(stretch),
  }
}

/** The rows as read, each the very same as before if it says the same: only what changed is drawn again. */
function keepRows(before: Snapshot | null, stretch: number, rows: readonly TicketRow[]) {
  const near = [stretch - 1, stretch, stretch + 1].flatMap((at) => before?.stretches.get(at) ?? [])
  const known = new Map(near.map((row) => [row.id, row]))
  return keepSame(
    before?.stretches.get(stretch),
    rows.map((row) => keepSame(known.get(row.id), row)),
  )
}

/** Whether the rows in a range stand in the same places under the same headings. */
export function standsStill(before: Snapshot, after: Snapshot, range: Range): boolean {
  for (let index = range.first; index <= range.last; index += 1)
    if (rowAt(before, index)?.id !== rowAt(after, index)?.id) return false
  return headings(before.groups, range.last) === headings(after.groups, range.last)
}

function headings(groups: Groups, last: number) {
  let rows = 0
  const starts = groups.flatMap(({ group, count }) => {
    const at = rows
    rows += count
    return count > 0 && at <= last ? [`${group} ${at}`] : []
  })
  return starts.join()
}

/** The rows of `fresh` in the places of `before`: what a row says is new, where it stands is not. */
export function refreshInPlace(before: Snapshot, fresh: ReadonlyMap<string, TicketRow>): Snapshot {
  if (![...before.stretches.values()].some((rows) => rows.some((row) => fresh.has(row.id)))) return before
  const stretches = new Map(
    [...before.stretches].map(([stretch, rows]) => [
      stretch,
      rows.some((row) => fresh.has(row.id)) ? rows.map((row) => retold(row, fresh.get(row.id))) : rows,
    ]),
  )
  return { ...before, stretches }
}

/** A row as it is told anew: of a whole ticket only what a row says, so that the next page says the same. */
function retold(row: TicketRow, told: TicketRow | undefined): TicketRow {
  if (told === undefined) return row
  const names = Object.keys(row) as (keyof TicketRow)[]
  return keepSame(row, { ...row, ...Object.fromEntries(names.map((name) => [name, told[name]])) })
}
