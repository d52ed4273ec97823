import { spanSpoken } from '../../ui/span-words'

/** What the bot says in English without words of the team's own. */
export const builtInWords =
  'We have your request. Its code is {code}. We will reply {time}. To add something, write it here.'

/** An acknowledgement as a customer would read it: an invented ticket, at medium priority. */
export function sampleWords(words: string, facts: { readonly firstReplyMs: number | null }): string {
  const { firstReplyMs } = facts
  const values: Readonly<Record<string, string>> = {
    code: 'DSA312',
    name: 'Mira',
    time: firstReplyMs === null ? 'as soon as we can' : `within ${spanSpoken(firstReplyMs, 'up')}`,
  }
  return words.replace(/\{(\w+)\}/g, (place, name: string) => values[name] ?? place)
}
