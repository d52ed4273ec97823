import './groups.css'
import { useState } from 'react'
import type { GroupRole } from '../../../src-preload/contract/account'
import type { Account } from '../../../src-preload/contract/session'
import { keepAccounts } from '../../desk/accounts-store'
import { ask, failureOf } from '../../desk/ask'
import { cleanLine } from '../../desk/plain-text'
import { keepSession } from '../../desk/session-store'
import { Button } from '../../ui/button'
import { Face } from '../../ui/face'
import { Mark } from '../../ui/mark'
import { FieldError } from '../../ui/text-field'
import { CheckAgain } from './check-again'
import { GroupList } from './group-list'
import { RoleChoice } from './role-choice'
import { useGroups } from './use-groups'

const leads: Readonly<Record<Account['kind'], string>> = {
  user: 'Each topic in it becomes a ticket. You can change it later in Settings.',
  bot: 'Customers can write in its topics, or to the bot itself. You can change it later in Settings.',
}
const without: Readonly<Record<Account['kind'], string>> = {
  user: 'Without a group you choose single private chats that become tickets.',
  bot: 'Without a group each private chat with the bot becomes a ticket, in this window only.',
}

/** After the first sign-in: which group the desk follows, or none. */
export function FirstGroup({ account }: { readonly account: Account }) {
  const offered = useGroups(account.id)
  const [role, setRole] = useState<GroupRole>('public')
  const [chosen, setChosen] = useState<string | null>(null)
  const [refused, setRefused] = useState<string | null>(null)
  const refuse = (thrown: unknown) => setRefused(failureOf(thrown).message)
  const readSession = () => ask(window.desk.session.get()).then(keepSession)

  function choose(groupId: string) {
    setChosen(groupId)
    setRefused(null)
    ask(window.desk.accounts.followGroup({ accountId: account.id, groupId, role }))
      .then(keepAccounts)
      .then(readSession)
      .catch(refuse)
      .finally(() => setChosen(null))
  }

  function goWithout() {
    setRefused(null)
    ask(window.desk.settings.change({ withoutGroup: true }))
      .then(readSession)
      .catch(refuse)
  }

  function leave() {
    ask(window.desk.session.signOut({ accountId: account.id })).then(keepSession, refuse)
  }

  return (
    <main className="group-choice">
      <section className="group-card" aria-labelledby="group-title">
        <header>
          <Mark size="large" />
          <span className="group-account">
            <Face id={account.id} name={account.name} kind="agent" size={24} />
            <bdi className="clip">{cleanLine(account.name, 'No name')}</bdi>
          </span>
        </header>
        <h1 id="group-title">Choose the support group</h1>
        <p className="group-lead">{leads[account.kind]}</p>
        {account.kind === 'bot' && <RoleChoice value={role} onChange={setRole} />}
        {refused && <FieldError>{refused}</FieldError>}
        <GroupList kind={account.kind} offered={offered} followed={[]} chosen={chosen} onChoose={choose} />
        <p className="group-without">
          {without[account.kind]}{' '}
          <Button look="link" onClick={goWithout}>
            Go on without a group
          </Button>
        </p>
        <footer>
          <CheckAgain offered={offered} />
          <span className="spacer" />
          <Button look="link" onClick={leave}>
            Use another account
          </Button>
        </footer>
      </section>
    </main>
  )
}
