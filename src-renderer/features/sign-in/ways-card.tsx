import { Bot, Info, KeyRound, QrCode, Smartphone } from 'lucide-react'
import { useState } from 'react'
import type { SessionView, SignInStep } from '../../../src-preload/contract/session'
import { ask } from '../../desk/ask'
import { keepSession } from '../../desk/session-store'
import { toastFailure } from '../../desk/toast-store'
import { Banner } from '../../ui/banner'
import { Button } from '../../ui/button'
import { Tabs } from '../../ui/tabs'
import { BotWay } from './bot-way'
import { CardFrame } from './card-frame'
import { readWay, rememberWay, type Way } from './last-way'
import { PhoneWay } from './phone-way'
import { QrWay } from './qr-way'
import { startOver } from './start-over'

const ways = [
  { value: 'qr', label: 'QR code', icon: <QrCode size={14} />, controls: 'way-panel' },
  { value: 'phone', label: 'Phone', icon: <Smartphone size={14} />, controls: 'way-panel' },
  { value: 'bot', label: 'Bot token', icon: <Bot size={14} />, controls: 'way-panel' },
] as const

interface WaysCardProps {
  readonly session: SessionView
  readonly step: Extract<SignInStep, { kind: 'signed-out' | 'qr' }>
  readonly onChangeApi: () => void
}

/** The three ways in. The first run opens the bot token, later the way that was used last. */
export function WaysCard({ session, step, onChangeApi }: WaysCardProps) {
  const [way, setWay] = useState<Way>(() => (step.kind === 'qr' ? 'qr' : readWay()))

  function change(next: Way) {
    setWay(next)
    rememberWay(next)
    if (step.kind === 'qr' && next !== 'qr') ask(startOver(session)).then(keepSession, toastFailure)
  }

  return (
    <CardFrame
      title={session.isAdding ? 'Add an account' : 'Sign in to Telegram'}
      lead={
        session.isAdding
          ? 'It works beside those you have. Each ticket is answered through the account it came by.'
          : 'Your customers write there. You answer here.'
      }
    >
      {step.kind === 'signed-out' && <Why reason={step.reason} />}
      <Tabs label="Ways to sign in" look="paper" tabs={ways} value={way} onChange={change} />
      <div
        id="way-panel"
        className="way"
        role="tabpanel"
        aria-label={ways.find(({ value }) => value === way)?.label}
      >
        {way === 'qr' && <QrWay step={step.kind === 'qr' ? step : null} />}
        {way === 'phone' && <PhoneWay />}
        {way === 'bot' && <BotWay keyring={session.keyring} />}
      </div>
      {session.keyring === 'missing' && (
        <Banner tone="warn" icon={<KeyRound />}>
          This computer cannot keep the sign-in safely. You sign in for this session only.
        </Banner>
      )}
      {session.api?.from === 'settings' && (
        <Button look="link" className="card-change-api" onClick={onChangeApi}>
          Change the API id
        </Button>
      )}
    </CardFrame>
  )
}

function Why({ reason }: { readonly reason: Extract<SignInStep, { kind: 'signed-out' }>['reason'] }) {
  if (reason === 'by-telegram') {
    return (
      <Banner tone="warn" icon={<Info />}>
        Telegram ended the last sign-in. Tickets and drafts are still here.
      </Banner>
    )
  }
  if (reason === 'session-unreadable') {
    return (
      <Banner tone="warn" icon={<Info />}>
        The kept sign-in could not be read on this computer. Tickets and drafts are still here.
      </Banner>
    )
  }
  return null
}
