import './status-icon.css'
import { classNames } from './class-names'
import { Shape } from './shape'

export type PriorityLook = 'low' | 'medium' | 'high' | 'critical'

const faint = 0.28

/** Three bars, filled from the left; critical is a filled square with an exclamation mark. For eyes only. */
export function PriorityIcon({
  priority,
  size = 14,
}: {
  readonly priority: PriorityLook
  readonly size?: number
}) {
  return (
    <span className={classNames('priority-icon', priority)}>
      <Shape size={size}>
        {priority === 'critical' ? (
          <path
            fill="currentColor"
            stroke="none"
            fillRule="evenodd"
            d="M6 2h12a4 4 0 0 1 4 4v12a4 4 0 0 1-4 4H6a4 4 0 0 1-4-4V6a4 4 0 0 1 4-4zm4.7 4v7.5h2.6V6zm0 9.6v2.6h2.6v-2.6z"
          />
        ) : (
          <g fill="currentColor" stroke="none">
            <rect x="3" y="14" width="4.6" height="6" rx="1" />
            <rect x="9.7" y="9" width="4.6" height="11" rx="1" opacity={priority === 'low' ? faint : 1} />
            <rect x="16.4" y="4" width="4.6" height="16" rx="1" opacity={priority === 'high' ? 1 : faint} />
          </g>
        )}
      </Shape>
    </span>
  )
}
