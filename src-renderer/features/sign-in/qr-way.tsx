import { Clock, Info } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { SignInStep } from '../../../src-preload/contract/session'
import { useNow } from '../../desk/now-store'
import { Banner } from '../../ui/banner'
import { Button } from '../../ui/button'
import { Steps } from '../../ui/steps'
import { FieldError } from '../../ui/text-field'
import { QrPicture } from './qr-picture'
import { useAsking } from './use-asking'

const graceMs = 2000

/** Signing in by scanning. The desk renews the code; if it does not, the card asks for a new one. */
export function QrWay({ step }: { readonly step: Extract<SignInStep, { kind: 'qr' }> | null }) {
  const now = useNow('second')
  const { errorOf, submit, busy, mustWait } = useAsking([])
  const [asked, setAsked] = useState<string | null>(null)
  const isStale = step === null || now > step.expiresAt + graceMs
  const want = isStale ? (step?.url ?? 'first') : null
  const error = errorOf('qr', true)
  // Asked, answered, and yet there is no code: asking by itself again could go on for ever.
  const isStuck = step === null && asked !== null && !busy

  useEffect(() => {
    if (want === null || asked === want) return
    setAsked(want)
    submit(window.desk.session.startQr())
  }, [want, asked, submit])

  const rest = step ? Math.max(0, Math.ceil((step.expiresAt - now) / 1000)) : 0
  return (
    <>
      <div className="scan">
        <div className="scan-paper">
          {step ? (
            <QrPicture text={step.url} label="QR code to scan with Telegram" />
          ) : (
            <span className="scan-empty" />
          )}
        </div>
        <Steps>
          <li>Open Telegram on your phone</li>
          <li>Settings, then Devices</li>
          <li>Link a device and scan</li>
        </Steps>
      </div>
      {error || isStuck ? (
        <>
          {error && <FieldError>{error}</FieldError>}
          <Button
            size="large"
            disabled={busy || mustWait}
            onClick={() => submit(window.desk.session.startQr())}
          >
            {error ? 'Try again' : 'Get a new code'}
          </Button>
        </>
      ) : (
        <p className="scan-state" role="status" aria-live="off">
          <Clock size={14} />
          {step && rest > 0 ? `New code in ${rest} s` : 'Fetching a new code'}
        </p>
      )}
      <Banner tone="info" icon={<Info />}>
        For a team, use a bot token. Telegram may limit a personal account that writes to many people.
      </Banner>
    </>
  )
}
