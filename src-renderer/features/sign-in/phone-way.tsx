import { useState } from 'react'
import { Button } from '../../ui/button'
import { TextField } from '../../ui/text-field'
import { useAsking } from './use-asking'
import { useFirstFocus } from './use-first-focus'

/** Signing in with a phone number: Telegram sends a code. */
export function PhoneWay() {
  const [phone, setPhone] = useState('')
  const asking = useAsking(['phone'])
  const first = useFirstFocus()
  return (
    <form
      className="question"
      onSubmit={(event) => {
        event.preventDefault()
        if (!asking.mustWait) asking.submit(window.desk.session.sendCode({ phone }))
      }}
    >
      <TextField
        ref={first}
        label="Phone number"
        scale="large"
        type="tel"
        inputMode="tel"
        autoComplete="tel"
        placeholder="+358 40 123 4567"
        value={phone}
        error={asking.errorOf('phone', true)}
        hint="With the country code. Telegram sends a code to your other devices."
        onChange={(event) => {
          setPhone(event.target.value)
          if (!asking.mustWait) asking.forget()
        }}
      />
      <Button type="submit" look="primary" size="large" disabled={asking.busy || asking.mustWait}>
        Send code
      </Button>
    </form>
  )
}
