import type { Entity } from '../../../src-preload/contract/conversation'
import { cleanText } from '../../desk/plain-text'

export type Mark = 'bold' | 'italic' | 'underline' | 'strike' | 'code' | 'spoiler' | 'tag'

/** Letters that look alike. */
export interface Leaf {
  readonly text: string
  readonly marks: readonly Mark[]
}

/** Leaves that lead to the same place, or to none. `truth` is the real host where the words name another. */
export interface Run {
  readonly url: string | null
  readonly truth: string | null
  readonly leaves: readonly Leaf[]
}

export interface Block {
  readonly kind: 'text' | 'quote' | 'pre'
  readonly language: string | null
  readonly runs: readonly Run[]
}

const markOf: Partial<Record<Entity['kind'], Mark>> = {
  bold: 'bold',
  italic: 'italic',
  underline: 'underline',
  strike: 'strike',
  code: 'code',
  spoiler: 'spoiler',
  mention: 'tag',
  hashtag: 'tag',
  command: 'tag',
}
const schemes = new Set(['http:', 'https:', 'mailto:', 'tel:', 'tg:'])

/** The address if the desk may open it, as the URL standard writes it; null for every other scheme. */
export function safeUrl(raw: string): string | null {
  try {
    const url = new URL(raw)
    return schemes.has(url.protocol) ? url.href : null
  } catch {
    return null
  }
}

function addressOf(entity: Entity, words: string): string | null {
  switch (entity.kind) {
    case 'link':
      return safeUrl(entity.url ?? '')
    case 'url':
      return safeUrl(/^[a-z][a-z0-9+.-]*:/i.test(words) ? words : `https://${words}`)
    case 'email':
      return safeUrl(`mailto:${words}`)
    case 'phone':
      return safeUrl(`tel:${words.replace(/[^\d+]/g, '')}`)
    default:
      return null
  }
}

function hostIn(words: string): string | null {
  const found = /^\s*(?:https?:\/\/)?((?:[\p{L}\p{N}-]+\.)+\p{L}{2,})(?:[/:?#]|\s*$)/iu.exec(words)
  return found?.[1]?.toLowerCase() ?? null
}

/** The host a link really leads to, if its words claim another one; else null. */
export function linkTruth(words: string, url: string): string | null {
  const claimed = hostIn(cleanText(words))
  if (claimed === null) return null
  const real = new URL(url).host
  const bare = (host: string) => host.replace(/^www\./, '')
  return bare(claimed) === bare(real) ? null : real || new URL(url).protocol
}

const splitsPair = (text: string, at: number) =>
  at > 0 &&
  at < text.length &&
  /[\ud800-\udbff]/.test(text[at - 1] ?? '') &&
  /[\udc00-\udfff]/.test(text[at] ?? '')

interface Span {
  readonly entity: Entity
  readonly from: number
  readonly to: number
}

function spansOf(text: string, entities: readonly Entity[]): readonly Span[] {
  return entities.flatMap((entity) => {
    const from = entity.offset - (splitsPair(text, entity.offset) ? 1 : 0)
    const end = Math.min(entity.offset + entity.length, text.length)
    const to = end + (splitsPair(text, end) ? 1 : 0)
    return from < to ? [{ entity, from, to }] : []
  })
}

/**
 * Text and its entities as nested, plain shapes: blocks of runs of leaves. Entities may overlap, leave the text or
 * cut an emoji in half; each letter appears once, whatever they say (core.telegram.org/api/entities).
 */
export function richText(text: string, entities: readonly Entity[]): readonly Block[] {
  const spans = spansOf(text, entities)
  const edges = [...new Set([0, text.length, ...spans.flatMap((span) => [span.from, span.to])])].sort(
    (a, b) => a - b,
  )
  const blocks: { kind: Block['kind']; language: string | null; by: Span | undefined; runs: Run[] }[] = []
  let lastLink: Span | undefined
  for (const [index, from] of edges.entries()) {
    const to = edges[index + 1]
    if (to === undefined) break
    const here = spans.filter((span) => span.from <= from && span.to >= to)
    const by =
      here.find((span) => span.entity.kind === 'pre') ?? here.find((span) => span.entity.kind === 'quote')
    let block = blocks.at(-1)
    if (block === undefined || block.by !== by) {
      const kind = by === undefined ? 'text' : by.entity.kind === 'pre' ? 'pre' : 'quote'
      block = { kind, language: by?.entity.language ?? null, by, runs: [] }
      blocks.push(block)
      lastLink = undefined
    }
    const link = here.find((span) => addressOf(span.entity, text.slice(span.from, span.to)) !== null)
    const marks = [...new Set(here.flatMap((span) => markOf[span.entity.kind] ?? []))]
    const leaf = { text: cleanText(text.slice(from, to)), marks }
    const run = block.runs.at(-1)
    if (run !== undefined && lastLink === link) {
      block.runs[block.runs.length - 1] = { ...run, leaves: [...run.leaves, leaf] }
    } else {
      const words = link === undefined ? '' : text.slice(link.from, link.to)
      const url = link === undefined ? null : addressOf(link.entity, words)
      block.runs.push({ url, truth: url === null ? null : linkTruth(words, url), leaves: [leaf] })
    }
    lastLink = link
  }
  return blocks.map(({ kind, language, runs }) => ({ kind, language, runs }))
}
