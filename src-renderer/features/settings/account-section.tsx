import { useState } from 'react'
import { ask } from '../../desk/ask'
import { keepSession, takeDetour, useSession } from '../../desk/session-store'
import { toastFailure } from '../../desk/toast-store'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { Face } from '../../ui/face'
import type { SettingSection } from './setting-row'

/** Who the desk speaks as, and in which group. */
export function useAccountSection(): SettingSection {
  const session = useSession(({ session }) => session)
  const account = session?.step.kind === 'signed-in' ? session.step.account : null
  const api = session?.api
  return {
    id: 'account',
    title: 'Account',
    rows: [
      {
        id: 'account',
        title: 'Telegram account',
        words: 'sign out log out session bot user',
        hint: account
          ? `${account.kind === 'bot' ? 'A bot' : 'A personal account'}. ${
              session?.keyring === 'missing'
                ? 'This computer cannot keep the sign-in safely: it ends with the app.'
                : 'The sign-in is kept in this computer’s keychain.'
            }`
          : 'Nobody is signed in.',
        control: account ? (
          <span className="setting-account">
            <Face id={account.id} name={account.name} kind="agent" size={28} />
            <span className="setting-account-words">
              <bdi className="clip">{account.name}</bdi>
              {account.username && <span className="muted clip">@{account.username}</span>}
            </span>
            <SignOut />
          </span>
        ) : (
          <Button onClick={() => takeDetour('sign-in')}>Sign in</Button>
        ),
      },
      {
        id: 'group',
        title: 'Support group',
        hint: 'Each topic in it becomes a ticket.',
        control: (
          <span className="setting-account">
            <bdi className="clip">{session?.group?.title ?? 'None'}</bdi>
            <Button disabled={account === null} onClick={() => takeDetour('group')}>
              Change
            </Button>
          </span>
        ),
      },
      {
        id: 'api',
        title: 'API id',
        words: 'api hash my.telegram.org',
        hint:
          api?.from === 'environment'
            ? 'Given by the environment.'
            : 'From my.telegram.org, given on the first run.',
        control: <span className="selectable">{api?.id ?? 'None'}</span>,
      },
    ],
  }
}

/** Ends the session at Telegram. It cannot be undone, so it asks first. */
function SignOut() {
  const [asked, setAsked] = useState(false)
  const [busy, setBusy] = useState(false)
  function signOut() {
    setBusy(true)
    ask(window.desk.session.signOut())
      .then(keepSession, toastFailure)
      .finally(() => {
        setBusy(false)
        setAsked(false)
      })
  }
  return (
    <>
      <Button look="danger" onClick={() => setAsked(true)}>
        Sign out
      </Button>
      <Dialog
        open={asked}
        onClose={() => setAsked(false)}
        title="Sign out of Telegram"
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
