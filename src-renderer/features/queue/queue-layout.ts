import type { QueueGroup, QueuePage } from '../../../src-preload/contract/queue'

export type Groups = QueuePage['groups']

/** A line of the list: a heading, or the row at an index of the queue's order. */
export type Line =
  | { readonly kind: 'group'; readonly group: QueueGroup; readonly count: number }
  | { readonly kind: 'row'; readonly index: number }

/** Headings that show: groups with rows, except in the list of done tickets, which is one group. */
const shown = (groups: Groups) => groups.filter(({ group, count }) => count > 0 && group !== 'done')

/** How many lines there are: rows and headings. */
export const lineCount = (groups: Groups, total: number) => total + shown(groups).length

/** The lines that are headings. */
export function headingLines(groups: Groups): readonly number[] {
  let line = 0
  return shown(groups).map(({ count }) => {
    const at = line
    line += count + 1
    return at
  })
}

/** What stands on a line. */
export function lineAt(groups: Groups, line: number): Line {
  let first = 0
  let headings = 0
  for (const { group, count } of shown(groups)) {
    if (line === first) return { kind: 'group', group, count }
    if (line < first) break
    headings += 1
    first += count + 1
  }
  return { kind: 'row', index: line - headings }
}

/** The line of the row at an index. */
export function lineOf(groups: Groups, index: number): number {
  let rows = 0
  let headings = 0
  for (const { count } of shown(groups)) {
    if (index < rows) break
    headings += 1
    rows += count
  }
  return index + headings
}

/** A list whose lines have known heights: nothing needs to be measured. Heights and offsets in pixels. */
export interface Layout {
  readonly groups: Groups
  /** Rows of all groups. */
  readonly total: number
  readonly rowHeight: number
}

export const headingHeight = 32

/** Where a line begins, from the top of the list. */
export function topOf({ groups, rowHeight }: Layout, line: number): number {
  const headings = headingLines(groups).filter((at) => at < line).length
  return headings * headingHeight + (line - headings) * rowHeight
}

/** How high all lines are together. */
export const heightOf = (layout: Layout): number => topOf(layout, lineCount(layout.groups, layout.total))

/** The line at an offset; the last one beyond the end. */
export function lineUnder({ groups, total, rowHeight }: Layout, offset: number): number {
  let line = 0
  let top = 0
  for (const { count } of shown(groups)) {
    if (offset < top + headingHeight) return line
    line += 1
    top += headingHeight
    if (offset < top + count * rowHeight) break
    line += count
    top += count * rowHeight
  }
  const last = Math.max(0, lineCount(groups, total) - 1)
  return Math.min(last, line + Math.max(0, Math.floor((offset - top) / rowHeight)))
}

/** The lines to draw, both included, and the heading that stays at the top, if there is any. */
export interface Sight {
  readonly first: number
  readonly last: number
  readonly sticky: number | null
}

/** Lines drawn beyond each end of the room. */
const spare = 6

/** What is in sight of a room of this height, scrolled to an offset. */
export function sightOf(layout: Layout, offset: number, height: number): Sight {
  const last = lineCount(layout.groups, layout.total) - 1
  const top = lineUnder(layout, offset)
  return {
    first: Math.max(0, top - spare),
    last: Math.min(last, lineUnder(layout, offset + height) + spare),
    sticky: headingLines(layout.groups).findLast((line) => line <= top) ?? null,
  }
}

/** Where to scroll for a line to be whole in sight, under the heading that stays; the same offset if it is. */
export function offsetFor(layout: Layout, line: number, offset: number, height: number): number {
  const top = topOf(layout, line)
  const heading = headingLines(layout.groups).length > 0 ? headingHeight : 0
  if (top - heading < offset) return Math.max(0, top - heading)
  return Math.max(offset, top + layout.rowHeight + endSpace - height)
}

/** Under the last row. */
export const endSpace = 8
