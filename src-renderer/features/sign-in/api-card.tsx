import { ExternalLink, Info } from 'lucide-react'
import { useState } from 'react'
import { ask } from '../../desk/ask'
import { toastFailure } from '../../desk/toast-store'
import { Banner } from '../../ui/banner'
import { Button } from '../../ui/button'
import { Steps } from '../../ui/steps'
import { TextField } from '../../ui/text-field'
import { CardFrame } from './card-frame'
import { useAsking } from './use-asking'
import { useFirstFocus } from './use-first-focus'

const page = 'https://my.telegram.org/apps'

interface ApiCardProps {
  /** Goes back without a change; null on the first run, where there is nothing to go back to. */
  readonly onBack: (() => void) | null
  readonly onKept: () => void
}

/** The first run: Telegram wants every app that talks to it to have an id of its own. Later, to put a wrong one right. */
export function ApiCard({ onBack, onKept }: ApiCardProps) {
  const [apiId, setApiId] = useState('')
  const [apiHash, setApiHash] = useState('')
  const [wrongId, setWrongId] = useState<string | null>(null)
  const asking = useAsking(['apiId', 'apiHash'])
  const first = useFirstFocus()

  function submit() {
    const id = Number(apiId.trim())
    if (!/^\d+$/.test(apiId.trim()) || id < 1) {
      setWrongId('The API id is a number, such as 1234567.')
      first.current?.focus()
      return
    }
    const kept = window.desk.session.setApi({ apiId: id, apiHash: apiHash.trim() })
    asking.submit(kept)
    void kept.then(({ ok }) => ok && onKept())
  }

  return (
    <CardFrame
      title="Get Topicdesk an id at Telegram"
      lead="Telegram gives every app its own id. It is free, takes two minutes, and you do it once."
    >
      <Steps className="card-steps">
        <li>
          <span>
            Open{' '}
            <Button
              look="link"
              onClick={() => ask(window.desk.desk.openLink({ url: page })).catch(toastFailure)}
            >
              my.telegram.org <ExternalLink size={13} />
            </Button>{' '}
            and sign in with your phone number
          </span>
        </li>
        <li>Choose “API development tools” and make an app; any title and short name will do</li>
        <li>Copy the two values it shows into the fields below</li>
      </Steps>
      <form
        className="question"
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        <TextField
          ref={first}
          label="API id"
          inputMode="numeric"
          autoComplete="off"
          placeholder="1234567"
          value={apiId}
          error={wrongId ?? asking.errorOf('apiId', true)}
          onChange={(event) => {
            setApiId(event.target.value)
            setWrongId(null)
            asking.forget()
          }}
        />
        <TextField
          label="API hash"
          spellCheck={false}
          autoComplete="off"
          placeholder="32 letters and digits"
          value={apiHash}
          error={asking.errorOf('apiHash')}
          onChange={(event) => {
            setApiHash(event.target.value)
            asking.forget()
          }}
        />
        <Banner tone="info" icon={<Info />}>
          The id names the app, not you. It stays on this computer.
        </Banner>
        <Button type="submit" look="primary" size="large" disabled={asking.busy}>
          Continue
        </Button>
        {onBack && (
          <Button look="link" onClick={onBack}>
            Keep the present id
          </Button>
        )}
      </form>
    </CardFrame>
  )
}
