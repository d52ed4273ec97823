import './layout.css'
import { useSession } from '../desk/session-store'
import { useStatus } from '../desk/status-store'
import { GroupChoice } from '../features/group-choice/group-choice'
import { Repair } from '../features/repair/repair'
import { SignIn } from '../features/sign-in/sign-in'
import { Toasts } from '../features/toasts/toasts'
import { Loading } from './loading'
import { Workplace } from './workplace'

/** Which screen there is: the store first, then the account, then the group, then the work. */
export function Screens() {
  return (
    <>
      <Screen />
      <Toasts />
    </>
  )
}

function Screen() {
  const startup = useStatus(({ startup }) => startup)
  const { session, detour } = useSession()
  if (startup && startup.kind !== 'ready') return <Repair startup={startup} />
  if (!startup || !session) return <Loading />
  if (session.step.kind !== 'signed-in') {
    // Telegram ended the session while tickets are here: they stay readable, a band tells how to go on.
    const keepsWork =
      session.group !== null &&
      detour !== 'sign-in' &&
      session.step.kind === 'signed-out' &&
      session.step.reason === 'by-telegram'
    return keepsWork ? <Workplace /> : <SignIn session={session} />
  }
  return session.group && detour !== 'group' ? (
    <Workplace />
  ) : (
    <GroupChoice account={session.step.account} present={session.group} />
  )
}
