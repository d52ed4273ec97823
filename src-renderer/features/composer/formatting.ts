import { type MarkName, marks } from '../../desk/marks'

export interface Selection {
  readonly text: string
  readonly from: number
  readonly to: number
}

/** Puts a mark around the selection, or takes it away when it is there; the same words stay selected. */
export function toggleMark({ text, from, to }: Selection, name: MarkName): Selection {
  const mark = marks[name]
  const size = mark.length
  const inside = text.slice(from, to)
  if (text.slice(from - size, from) === mark && text.slice(to, to + size) === mark)
    return {
      text: text.slice(0, from - size) + inside + text.slice(to + size),
      from: from - size,
      to: to - size,
    }
  if (inside.length >= 2 * size && inside.startsWith(mark) && inside.endsWith(mark))
    return { text: text.slice(0, from) + inside.slice(size, -size) + text.slice(to), from, to: to - 2 * size }
  return {
    text: text.slice(0, from) + mark + inside + mark + text.slice(to),
    from: from + size,
    to: to + size,
  }
}

/** Makes the selected words a link. */
export function wrapLink({ text, from, to }: Selection, url: string): Selection {
  const link = `[${text.slice(from, to)}](${url})`
  const end = from + link.length
  return { text: text.slice(0, from) + link + text.slice(to), from: end, to: end }
}
