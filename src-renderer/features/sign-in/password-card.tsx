import { KeyRound, ShieldCheck } from 'lucide-react'
import { useState } from 'react'
import { Banner } from '../../ui/banner'
import { Button } from '../../ui/button'
import { TextField } from '../../ui/text-field'
import { CardFrame } from './card-frame'
import type { Answer } from './start-over'
import { useAsking } from './use-asking'
import { useFirstFocus } from './use-first-focus'

/** The second step of an account that has one. */
export function PasswordCard(props: { readonly hint: string | null; readonly onBack: () => Answer }) {
  const { hint, onBack } = props
  const [password, setPassword] = useState('')
  const [shown, setShown] = useState(false)
  const [forgot, setForgot] = useState(false)
  const asking = useAsking(['password'])
  const first = useFirstFocus()
  return (
    <CardFrame title="Enter your password" lead="This account has two-step verification.">
      <form
        className="question"
        onSubmit={(event) => {
          event.preventDefault()
          if (!asking.mustWait) asking.submit(window.desk.session.checkPassword({ password }))
        }}
      >
        <TextField
          ref={first}
          label="Password"
          scale="large"
          type={shown ? 'text' : 'password'}
          autoComplete="current-password"
          icon={<KeyRound size={16} />}
          value={password}
          error={asking.errorOf('password', true)}
          hint={
            hint ? (
              <>
                Hint: <bdi>{hint}</bdi>
              </>
            ) : undefined
          }
          onChange={(event) => {
            setPassword(event.target.value)
            if (!asking.mustWait) asking.forget()
          }}
          after={
            <Button
              look="link"
              aria-label={shown ? 'Hide password' : 'Show password'}
              aria-pressed={shown}
              onClick={() => setShown(!shown)}
            >
              {shown ? 'Hide' : 'Show'}
            </Button>
          }
        />
        <Banner tone="info" icon={<ShieldCheck />}>
          {forgot
            ? 'Only Telegram can reset it: on your phone, open Settings, Privacy and Security, Two-Step Verification.'
            : 'Telegram checks it. It is never stored here.'}
        </Banner>
        <Button type="submit" look="primary" size="large" disabled={asking.busy || asking.mustWait}>
          Sign in
        </Button>
        <div className="card-ways-out">
          <Button look="link" onClick={() => setForgot(true)}>
            Forgot the password
          </Button>
          <Button look="link" onClick={() => asking.submit(onBack())}>
            Use another account
          </Button>
        </div>
      </form>
    </CardFrame>
  )
}
