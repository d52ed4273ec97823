import './layout.css'
import { useSession } from '../desk/session-store'
import { useStatus } from '../desk/status-store'
import { FirstGroup } from '../features/accounts/first-group'
import { WakeCard } from '../features/evidence/wake-card'
import { Repair } from '../features/repair/repair'
import { AddAccount } from '../features/sign-in/add-account'
import { SignIn } from '../features/sign-in/sign-in'
import { Toasts } from '../features/toasts/toasts'
import { Loading } from './loading'
import { Workplace } from './workplace'

/** Which screen there is: the store first, then an account, then a group, then the work. */
export function Screens() {
  return (
    <>
      <Screen />
      <AddAccount />
      <Toasts first={<WakeCard />} />
    </>
  )
}

function Screen() {
  const startup = useStatus(({ startup }) => startup)
  const { session, detour } = useSession()
  if (startup && startup.kind !== 'ready') return <Repair startup={startup} />
  if (!startup || !session) return <Loading />
  // Another account is added over the work, whatever its steps are.
  if (session.isAdding) return session.isReady ? <Workplace /> : <Loading />
  if (session.step.kind !== 'signed-in') {
    // Telegram ended the session while tickets are here: they stay readable, a band tells how to go on.
    const keepsWork =
      session.isReady &&
      detour !== 'sign-in' &&
      session.step.kind === 'signed-out' &&
      session.step.reason === 'by-telegram'
    return keepsWork ? <Workplace /> : <SignIn session={session} />
  }
  return session.isReady ? <Workplace /> : <FirstGroup account={session.step.account} />
}
