import './first-run.css'
import { CircleCheck, Smartphone, WifiOff } from 'lucide-react'
import { ask } from '../../desk/ask'
import { useSession } from '../../desk/session-store'
import { useStatus } from '../../desk/status-store'
import { toast, toastFailure } from '../../desk/toast-store'
import { Button } from '../../ui/button'
import { classNames } from '../../ui/class-names'
import { Steps } from '../../ui/steps'

/** A desk without a single ticket: how to see the first one, and whether the way is open. */
export function FirstRun() {
  const title = useSession(({ session }) => session?.group?.title ?? 'your group')
  const live = useStatus(({ status }) => status?.link.kind === 'live')
  return (
    <section className="first-run" aria-label="Waiting for the first message">
      <div className="first-run-card">
        <Smartphone size={26} />
        <h2>Waiting for the first message</h2>
        <Steps>
          <li>
            <span>
              Open <bdi>{title}</bdi> in Telegram, as a customer would
            </span>
          </li>
          <li>Make a new topic and send “hello” in it</li>
          <li>It appears on the left within five seconds</li>
        </Steps>
        <p className={classNames('first-run-link', live ? 'good' : 'bad')} role="status">
          {live ? <CircleCheck size={14} /> : <WifiOff size={14} />}
          <span>{live ? 'Connected. The desk is listening.' : 'Telegram cannot be reached yet.'}</span>
          <Button size="small" onClick={() => check(live)}>
            Check the connection
          </Button>
        </p>
      </div>
    </section>
  )
}

function check(live: boolean) {
  if (live) {
    toast({ tone: 'good', key: 'connection', text: 'Telegram answers. The desk is listening.' })
    return
  }
  ask(window.desk.desk.reconnect()).then(
    () => toast({ tone: 'info', key: 'connection', text: 'Connecting to Telegram again' }),
    toastFailure,
  )
}
