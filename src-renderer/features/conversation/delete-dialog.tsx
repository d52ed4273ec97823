import './delete-dialog.css'
import { useRef, useState } from 'react'
import { ask } from '../../desk/ask'
import { editingOf, leaveEditing } from '../../desk/editing-store'
import { cleanLine } from '../../desk/plain-text'
import { requestFocus } from '../../desk/selection-store'
import { toastFailure } from '../../desk/toast-store'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { type Doomed, doneDeleting, useDeleting } from './delete-store'

/** Asks before a reply is deleted for the customer: it cannot be undone. */
export function DeleteDialog({ ticketId }: { readonly ticketId: string }) {
  const doomed = useDeleting((state) => state.doomed)
  return doomed?.ticketId === ticketId ? <Asking doomed={doomed} /> : null
}

function Asking({ doomed }: { readonly doomed: Doomed }) {
  const { ticketId, item } = doomed
  const [busy, setBusy] = useState(false)
  const close = () => doneDeleting(doomed)
  const { outboxId, media } = item
  /** Whoever deleted goes on in the composer, not at the message. */
  const isDone = useRef(false)
  function remove() {
    if (outboxId === null) return
    setBusy(true)
    ask(window.desk.conversation.delete({ ticketId, outboxId }))
      .then(() => {
        if (editingOf(ticketId)?.outboxId === outboxId) leaveEditing(ticketId)
      }, toastFailure)
      .finally(() => {
        isDone.current = true
        // Whoever has closed it meanwhile is elsewhere by now.
        if (close()) requestFocus('composer')
        else isDone.current = false
      })
  }
  return (
    <Dialog
      open
      onClose={close}
      title="Delete for the customer"
      focusAfter={() => (isDone.current ? false : null)}
      actions={
        <>
          <Button onClick={close}>Keep it</Button>
          <Button look="danger" disabled={busy} onClick={remove}>
            Delete
          </Button>
        </>
      }
    >
      <p className="delete-words">
        <bdi className="clip">{cleanLine(item.text, 'A file')}</bdi>
      </p>
      {media.length > 1
        ? `The message and its ${media.length} files are deleted in Telegram. `
        : 'The message is deleted in Telegram. '}
      Your team still sees here that it was sent, and what it said.
    </Dialog>
  )
}
