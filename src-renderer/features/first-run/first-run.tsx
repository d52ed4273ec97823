import './first-run.css'
import { CircleCheck, Smartphone, WifiOff } from 'lucide-react'
import { accountHandle } from '../../desk/account-words'
import { useAccountList } from '../../desk/accounts-store'
import { ask } from '../../desk/ask'
import { cleanLine } from '../../desk/plain-text'
import { useStatus } from '../../desk/status-store'
import { toast, toastFailure } from '../../desk/toast-store'
import { Button } from '../../ui/button'
import { classNames } from '../../ui/class-names'
import { Kbd } from '../../ui/kbd'
import { Steps } from '../../ui/steps'

/** A desk without a single ticket: how to see the first one, and whether the way is open. */
export function FirstRun() {
  const live = useStatus(({ status }) => status?.link.kind === 'live')
  return (
    <section className="first-run" aria-label="Waiting for the first message">
      <div className="first-run-card">
        <Smartphone size={26} />
        <h2>Waiting for the first message</h2>
        <Steps>
          <FirstSteps />
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

/** By which way the first customer can come: a public group, else a bot, else a private chat. */
function FirstSteps() {
  const accounts = useAccountList()
  const group = accounts.flatMap(({ groups }) => groups).find(({ role }) => role === 'public')
  const bot = accounts.find(({ account }) => account.kind === 'bot')?.account
  if (group || accounts.length === 0) {
    return (
      <>
        <li>
          <span>
            Open <bdi>{cleanLine(group?.title ?? '', 'your group')}</bdi> in Telegram, as a customer would
          </span>
        </li>
        <li>Make a new topic and send “hello” in it</li>
      </>
    )
  }
  return bot ? (
    <>
      <li>
        <span>
          Open <bdi>{accountHandle(bot)}</bdi> in Telegram, as a customer would
        </span>
      </li>
      <li>Press Start and send “hello”</li>
    </>
  ) : (
    <>
      <li>
        <span>
          Add a private chat: press <Kbd keys="Mod+K" />, then “Create a ticket from a chat”
        </span>
      </li>
      <li>What that person writes from now on is a ticket</li>
    </>
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
