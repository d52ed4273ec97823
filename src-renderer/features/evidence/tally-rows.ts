import type { Tally } from '../../../src-preload/contract/evidence'

/** The figures in the order of the page, each with what it means. */
export const tallyRows: readonly {
  readonly key: keyof Tally
  readonly title: string
  readonly means: string
}[] = [
  { key: 'received', title: 'Messages taken in', means: 'Each once, whatever Telegram told twice.' },
  {
    key: 'duplicates',
    title: 'Told again, left out',
    means: 'Telegram told the same message more than once.',
  },
  {
    key: 'recovered',
    title: 'Recovered',
    means: 'They came only because the desk asked what it had missed.',
  },
  {
    key: 'gapsFound',
    title: 'Gaps found',
    means: 'Places where Telegram’s numbers did not follow each other.',
  },
  { key: 'gapsClosed', title: 'Gaps closed', means: 'Filled with what Telegram has.' },
  { key: 'created', title: 'Tickets opened', means: 'By customers, or from a private chat.' },
  {
    key: 'sent',
    title: 'Messages sent',
    means: 'Replies and what the desk says by itself; Telegram confirmed each.',
  },
  {
    key: 'uncertain',
    title: 'Perhaps sent',
    means: 'Telegram never answered. They are marked in their tickets.',
  },
]

/** What of the figures wants a look: gaps that stayed open, replies of which nobody can tell. */
export function isWorrying(key: keyof Tally, tally: Tally): boolean {
  if (key === 'gapsClosed') return tally.gapsClosed < tally.gapsFound
  return key === 'uncertain' && tally.uncertain > 0
}

/** What wants a look, in words; empty if all is accounted for. */
export function worryWords({ gapsFound, gapsClosed, uncertain }: Tally): string {
  const open = gapsFound - gapsClosed
  return [
    ...(open > 0 ? [`${open} ${open === 1 ? 'gap is' : 'gaps are'} still open.`] : []),
    ...(uncertain > 0
      ? [`${uncertain} ${uncertain === 1 ? 'reply was' : 'replies were'} perhaps sent.`]
      : []),
  ].join(' ')
}

/** That all is accounted for, in words; a new account has nothing to account for. */
export function wellWords({ received, sent, gapsFound }: Tally): string {
  if (received + sent === 0) return 'Nothing came or went yet.'
  return `${gapsFound === 0 ? 'No gap was found' : 'Every gap was closed'}, every reply is accounted for.`
}
