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
