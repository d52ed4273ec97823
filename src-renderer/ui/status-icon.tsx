import './status-icon.css'
import { Circle, CircleCheck, CircleEllipsis, CirclePause } from 'lucide-react'
import type { ReactElement } from 'react'
import { classNames } from './class-names'
import { Shape } from './shape'

export type StatusLook =
  | 'new'
  | 'open'
  | 'in_progress'
  | 'pending_customer'
  | 'on_hold'
  | 'resolved'
  | 'closed'

const shapes: Readonly<Record<StatusLook, (size: number) => ReactElement>> = {
  new: (size) => (
    <Shape size={size}>
      <circle cx="12" cy="12" r="10" />
      <circle cx="12" cy="12" r="4" fill="currentColor" stroke="none" />
    </Shape>
  ),
  open: (size) => <Circle size={size} />,
  in_progress: (size) => (
    <Shape size={size}>
      <circle cx="12" cy="12" r="10" />
      <path d="M12 6.5a5.5 5.5 0 0 1 0 11z" fill="currentColor" stroke="none" />
    </Shape>
  ),
  pending_customer: (size) => <CircleEllipsis size={size} />,
  on_hold: (size) => <CirclePause size={size} />,
  resolved: (size) => <CircleCheck size={size} />,
  closed: (size) => (
    <Shape size={size}>
      <path
        fill="currentColor"
        stroke="none"
        fillRule="evenodd"
        d="M12 1a11 11 0 1 1 0 22 11 11 0 0 1 0-22zm5.2 7.3-6.7 6.7-2.9-2.9-1.5 1.5 4.4 4.4 8.2-8.2z"
      />
    </Shape>
  ),
}

/** The shape of a status. For eyes only: its word stands beside it or in the name. */
export function StatusIcon({ status, size = 14 }: { readonly status: StatusLook; readonly size?: number }) {
  return <span className={classNames('status-icon', status)}>{shapes[status](size)}</span>
}
