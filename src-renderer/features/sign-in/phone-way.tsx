import { OneFieldWay } from './one-field-way'

/** Signing in with a phone number: Telegram sends a code. */
export function PhoneWay() {
  return (
    <OneFieldWay
      field="phone"
      label="Phone number"
      placeholder="+358 40 123 4567"
      type="tel"
      inputMode="tel"
      autoComplete="tel"
      hint="With the country code. Telegram sends a code to your other devices."
      does="Send code"
      ask={(phone) => window.desk.session.sendCode({ phone })}
    />
  )
}
