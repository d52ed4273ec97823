import './accounts.css'
import { Plus } from 'lucide-react'
import { useAccounts } from '../../desk/accounts-store'
import { ask } from '../../desk/ask'
import { keepSession } from '../../desk/session-store'
import { toastFailure } from '../../desk/toast-store'
import { Button } from '../../ui/button'
import { SkeletonRows } from '../../ui/skeleton'
import { AccountPart } from './account-part'

/** The accounts of this desk, what each follows, and how to add one. */
export function AccountsPanel() {
  const accounts = useAccounts(({ accounts }) => accounts)
  // The button is never disabled: it would lose the focus, which comes back to it when the dialog closes.
  const add = () => void ask(window.desk.session.add()).then(keepSession, toastFailure)
  if (accounts === null) return <SkeletonRows rows={2} label="Reading your accounts" />
  return (
    <div className="accounts">
      {accounts.length === 0 && <p className="muted">Nobody is signed in.</p>}
      {accounts.map((view) => (
        <AccountPart key={view.account.id} view={view} />
      ))}
      <Button icon={<Plus size={14} />} onClick={add}>
        Add account
      </Button>
    </div>
  )
}
