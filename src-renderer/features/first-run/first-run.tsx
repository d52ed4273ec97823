import './first-run.css'
import { MessagesSquare } from 'lucide-react'
import { ask } from '../../desk/ask'
import { useSession } from '../../desk/session-store'
import { useStatus } from '../../desk/status-store'
import { toast, toastFailure } from '../../desk/toast-store'
import { Button } from '../../ui/button'
import { EmptyState } from '../../ui/empty-state'

/** A desk without a single ticket: what to do to see the first one, and whether the way is open. */
export function FirstRun() {
  const group = useSession(({ session }) => session?.group)
  const live = useStatus(({ status }) => status?.link.kind === 'live')
  return (
    <section className="first-run" aria-label="Waiting for the first message">
      <EmptyState
        icon={<MessagesSquare />}
        title="Waiting for the first message"
        action={
          <Button size="small" onClick={() => check(live)}>
            Check the connection
          </Button>
        }
      >
        Open a topic in <b className="foreign">{group?.title ?? 'your group'}</b> from your phone and send
        “hello”. It appears here within five seconds.
      </EmptyState>
    </section>
  )
}

function check(live: boolean) {
  if (live) toast({ tone: 'good', key: 'connection', text: 'Telegram answers. The desk is listening.' })
  else
    ask(window.desk.desk.reconnect()).then(
      () => toast({ tone: 'info', key: 'connection', text: 'Connecting to Telegram again' }),
      toastFailure,
    )
}
