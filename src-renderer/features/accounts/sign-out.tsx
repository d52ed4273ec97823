import { useState } from 'react'
import type { Account } from '../../../src-preload/contract/session'
import { ask } from '../../desk/ask'
import { cleanLine } from '../../desk/plain-text'
import { keepSession } from '../../desk/session-store'
import { toast, toastFailure } from '../../desk/toast-store'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'

/** Ends an account's session at Telegram. It cannot be undone, so it asks first. */
export function SignOut({ account }: { readonly account: Account }) {
  const [asked, setAsked] = useState(false)
  const [busy, setBusy] = useState(false)
  const name = cleanLine(account.name, 'No name')
  function signOut() {
    setBusy(true)
    ask(window.desk.session.signOut({ accountId: account.id }))
      .then((session) => {
        keepSession(session)
        toast({ tone: 'good', text: `${name} is signed out` })
      }, toastFailure)
      .finally(() => {
        setBusy(false)
        setAsked(false)
      })
  }
  return (
    <>
      <Button look="danger" size="small" aria-label={`Sign out ${name}`} onClick={() => setAsked(true)}>
        Sign out
      </Button>
      <Dialog
        open={asked}
        onClose={() => setAsked(false)}
        title={`Sign out ${name}`}
        actions={
          <>
            <Button onClick={() => setAsked(false)}>Stay signed in</Button>
            <Button look="danger" disabled={busy} onClick={signOut}>
              Sign out
            </Button>
          </>
        }
      >
        The session ends at Telegram and is wiped here. Tickets, messages and drafts stay on this computer.
        What waits to be sent goes out after the next sign-in.
      </Dialog>
    </>
  )
}
