import type { TextEntity } from './message'

const PATTERNS: readonly (readonly [kind: string, pattern: RegExp])[] = [
  ['url', /\bhttps?:\/\/[^\s<>"']*[^\s<>"'.,;:!?)\]]/g],
  ['email', /\b[\w.+-]+@[\w-]+(?:\.[\w-]+)+\b/g],
  ['mention', /(?<![\w@/])@[A-Za-z]\w{3,31}\b/g],
  ['hashtag', /(?<![\w/#&])#[\p{L}\d_]*[\p{L}_][\p{L}\d_]*/gu],
  ['botCommand', /(?<![\w/])\/[A-Za-z]\w{0,31}\b(?!\/)/g],
]

/**
 * What the service finds in a text by itself (core.telegram.org/api/entities):
 * links, addresses, mentions, hashtags, commands. What the author marked stays,
 * and nothing is found inside it.
 */
export function detectEntities(text: string, given: readonly TextEntity[]): TextEntity[] {
  const all = [...given]
  for (const [kind, pattern] of PATTERNS) {
    for (const match of text.matchAll(pattern)) {
      const [offset, length] = [match.index, match[0].length]
      const isTaken = all.some((each) => each.offset < offset + length && offset < each.offset + each.length)
      if (!isTaken) all.push({ kind, offset, length })
    }
  }
  return all.length === given.length ? all : all.sort((a, b) => a.offset - b.offset)
}
