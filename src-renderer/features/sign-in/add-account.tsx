import './sign-in.css'
import { ask } from '../../desk/ask'
import { keepSession, useSession } from '../../desk/session-store'
import { toastFailure } from '../../desk/toast-store'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { SignInCard } from './sign-in'

/** Signing in another account, over the work. The desk goes on behind it. */
export function AddAccount() {
  const session = useSession(({ session }) => session)
  const cancel = () => void ask(window.desk.session.cancel()).then(keepSession, toastFailure)
  return (
    <Dialog
      bare
      open={session?.isAdding === true}
      onClose={cancel}
      title="Add an account"
      className="add-account"
    >
      {session?.isAdding && (
        <>
          <SignInCard session={session} />
          <Button look="link" className="add-account-cancel" onClick={cancel}>
            Cancel
          </Button>
        </>
      )}
    </Dialog>
  )
}
