import './repair.css'
import { OctagonAlert, PackageX } from 'lucide-react'
import { useState } from 'react'
import type { Startup } from '../../../src-preload/contract/status'
import { ask, failureOf } from '../../desk/ask'
import { useNow } from '../../desk/now-store'
import { Button } from '../../ui/button'
import { sizeWords } from '../../ui/size-words'
import { FieldError } from '../../ui/text-field'
import { momentOf } from '../../ui/time-words'

/** The screen of a desk whose store cannot be opened as it is: what is damaged, what is safe, what can be done. */
export function Repair({ startup }: { readonly startup: Exclude<Startup, { kind: 'ready' }> }) {
  return (
    <main className="repair">
      {startup.kind === 'repair' ? <Damage damage={startup} /> : <NewerFormat what={startup.what} />}
    </main>
  )
}

function Damage({ damage }: { readonly damage: Extract<Startup, { kind: 'repair' }> }) {
  const now = useNow('minute')
  const { busy, error, choose } = useChoice()
  const { events, tickets, lastAt } = damage.intact
  return (
    <section className="repair-card" aria-labelledby="repair-title">
      <OctagonAlert size={28} className="repair-icon" />
      <h1 id="repair-title">The desk’s file is damaged</h1>
      <p>{damage.what}</p>
      <dl>
        <dt>Intact before the damage</dt>
        <dd>
          {count(tickets, 'ticket')}, {count(events, 'event')}
        </dd>
        <dt>Last intact event</dt>
        <dd>{lastAt === null ? 'None' : momentOf(lastAt, now)}</dd>
        <dt>Damaged</dt>
        <dd>{sizeWords(damage.damagedBytes)}</dd>
        <dt>File</dt>
        <dd className="selectable repair-file">{damage.file}</dd>
      </dl>
      <p>
        Nothing has been changed. Topicdesk can set the damaged file aside, untouched, and go on with all that
        is intact before the damage. What Telegram still has comes back by itself.
      </p>
      {error && <FieldError>{error}</FieldError>}
      <footer>
        <Button look="primary" size="large" disabled={busy} onClick={() => choose('keep-intact')}>
          Keep what is intact
        </Button>
        <Button size="large" disabled={busy} onClick={() => choose('quit')}>
          Quit, change nothing
        </Button>
      </footer>
    </section>
  )
}

function NewerFormat({ what }: { readonly what: string }) {
  const { busy, error, choose } = useChoice()
  return (
    <section className="repair-card" aria-labelledby="repair-title">
      <PackageX size={28} className="repair-icon" />
      <h1 id="repair-title">This desk was written by a newer Topicdesk</h1>
      <p>{what}</p>
      <p>Nothing has been changed. Install the newer version to open it.</p>
      {error && <FieldError>{error}</FieldError>}
      <footer>
        <Button look="primary" size="large" disabled={busy} onClick={() => choose('quit')}>
          Quit
        </Button>
      </footer>
    </section>
  )
}

function useChoice() {
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<string | null>(null)
  function choose(action: 'keep-intact' | 'quit') {
    setBusy(true)
    setError(null)
    ask(window.desk.desk.repair({ action })).catch((thrown: unknown) => {
      setError(failureOf(thrown).message)
      setBusy(false)
    })
  }
  return { busy, error, choose }
}

function count(n: number, word: string): string {
  return `${n.toLocaleString('en-GB')} ${word}${n === 1 ? '' : 's'}`
}
