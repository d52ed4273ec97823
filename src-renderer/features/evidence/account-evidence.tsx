import { CircleCheck, Hourglass, TriangleAlert } from 'lucide-react'
import type { EvidenceView, Tally } from '../../../src-preload/contract/evidence'
import { accountLinkWords } from '../../desk/account-link-words'
import { accountHandle, accountKind } from '../../desk/account-words'
import { useNow } from '../../desk/now-store'
import { cleanLine } from '../../desk/plain-text'
import { classNames } from '../../ui/class-names'
import { Face } from '../../ui/face'
import { spanSpoken } from '../../ui/span-words'
import { Tooltip } from '../../ui/tooltip'
import { isWorrying, tallyRows, wellWords, worryWords } from './tally-rows'

type One = EvidenceView['accounts'][number]

const periods = [
  { key: 'today', title: 'Today' },
  { key: 'week', title: '7 days' },
  { key: 'all', title: 'All' },
] as const satisfies readonly { readonly key: 'today' | 'week' | 'all'; readonly title: string }[]

/** What came and went through one account. */
export function AccountEvidence({ evidence }: { readonly evidence: One }) {
  const { account, all } = evidence
  const name = cleanLine(account.name, 'No name')
  return (
    <section className="evidence-account" aria-label={`Evidence of ${name}`}>
      <header>
        <Face id={account.id} name={name} kind="agent" size={28} />
        <div className="evidence-who">
          <h3 className="clip">
            <bdi>{name}</bdi>
          </h3>
          <p className="clip">
            {accountKind(account)}
            {account.username !== null && `, ${accountHandle(account)}`}
          </p>
        </div>
      </header>
      <LinkState evidence={evidence} />
      <table className="tally">
        <thead>
          <tr>
            <td />
            {periods.map(({ key, title }) => (
              <th key={key} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {tallyRows.map(({ key, title, means }) => (
            <tr key={key}>
              <th scope="row">
                <Tooltip text={means} side="right">
                  <span>{title}</span>
                </Tooltip>
              </th>
              {periods.map(({ key: period }) => (
                <Figure key={period} name={key} tally={evidence[period]} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <Sum all={all} />
    </section>
  )
}

function Figure({ name, tally }: { readonly name: keyof Tally; readonly tally: Tally }) {
  const value = tally[name]
  return (
    <td className={classNames(value === 0 && 'zero', isWorrying(name, tally) && 'worry')}>
      {value.toLocaleString('en-GB')}
    </td>
  )
}

function LinkState({ evidence }: { readonly evidence: One }) {
  const now = useNow('second')
  const { link, lastHeardAt, forgetsAt } = evidence
  const { tone, text } = accountLinkWords(link, lastHeardAt, now)
  const left = forgetsAt === null ? null : forgetsAt - now
  return (
    <div className="evidence-link">
      <p className={classNames('evidence-state', tone)}>{text}</p>
      {left !== null && (
        <p className={classNames('evidence-forgets', left < 3 * 3_600_000 && 'bad')}>
          <Hourglass size={14} />
          {left > 0
            ? `Telegram keeps what this bot missed for ${spanSpoken(left)} more`
            : 'Telegram may have forgotten what this bot missed'}
        </p>
      )}
    </div>
  )
}

function Sum({ all }: { readonly all: Tally }) {
  const worries = worryWords(all)
  const isWell = worries === ''
  return (
    <p className={classNames('evidence-sum', isWell ? 'good' : 'warn')}>
      {isWell ? <CircleCheck size={14} /> : <TriangleAlert size={14} />}
      {isWell ? wellWords(all) : worries}
    </p>
  )
}
