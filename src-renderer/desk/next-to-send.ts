import { ask } from './ask'
import { requestFocus, selectTicket, useSelection } from './selection-store'
import { toast, toastFailure } from './toast-store'

/** Shows the next ticket with a message that waits to be sent or failed; says so if there is none. */
export async function goToNextToSend(): Promise<void> {
  try {
    const next = await ask(window.desk.queue.nextUnsent({ after: useSelection.getState().ticketId }))
    if (next === null) {
      toast({ tone: 'info', text: 'No ticket has a message to send.', key: 'next-to-send' })
      return
    }
    selectTicket(next)
    requestFocus('conversation')
  } catch (thrown) {
    toastFailure(thrown)
  }
}
