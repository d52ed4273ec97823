import { theDesk } from '../../core/desk/actor'
import type { Accounts } from '../accounts'
import type { Desk } from '../desk'

const markOf = (accountId: string) => `heard:${accountId}`

/**
 * When something was last heard of an account, over restarts too: it is kept as a mark when a link goes, at the end,
 * and every so often between. A crash costs what was heard since; then the desk thinks it was away longer than it was.
 */
export class LastHeard {
  constructor(
    private readonly desk: Desk,
    private readonly accounts: Pick<Accounts, 'all'>,
  ) {}

  /** Epoch ms; null if nothing was ever heard. */
  of(accountId: string): number | null {
    const door = this.accounts.all.find((one) => one.accountId === accountId)
    if (door?.lastHeardAt) return door.lastHeardAt
    const kept = Number(this.desk.state.marks.get(markOf(accountId)))
    return kept > 0 ? kept : null
  }

  /** Keeps what is known now of these accounts. */
  async keep(accountIds: readonly string[]): Promise<void> {
    for (const accountId of accountIds) {
      const at = this.of(accountId)
      const mark = markOf(accountId)
      if (at === null || this.desk.state.marks.get(mark) === String(at)) continue
      const delivery = { facts: [], people: [], accountId, marks: { [mark]: String(at) } }
      await this.desk.ask({ kind: 'receive-delivery', delivery }, theDesk)
    }
  }
}
