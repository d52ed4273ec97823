import type { Mode } from '../../desk/draft-store'
import { classNames } from '../../ui/class-names'
import { longest } from './too-much'

/** The count appears at 3,800 of 4,096 (interface.md section 4). */
const countedBefore = 296

export interface LengthCountProps {
  readonly mode: Mode
  /** In characters, as the customer reads them. */
  readonly length: number
  readonly files: number
}

/** How much was written of what may be, once that is near. */
export function LengthCount({ mode, length, files }: LengthCountProps) {
  const most = longest(mode, files)
  if (length < most - countedBefore) return null
  return (
    <span className={classNames('composer-count', length > most && 'over')} role="status">
      {length.toLocaleString('en-GB')} of {most.toLocaleString('en-GB')}
    </span>
  )
}
