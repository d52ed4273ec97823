import './groups.css'
import { Check, CircleAlert, Info, Users } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Account, GroupOption, Lack } from '../../../src-preload/contract/session'
import { cleanLine } from '../../desk/plain-text'
import { Button } from '../../ui/button'
import { Face } from '../../ui/face'
import { SkeletonRows } from '../../ui/skeleton'
import { FieldError } from '../../ui/text-field'
import type { OfferedGroups } from './use-groups'

/** A bot cannot ask which groups it is in (core.telegram.org/api/bots): it knows those it has heard from. */
const noGroup: Readonly<Record<Account['kind'], string>> = {
  user: 'This account is in no group yet. In Telegram, make a group, turn on Topics, add this account as an administrator, then check again.',
  bot: 'The bot has heard from no group yet. In Telegram, make it an administrator of a group with Topics, write a message there, then check again.',
}

interface GroupListProps {
  readonly kind: Account['kind']
  readonly offered: OfferedGroups
  /** Ids of the groups the desk follows already. */
  readonly followed: readonly string[]
  /** The group that is being chosen now. */
  readonly chosen: string | null
  readonly onChoose: (groupId: string) => void
}

/** The groups of an account. One that cannot be followed says how to mend that. */
export function GroupList({ kind, offered, followed, chosen, onChoose }: GroupListProps) {
  const { groups, error } = offered
  if (error) return <FieldError>{error}</FieldError>
  if (!groups) return <SkeletonRows rows={3} label="Reading your groups" />
  if (groups.length === 0) return <p className="group-none">{noGroup[kind]}</p>
  return (
    <ul className="groups" aria-label="Groups">
      {groups.map((group) => (
        <GroupRow
          key={group.id}
          group={group}
          busy={chosen !== null}
          isChosen={chosen === group.id}
          isFollowed={followed.includes(group.id)}
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
  readonly isFollowed: boolean
  readonly onChoose: (groupId: string) => void
}

function GroupRow({ group, busy, isChosen, isFollowed, onChoose }: GroupRowProps) {
  const { id, members, problems, warnings } = group
  const title = cleanLine(group.title, 'No title')
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
      {isFollowed ? (
        <span className="group-followed">
          <Check size={14} />
          Followed
        </span>
      ) : (
        problems.length === 0 && (
          <Button
            look="primary"
            size="small"
            disabled={busy}
            aria-label={`Choose ${title}`}
            onClick={() => onChoose(id)}
          >
            {isChosen ? 'Choosing' : 'Choose'}
          </Button>
        )
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
