import './groups.css'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import type { AccountView, GroupRole } from '../../../src-preload/contract/account'
import { keepAccounts, useAccountList } from '../../desk/accounts-store'
import { ask, failureOf } from '../../desk/ask'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { FieldError } from '../../ui/text-field'
import { CheckAgain } from './check-again'
import { GroupList } from './group-list'
import { RoleChoice } from './role-choice'
import { useGroups } from './use-groups'

/** Lets an account follow one more group. */
export function FollowGroup({ view, disabled }: { readonly view: AccountView; readonly disabled: boolean }) {
  const [open, setOpen] = useState(false)
  const close = () => setOpen(false)
  return (
    <>
      <Button size="small" icon={<Plus size={14} />} disabled={disabled} onClick={() => setOpen(true)}>
        Follow a group
      </Button>
      {open && <FollowDialog view={view} onClose={close} />}
    </>
  )
}

function FollowDialog({ view, onClose }: { readonly view: AccountView; readonly onClose: () => void }) {
  const { account } = view
  const offered = useGroups(account.id)
  const [role, setRole] = useState<GroupRole>('public')
  // What is copied into a staff group is for the team only: no other account, and no other use, takes it.
  const taken = useAccountList()
    .flatMap(({ groups }) => groups)
    .filter((one) => one.accountId === account.id || one.role === 'staff' || role === 'staff')
    .map(({ id }) => id)
  const [chosen, setChosen] = useState<string | null>(null)
  const [refused, setRefused] = useState<string | null>(null)

  function choose(groupId: string) {
    setChosen(groupId)
    setRefused(null)
    ask(window.desk.accounts.followGroup({ accountId: account.id, groupId, role })).then(
      (accounts) => {
        keepAccounts(accounts)
        onClose()
      },
      (thrown: unknown) => {
        setChosen(null)
        setRefused(failureOf(thrown).message)
      },
    )
  }

  return (
    <Dialog
      open
      onClose={onClose}
      title="Follow a group"
      className="follow-dialog"
      actions={
        <>
          <CheckAgain offered={offered} />
          <span className="spacer" />
          <Button onClick={onClose}>Cancel</Button>
        </>
      }
    >
      {account.kind === 'bot' ? (
        <RoleChoice value={role} onChange={setRole} />
      ) : (
        <p className="follow-lead">Each topic in the group becomes a ticket.</p>
      )}
      {refused && <FieldError>{refused}</FieldError>}
      <GroupList kind={account.kind} offered={offered} followed={taken} chosen={chosen} onChoose={choose} />
    </Dialog>
  )
}
