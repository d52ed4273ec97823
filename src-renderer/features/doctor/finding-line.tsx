import { CircleAlert, CircleCheck, CircleHelp, TriangleAlert } from 'lucide-react'
import type { Finding } from '../../../src-preload/contract/doctor'
import { cleanLine, cleanText } from '../../desk/plain-text'
import { Button } from '../../ui/button'
import { classNames } from '../../ui/class-names'

const icons = { bad: CircleAlert, warn: TriangleAlert, unknown: CircleHelp, ok: CircleCheck } as const
const states = { bad: 'Broken', warn: 'At risk', unknown: 'Not known', ok: 'Well' } as const

interface FindingLineProps {
  readonly finding: Finding
  readonly isLooking: boolean
  readonly busy: boolean
  readonly onTest: () => void
}

/** One finding: what is so, what follows from it, and exactly what helps. */
export function FindingLine({ finding, isLooking, busy, onTest }: FindingLineProps) {
  const { state, title, effect, remedy } = finding
  const Icon = icons[state]
  const words = cleanLine(title, 'No name')
  return (
    <li className={classNames('finding', state)}>
      <Icon size={16} role="img" aria-label={states[state]} />
      <div className="finding-words">
        <h4>{words}</h4>
        {effect !== '' && <p>{cleanText(effect)}</p>}
        {remedy !== '' && (
          <p className="finding-remedy selectable">
            <b>What to do</b>
            {cleanText(remedy)}
          </p>
        )}
      </div>
      {state !== 'ok' && (
        <Button size="small" disabled={busy} aria-label={`Test again: ${words}`} onClick={onTest}>
          {isLooking ? 'Testing' : 'Test again'}
        </Button>
      )}
    </li>
  )
}
