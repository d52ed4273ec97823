import './wake-card.css'
import { CircleCheck, Sunrise, TriangleAlert, X } from 'lucide-react'
import { useEffect } from 'react'
import { cleanLine } from '../../desk/plain-text'
import { showSettings } from '../../desk/settings-place-store'
import { dismissWakes, useWakes } from '../../desk/wake-store'
import { Button } from '../../ui/button'
import { IconButton } from '../../ui/icon-button'
import { awayWords, isUneventful, meanwhileWords, proofWords } from './wake-words'

/** How long a card stays that tells of nothing, ms; the evidence page keeps it. */
const uneventfulMs = 15_000

/** After the computer slept or the network was gone: what came meanwhile, and that nothing is missing. One card. */
export function WakeCard() {
  const wakes = useWakes((state) => state.wakes)
  const isPassing = wakes.length > 0 && isUneventful(wakes)
  useEffect(() => {
    if (!isPassing) return
    const timer = setTimeout(dismissWakes, uneventfulMs)
    return () => clearTimeout(timer)
  }, [isPassing])
  if (wakes.length === 0) return null
  const proof = proofWords(wakes)
  return (
    <section className="wake-card" role="status" aria-label="While the desk was away">
      <header>
        <Sunrise size={16} />
        <h2>{awayWords(wakes)}</h2>
        <IconButton label="Dismiss" icon={<X size={14} />} side="top" onClick={dismissWakes} />
      </header>
      <ul>
        {wakes.map(({ accountId, name, tally }) => (
          <li key={accountId}>
            {wakes.length > 1 && <bdi className="clip wake-name">{cleanLine(name, 'No name')}</bdi>}
            <span>{meanwhileWords(tally)}</span>
          </li>
        ))}
      </ul>
      <footer>
        <span className={proof.isWhole ? 'wake-proof good' : 'wake-proof warn'}>
          {proof.isWhole ? <CircleCheck size={14} /> : <TriangleAlert size={14} />}
          {proof.text}
        </span>
        <Button
          look="link"
          onClick={() => {
            dismissWakes()
            showSettings('evidence')
          }}
        >
          Show the evidence
        </Button>
      </footer>
    </section>
  )
}
