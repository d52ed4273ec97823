/** What a text scores at least that holds the query as it is written. */
export const literal = 80

/**
 * How well `query` fits `text`: 0 for not at all, more for better. Every letter must occur in order; the start
 * of the text, starts of words and letters side by side count more, long texts a little less.
 */
export function fuzzy(query: string, text: string): number {
  const wanted = fold(query).replace(/\s+/g, '')
  const given = fold(text)
  if (wanted === '') return 1
  const at = given.indexOf(fold(query).trim())
  if (at >= 0)
    return literal + 20 + (at === 0 ? 50 : isStart(given, at) ? 30 : 0) - Math.min(20, given.length / 10)
  let score = 0
  let from = 0
  let before = -2
  for (const letter of wanted) {
    const found = bestNext(given, letter, from)
    if (found < 0) return 0
    score += isStart(given, found) ? 6 : found === before + 1 ? 4 : 1
    before = found
    from = found + 1
  }
  return Math.max(0.1, score - given.length / 40)
}

/** The next place of a letter, a word's start before any other if there is one. */
function bestNext(text: string, letter: string, from: number): number {
  const first = text.indexOf(letter, from)
  if (first < 0 || isStart(text, first) || first === from) return first
  for (let at = first; at >= 0; at = text.indexOf(letter, at + 1)) if (isStart(text, at)) return at
  return first
}

function isStart(text: string, at: number): boolean {
  return at === 0 || !/[\p{L}\p{N}]/u.test(text[at - 1] ?? '')
}

function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}
