import { Info } from 'lucide-react'
import { useState } from 'react'
import type { SessionView } from '../../../src-preload/contract/session'
import { Banner } from '../../ui/banner'
import { Button } from '../../ui/button'
import { TextField } from '../../ui/text-field'
import { useAsking } from './use-asking'
import { useFirstFocus } from './use-first-focus'

/** Signing in as a bot: the way for a team. */
export function BotWay({ keyring }: { readonly keyring: SessionView['keyring'] }) {
  const [token, setToken] = useState('')
  const asking = useAsking(['token'])
  const first = useFirstFocus()
  return (
    <form
      className="question"
      onSubmit={(event) => {
        event.preventDefault()
        if (!asking.mustWait) asking.submit(window.desk.session.connectBot({ token }))
      }}
    >
      <TextField
        ref={first}
        label="Bot token"
        scale="large"
        placeholder="123456:ABC-DEF"
        spellCheck={false}
        autoComplete="off"
        value={token}
        error={asking.errorOf('token', true)}
        hint={
          keyring === 'safe'
            ? 'From BotFather. It is kept in this computer’s keychain.'
            : 'From BotFather. It is kept in memory until you quit.'
        }
        onChange={(event) => {
          setToken(event.target.value)
          if (!asking.mustWait) asking.forget()
        }}
      />
      <Banner tone="info" icon={<Info />}>
        A bot cannot read messages from before it joined, and Telegram does not tell it about deletions.
      </Banner>
      <Button type="submit" look="primary" size="large" disabled={asking.busy || asking.mustWait}>
        Connect bot
      </Button>
    </form>
  )
}
