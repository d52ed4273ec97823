import { useState } from 'react'
import type { SignInStep } from '../../../src-preload/contract/session'
import { useNow } from '../../desk/now-store'
import { Button } from '../../ui/button'
import { TextField } from '../../ui/text-field'
import { CardFrame } from './card-frame'
import type { Answer } from './start-over'
import { useAsking } from './use-asking'
import { useFirstFocus } from './use-first-focus'

type CodeStep = Extract<SignInStep, { kind: 'code' }>

const sent: Readonly<Record<CodeStep['via'], (phone: string) => string>> = {
  app: (phone) => `Telegram sent it to your app at ${phone}.`,
  sms: (phone) => `Telegram sent it by SMS to ${phone}.`,
  call: (phone) => `Telegram calls ${phone} and says it.`,
  other: (phone) => `Telegram sent it to ${phone}.`,
}
const resend = { sms: 'Send an SMS', call: 'Get a call', other: 'Send it again' } as const

/** The code that Telegram sent: pasting works, and a complete one is submitted by itself. */
export function CodeCard({ step, onBack }: { readonly step: CodeStep; readonly onBack: () => Answer }) {
  const [code, setCode] = useState('')
  const asking = useAsking(['code'])
  const first = useFirstFocus()

  function change(text: string) {
    const digits = text.replace(/\D/g, '').slice(0, Math.max(step.length, 3))
    setCode(digits)
    if (asking.mustWait) return
    asking.forget()
    if (digits.length === step.length && digits !== code && !asking.busy) submit(digits)
  }

  function submit(digits: string) {
    asking.submit(window.desk.session.checkCode({ code: digits }))
  }

  return (
    <CardFrame title="Enter the code" lead={sent[step.via](step.phone)}>
      <form
        className="question"
        onSubmit={(event) => {
          event.preventDefault()
          if (!asking.mustWait) submit(code)
        }}
      >
        <TextField
          ref={first}
          label="Code"
          scale="large"
          className="code-field"
          inputMode="numeric"
          autoComplete="one-time-code"
          value={code}
          error={asking.errorOf('code', true)}
          onChange={(event) => change(event.target.value)}
        />
        <Resend step={step} onResend={() => asking.submit(window.desk.session.resendCode())} />
        <Button type="submit" look="primary" size="large" disabled={asking.busy || asking.mustWait}>
          Continue
        </Button>
        <Button look="link" onClick={() => asking.submit(onBack())}>
          Use another number
        </Button>
      </form>
    </CardFrame>
  )
}

/** The next way to get a code, once Telegram allows it. */
function Resend({ step, onResend }: { readonly step: CodeStep; readonly onResend: () => void }) {
  const now = useNow('second')
  if (step.next === null) return null
  const rest = step.resendAt === null ? 0 : Math.ceil((step.resendAt - now) / 1000)
  return (
    <p className="field-hint">
      No code?{' '}
      <Button look="link" size="small" disabled={rest > 0} onClick={onResend}>
        {resend[step.next]}
      </Button>
      {rest > 0 && ` in ${rest} s`}
    </p>
  )
}
