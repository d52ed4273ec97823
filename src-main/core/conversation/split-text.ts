import type { Entity } from '../../../src-preload/contract/conversation'
import { messageMaxLength } from '../../../src-preload/contract/limits'

/** Telegram's limit for text that goes with files (T12), in UTF-16 units. */
export const captionMaxLength = 1024

/** Text with what its stretches are. */
export interface Words {
  readonly text: string
  readonly entities: readonly Entity[]
}

/**
 * Text in parts that Telegram takes, the first at most `firstMax` long (a caption), the others `max`. Nothing is cut:
 * the parts in a row are the text. A break falls behind a space where there is one, else anywhere but inside a
 * surrogate pair; a stretch of bold or link that is broken goes on in the next part.
 */
export function splitText(
  { text, entities }: Words,
  firstMax = messageMaxLength,
  max = messageMaxLength,
): readonly Words[] {
  const parts: Words[] = []
  for (let from = 0; from < text.length; ) {
    const to = breakAt(text, from, parts.length === 0 ? firstMax : max)
    parts.push({ text: text.slice(from, to), entities: within(entities, from, to) })
    from = to
  }
  return parts
}

/** Text behind a word in bold that says whose it is: `Anna: text`. */
export function prefixed(who: string, { text, entities }: Words): Words {
  const prefix = text === '' ? `${who}:` : `${who}: `
  return {
    text: prefix + text,
    entities: [
      { kind: 'bold', offset: 0, length: who.length + 1 },
      ...entities.map((entity) => ({ ...entity, offset: entity.offset + prefix.length })),
    ],
  }
}

function breakAt(text: string, from: number, max: number): number {
  const end = from + max
  if (end >= text.length) return text.length
  for (let at = end; at > from; at--) if (/\s/u.test(text.charAt(at - 1))) return at
  const splitsPair = /[\uD800-\uDBFF]/.test(text.charAt(end - 1)) && /[\uDC00-\uDFFF]/.test(text.charAt(end))
  return splitsPair && end - 1 > from ? end - 1 : end
}

function within(entities: readonly Entity[], from: number, to: number): readonly Entity[] {
  return entities.flatMap((entity) => {
    const start = Math.max(entity.offset, from)
    const end = Math.min(entity.offset + entity.length, to)
    return end > start ? [{ ...entity, offset: start - from, length: end - start }] : []
  })
}
