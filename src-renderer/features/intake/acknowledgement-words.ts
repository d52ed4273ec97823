import { spanSpoken } from '../../ui/span-words'

/** What the bot says in English without words of the team's own. */
export const builtInWords =
  'We have your request. Its code is {code}. We will reply {time}. To add something, write it here.'

export interface SampleFacts {
  readonly firstReplyMs: number | null
  /** The words are not English: the time stands in brackets, for the bot says it in their language. */
  readonly isForeign?: boolean
}

/** An acknowledgement as a customer would read it: an invented ticket, at medium priority. */
export function sampleWords(words: string, facts: SampleFacts): string {
  const { firstReplyMs, isForeign = false } = facts
  const time = firstReplyMs === null ? 'as soon as we can' : `within ${spanSpoken(firstReplyMs, 'up')}`
  const values: Readonly<Record<string, string>> = {
    code: 'DSA312',
    name: 'Mira',
    time: isForeign ? `[${time}]` : time,
  }
  return words.replace(/\{(\w+)\}/g, (place, name: string) => values[name] ?? place)
}
