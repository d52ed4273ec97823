import type { AccountView } from '../../../src-preload/contract/account'
import type { Finding } from '../../../src-preload/contract/doctor'
import { accountHandle } from '../../desk/account-words'
import { cleanLine } from '../../desk/plain-text'

/** What the doctor found about one thing: this computer, an account, or a group of it. */
export interface FindingGroup {
  readonly id: string
  readonly title: string
  readonly kind: 'computer' | 'account' | 'group'
  /** Worst first. */
  readonly findings: readonly Finding[]
}

const weight: Readonly<Record<Finding['state'], number>> = { bad: 0, warn: 1, unknown: 2, ok: 3 }
const worst = (findings: readonly Finding[]) => Math.min(...findings.map(({ state }) => weight[state]))

/** The findings by what they are about: the group that is worst off first, and in each the worst first. */
export function findingGroups(
  findings: readonly Finding[],
  accounts: readonly AccountView[],
): readonly FindingGroup[] {
  const groups = new Map<string, Finding[]>()
  for (const finding of findings) {
    const id = finding.groupId ?? finding.accountId ?? 'computer'
    groups.set(id, [...(groups.get(id) ?? []), finding])
  }
  return [...groups]
    .map(([id, found]): FindingGroup => {
      const kind = found[0]?.groupId ? 'group' : found[0]?.accountId ? 'account' : 'computer'
      return {
        id,
        kind,
        title: titleOf(id, kind, accounts),
        findings: [...found].sort((one, other) => weight[one.state] - weight[other.state]),
      }
    })
    .sort((one, other) => worst(one.findings) - worst(other.findings))
}

function titleOf(id: string, kind: FindingGroup['kind'], accounts: readonly AccountView[]): string {
  if (kind === 'computer') return 'This computer'
  if (kind === 'account') {
    const view = accounts.find(({ account }) => account.id === id)
    return view ? accountHandle(view.account) : 'An account'
  }
  const group = accounts.flatMap(({ groups }) => groups).find((one) => one.id === id)
  return group ? cleanLine(group.title, 'No title') : 'A group'
}
