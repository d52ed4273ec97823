import type { Tally } from '../../../src-preload/contract/evidence'
import type { Wake } from '../../desk/wake-store'
import { spanSpoken } from '../../ui/span-words'

const count = (n: number, one: string, many: string) => `${n.toLocaleString('en-GB')} ${n === 1 ? one : many}`

const nothing = 'Nothing new'

/** How long the desk was away, from the first account that went to the last that came back. */
export function awayWords(wakes: readonly Wake[]): string {
  const from = Math.min(...wakes.map(({ awayFrom }) => awayFrom))
  const to = Math.max(...wakes.map(({ backAt }) => backAt))
  return `Back after ${spanSpoken(Math.max(1000, to - from))}`
}

/** What came and went meanwhile, in one line: only what there is. */
export function meanwhileWords({ received, created, sent }: Tally): string {
  const parts = [
    received > 0 && count(received, 'message came', 'messages came'),
    created > 0 && count(created, 'new ticket', 'new tickets'),
    sent > 0 && count(sent, 'reply went out', 'replies went out'),
  ].filter((part): part is string => part !== false)
  return parts.length === 0 ? nothing : parts.join(', ')
}

/** Whether nothing came, nothing went and nothing is in doubt: nobody has to read that. */
export function isUneventful(wakes: readonly Wake[]): boolean {
  return proofWords(wakes).isWhole && wakes.every(({ tally }) => meanwhileWords(tally) === nothing)
}

/** Whether all of it is accounted for, over all accounts. */
export function proofWords(wakes: readonly Wake[]): { readonly isWhole: boolean; readonly text: string } {
  const sum = (key: keyof Tally) => wakes.reduce((total, { tally }) => total + tally[key], 0)
  const open = sum('gapsFound') - sum('gapsClosed')
  const uncertain = sum('uncertain')
  if (open > 0) {
    return {
      isWhole: false,
      text: `${count(open, 'gap is', 'gaps are')} still open. The desk goes on asking.`,
    }
  }
  if (uncertain > 0) {
    return {
      isWhole: false,
      text: `${count(uncertain, 'reply was perhaps sent', 'replies were perhaps sent')}.`,
    }
  }
  const recovered = sum('recovered')
  return {
    isWhole: true,
    text:
      recovered > 0
        ? `Nothing is missing: ${count(recovered, 'message was', 'messages were')} asked for again and came.`
        : 'Nothing is missing.',
  }
}
