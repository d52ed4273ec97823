import './sla-badge.css'
import {
  CircleAlert,
  CircleCheck,
  CircleMinus,
  CirclePause,
  Clock,
  Minus,
  OctagonAlert,
  TriangleAlert,
} from 'lucide-react'
import type { ComponentProps } from 'react'
import { classNames } from './class-names'

const icons = {
  'not-set': Minus,
  healthy: Clock,
  'at-risk': TriangleAlert,
  breached: OctagonAlert,
  paused: CirclePause,
  met: CircleCheck,
  'met-late': CircleAlert,
  ended: CircleMinus,
} as const

export type SlaLook = keyof typeof icons

export interface SlaBadgeProps extends ComponentProps<'span'> {
  readonly look: SlaLook
  readonly text: string
  /** The accessible name; the badge is silent without it, as inside a row that says it all. */
  readonly label?: string
  /** Drops the side padding of the looks without a ground, so that they align with text. */
  readonly flush?: boolean
}

/** How a promise stands: icon, words and weight differ, never colour alone (interface.md section 6). */
export function SlaBadge({ look, text, label, flush = false, className, ...rest }: SlaBadgeProps) {
  const Icon = icons[look]
  return (
    <span
      {...rest}
      className={classNames('sla', look, flush && 'flush', className)}
      {...(label ? { role: 'img', 'aria-label': label } : { 'aria-hidden': true })}
    >
      <Icon size={13} />
      {text}
    </span>
  )
}
