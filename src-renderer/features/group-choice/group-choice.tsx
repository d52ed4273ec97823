import './group-choice.css'
import { CircleAlert, Info, RefreshCw, Users } from 'lucide-react'
import { type ReactNode, useCallback, useEffect, useState } from 'react'
import type { Account, GroupOption, Lack, SessionView } from '../../../src-preload/contract/session'
import { ask, failureOf } from '../../desk/ask'
import { keepSession, takeDetour } from '../../desk/session-store'
import { Button } from '../../ui/button'
import { Face } from '../../ui/face'
import { Mark } from '../../ui/mark'
import { SkeletonRows } from '../../ui/skeleton'
import { FieldError } from '../../ui/text-field'

interface GroupChoiceProps {
  readonly account: Account
  /** The support group there is already; null on the first run. */
  readonly present: SessionView['group']
}

/** After sign-in: which forum group the customers write in. A group that cannot be it says how to mend that. */
export function GroupChoice({ account, present }: GroupChoiceProps) {
  const { groups, error, load } = useGroups()
  const [chosen, setChosen] = useState<string | null>(null)
  const [refused, setRefused] = useState<string | null>(null)

  function choose(groupId: string) {
    setChosen(groupId)
    setRefused(null)
    ask(window.desk.session.chooseGroup({ groupId })).then(
      (session) => {
        keepSession(session)
        takeDetour(null)
      },
      (thrown: unknown) => {
        setRefused(failureOf(thrown).message)
        setChosen(null)
      },
    )
  }

  function leave() {
    ask(window.desk.session.signOut()).then(keepSession, (thrown: unknown) =>
      setRefused(failureOf(thrown).message),
    )
  }

  return (
    <main className="group-choice">
      <section className="group-card" aria-labelledby="group-title">
        <header>
          <Mark size="large" />
          <span className="group-account">
            <Face id={account.id} name={account.name} kind="agent" size={24} />
            <bdi className="clip">{account.name}</bdi>
          </span>
        </header>
        <h1 id="group-title">Choose the support group</h1>
        <p className="group-lead">Each topic in it becomes a ticket. You can change it later in Settings.</p>
        {refused && <FieldError>{refused}</FieldError>}
        {error && <FieldError>{error}</FieldError>}
        {!groups && !error && <SkeletonRows rows={3} label="Reading your groups" />}
        {groups && <Groups kind={account.kind} groups={groups} chosen={chosen} onChoose={choose} />}
        <footer>
          <Button icon={<RefreshCw size={14} />} onClick={load} disabled={!groups && !error}>
            Check again
          </Button>
          <span className="spacer" />
          {present ? (
            <Button look="link" onClick={() => takeDetour(null)}>
              Back to the desk
            </Button>
          ) : (
            <Button look="link" onClick={leave}>
              Use another account
            </Button>
          )}
        </footer>
      </section>
    </main>
  )
}

function useGroups() {
  const [groups, setGroups] = useState<readonly GroupOption[] | null>(null)
  const [error, setError] = useState<string | null>(null)
  const load = useCallback(() => {
    setGroups(null)
    setError(null)
    ask(window.desk.session.groups()).then(setGroups, (thrown: unknown) =>
      setError(failureOf(thrown).message),
    )
  }, [])
  useEffect(load, [load])
  return { groups, error, load }
}

/** A bot cannot ask which groups it is in (core.telegram.org/api/bots): it knows those it has heard from. */
const noGroup: Readonly<Record<Account['kind'], string>> = {
  user: 'This account is in no group yet. In Telegram, make a group, turn on Topics, add this account as an administrator, then check again.',
  bot: 'The bot has heard from no group yet. In Telegram, make it an administrator of a group with Topics, write a message there, then check again.',
}

interface GroupsProps {
  readonly kind: Account['kind']
  readonly groups: readonly GroupOption[]
  readonly chosen: string | null
  readonly onChoose: (groupId: string) => void
}

function Groups({ kind, groups, chosen, onChoose }: GroupsProps) {
  if (groups.length === 0) return <p className="group-none">{noGroup[kind]}</p>
  return (
    <ul className="groups" aria-label="Groups">
      {groups.map((group) => (
        <GroupRow
          key={group.id}
          group={group}
          busy={chosen !== null}
          isChosen={chosen === group.id}
          onChoose={onChoose}
        />
      ))}
    </ul>
  )
}

interface GroupRowProps {
  readonly group: GroupOption
  readonly busy: boolean
  readonly isChosen: boolean
  readonly onChoose: (groupId: string) => void
}

function GroupRow({ group, busy, isChosen, onChoose }: GroupRowProps) {
  const { id, title, members, problems, warnings } = group
  return (
    <li className="group">
      <Face id={id} name={title} kind="customer" size={36} />
      <div className="group-words">
        <h2 className="clip">
          <bdi>{title}</bdi>
        </h2>
        <p className="group-members">
          <Users size={13} />
          {members.toLocaleString('en-GB')} {members === 1 ? 'member' : 'members'}
        </p>
        {problems.map((lack) => (
          <LackLine key={lack.what} icon={<CircleAlert size={14} />} {...lack} />
        ))}
        {warnings.map((lack) => (
          <LackLine key={lack.what} icon={<Info size={14} />} {...lack} />
        ))}
      </div>
      {problems.length === 0 && (
        <Button
          look="primary"
          size="small"
          disabled={busy}
          aria-label={`Choose ${title}`}
          onClick={() => onChoose(id)}
        >
          {isChosen ? 'Choosing' : 'Choose'}
        </Button>
      )}
    </li>
  )
}

function LackLine({ icon, what, mend }: Lack & { readonly icon: ReactNode }) {
  return (
    <p className="group-problem">
      {icon}
      <span>
        <b>{what}</b> {mend}
      </span>
    </p>
  )
}
