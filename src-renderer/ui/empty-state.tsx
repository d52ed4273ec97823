import './empty-state.css'
import type { ReactNode } from 'react'

export interface EmptyStateProps {
  readonly icon: ReactNode
  readonly title: string
  readonly children?: ReactNode
  /** One button, or a key map. */
  readonly action?: ReactNode
}

/** What stands where there is nothing yet: what that means, and what to do. */
export function EmptyState({ icon, title, children, action }: EmptyStateProps) {
  return (
    <div className="empty">
      {icon}
      <h3>{title}</h3>
      {children && <p>{children}</p>}
      {action}
    </div>
  )
}
