import { HardDrive, KeyRound, UserX, WifiOff } from 'lucide-react'
import { namesInWords } from '../../desk/account-link-words'
import { ask } from '../../desk/ask'
import { useNow } from '../../desk/now-store'
import { cleanLine } from '../../desk/plain-text'
import { takeDetour, useSession } from '../../desk/session-store'
import { showSettings } from '../../desk/settings-place-store'
import { useStatus } from '../../desk/status-store'
import { toastFailure } from '../../desk/toast-store'
import { Banner } from '../../ui/banner'
import { Button } from '../../ui/button'
import { shortMomentOf } from '../../ui/time-words'

const patienceMs = 30_000

/** One band over the work, for what stops it: a full disk first, then signed out, then offline for long. */
export function Bands() {
  return (
    <div className="bands">
      <Band />
    </div>
  )
}

function Band() {
  const now = useNow('second')
  const status = useStatus(({ status }) => status)
  const session = useSession(({ session }) => session)
  if (!status) return null
  const { link, storage, toSend } = status
  const of = status.linkOf === null ? null : cleanLine(status.linkOf, 'an account')

  if (storage.kind === 'full') {
    return (
      <Banner tone="bad" shape="band" role="alert" icon={<HardDrive />}>
        The disk has been full since {shortMomentOf(storage.since, now)}. Nothing is lost; nothing new is
        accepted until there is room.
      </Banner>
    )
  }
  const isThrownOut = session?.step.kind === 'signed-out' && !session.isAdding
  if (link.kind === 'signed-out' || isThrownOut) {
    return (
      <Banner
        tone="bad"
        shape="band"
        role="alert"
        icon={<KeyRound />}
        action={
          <Button size="small" onClick={() => takeDetour('sign-in')}>
            Sign in again
          </Button>
        }
      >
        Telegram signed {of === null ? 'this desk' : <bdi>{of}</bdi>} out. Tickets and drafts are here;
        nothing comes in or goes out{of === null ? '' : ' through it'}.
      </Banner>
    )
  }
  if (link.kind === 'not-in-group') {
    return (
      <Banner
        tone="bad"
        shape="band"
        role="alert"
        icon={<UserX />}
        action={
          <Button size="small" onClick={() => showSettings(null, 'account')}>
            Choose a group
          </Button>
        }
      >
        {of === null ? 'You are' : <bdi>{of} is</bdi>} no longer in <bdi>{namesInWords(link.groups)}</bdi>.
        Nothing new arrives from there, and what you write there waits here.
      </Banner>
    )
  }
  if (link.kind === 'offline' && now - link.since > patienceMs) {
    const waits = toSend === 1 ? '1 message waits' : `${toSend} messages wait`
    return (
      <Banner
        tone="warn"
        shape="band"
        role="alert"
        icon={<WifiOff />}
        action={
          <Button size="small" onClick={() => ask(window.desk.desk.reconnect()).catch(toastFailure)}>
            Try now
          </Button>
        }
      >
        Offline since {shortMomentOf(link.since, now)}.{' '}
        {toSend > 0 ? `${waits} and will go out in order.` : 'Go on working; what you write is kept.'}
      </Banner>
    )
  }
  return null
}
