import type { Entity } from '../../src-preload/contract/conversation'

/** How a kind of text is written in the field. Drafts are plain text, so the marks are part of it. */
export const marks = {
  bold: '**',
  italic: '__',
  strike: '~~',
  code: '`',
} as const
export type MarkName = keyof typeof marks

type Rule = { readonly kind: Entity['kind']; readonly pattern: RegExp }
/** A mark opens before a letter and not within a word, so that `2**3` and `__init__.py` stay as they are. */
const rules: readonly Rule[] = [
  { kind: 'pre', pattern: /```(?:([\w+#-]{1,32})\n|\n)?([\s\S]+?)\n?```/y },
  { kind: 'code', pattern: /`([^`\n]+)`/y },
  { kind: 'link', pattern: /\[([^[\]\n]+)\]\((https?:\/\/[^\s()]+(?:\([^\s()]*\)[^\s()]*)*)\)/y },
  { kind: 'bold', pattern: /\*\*(?=\S)([\s\S]+?)(?<=\S)\*\*(?![\p{L}\p{N}*])/uy },
  { kind: 'italic', pattern: /__(?=\S)([\s\S]+?)(?<=\S)__(?![\p{L}\p{N}_.])/uy },
  { kind: 'strike', pattern: /~~(?=\S)([\s\S]+?)(?<=\S)~~(?![\p{L}\p{N}~])/uy },
]

/** The text as it goes out, and what its marks mean; offsets count UTF-16 units of the text without marks. */
export function parseMarks(source: string): { readonly text: string; readonly entities: readonly Entity[] } {
  const entities: Entity[] = []
  const text = read(source, 0, entities, true)
  return { text, entities: entities.sort((a, b) => a.offset - b.offset || b.length - a.length) }
}

function read(source: string, base: number, entities: Entity[], afterGap: boolean): string {
  let out = ''
  let at = 0
  while (at < source.length) {
    const opens = at === 0 ? afterGap : !/[\p{L}\p{N}]/u.test(source[at - 1] ?? '')
    const found = opens && /[`[*_~]/.test(source[at] ?? '') ? match(source, at) : null
    if (found === null) {
      out += source[at]
      at += 1
      continue
    }
    const offset = base + out.length
    const isVerbatim = found.kind === 'pre' || found.kind === 'code'
    const inner = isVerbatim ? found.inner : read(found.inner, offset, entities, true)
    entities.push({
      kind: found.kind,
      offset,
      length: inner.length,
      ...(found.url === undefined ? {} : { url: found.url }),
      ...(found.language === undefined ? {} : { language: found.language }),
    })
    out += inner
    at += found.size
  }
  return out
}

function match(source: string, at: number) {
  for (const { kind, pattern } of rules) {
    pattern.lastIndex = at
    const found = pattern.exec(source)
    if (found === null) continue
    const inner = (kind === 'pre' ? found[2] : found[1]) ?? ''
    const url = kind === 'link' ? found[2] : undefined
    const language = kind === 'pre' ? found[1] : undefined
    return { kind, inner, url, language, size: found[0].length }
  }
  return null
}

/** The other way round: a reply that came back, as text with marks again. */
export function writeMarks(text: string, entities: readonly Entity[]): string {
  const inserts: { at: number; text: string; order: number }[] = []
  for (const [index, { kind, offset, length, url, language }] of entities.entries()) {
    const [open, close] =
      kind === 'link'
        ? ['[', `](${url ?? ''})`]
        : kind === 'pre'
          ? [`\`\`\`${language ?? ''}\n`, '\n```']
          : kind === 'bold' || kind === 'italic' || kind === 'strike' || kind === 'code'
            ? [marks[kind], marks[kind]]
            : ['', '']
    inserts.push({ at: offset, text: open, order: index })
    inserts.push({ at: offset + length, text: close, order: -index - 1 })
  }
  return inserts
    .sort((a, b) => b.at - a.at || b.order - a.order)
    .reduce((sum, { at, text: mark }) => sum.slice(0, at) + mark + sum.slice(at), text)
}
