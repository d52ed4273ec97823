import './sign-in.css'
import { CircleCheck, Lock, RotateCcw, WifiOff } from 'lucide-react'
import { useState } from 'react'
import type { SessionView } from '../../../src-preload/contract/session'
import { takeDetour } from '../../desk/session-store'
import { useStatus } from '../../desk/status-store'
import { Button } from '../../ui/button'
import { ApiCard } from './api-card'
import { CodeCard } from './code-card'
import { PasswordCard } from './password-card'
import { startOver } from './start-over'
import { WaysCard } from './ways-card'

/** Signing in: one card, one question at a time (interface.md section 8). */
export function SignIn({ session }: { readonly session: SessionView }) {
  const { step } = session
  const keepsWork = session.isReady && step.kind === 'signed-out' && step.reason === 'by-telegram'
  return (
    <div className="entrance">
      <main className="entrance-middle">
        <SignInCard session={session} />
        {keepsWork && (
          <Button look="link" className="entrance-back" onClick={() => takeDetour(null)}>
            Back to the desk
          </Button>
        )}
      </main>
      <footer className="entrance-foot">
        <Reach />
        <span>
          <Lock size={13} />
          Messages stay on this computer
        </span>
      </footer>
    </div>
  )
}

/** The card with the question that is next. */
export function SignInCard({ session }: { readonly session: SessionView }) {
  const { step } = session
  const [changesApi, setChangesApi] = useState(false)
  const stay = () => setChangesApi(false)
  if (changesApi && step.kind !== 'api-needed') return <ApiCard onBack={stay} onKept={stay} />
  switch (step.kind) {
    case 'api-needed':
      return <ApiCard onBack={null} onKept={stay} />
    case 'code':
      return <CodeCard key={step.phone} step={step} onBack={() => startOver(session)} />
    case 'password':
      return <PasswordCard hint={step.hint} onBack={() => startOver(session)} />
    case 'signed-out':
    case 'qr':
      return <WaysCard session={session} step={step} onChangeApi={() => setChangesApi(true)} />
    case 'signed-in':
      return null
  }
}

/** Whether Telegram answers at all: it tells a wrong code from a missing network. */
function Reach() {
  const kind = useStatus(({ status }) => status?.link.kind)
  const said =
    kind === 'offline' ? (
      <span className="bad">
        <WifiOff size={13} />
        Telegram cannot be reached
      </span>
    ) : kind === 'connecting' ? (
      <span>
        <RotateCcw size={13} />
        Connecting to Telegram
      </span>
    ) : kind === undefined || kind === 'signed-out' ? null : (
      <span className="live">
        <CircleCheck size={13} />
        Telegram can be reached
      </span>
    )
  return (
    <div role="status" aria-label="Connection">
      {said}
    </div>
  )
}
