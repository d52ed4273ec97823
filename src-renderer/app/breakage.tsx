import { OctagonAlert } from 'lucide-react'
import { Component, type ReactNode } from 'react'
import { Button } from '../ui/button'
import { EmptyState } from '../ui/empty-state'

interface State {
  readonly broken: boolean
}

/** Catches a defect in drawing, says what is safe, and offers to draw again. */
export class Breakage extends Component<{ readonly children: ReactNode }, State> {
  override state: State = { broken: false }

  static getDerivedStateFromError(): State {
    return { broken: true }
  }

  override render(): ReactNode {
    if (!this.state.broken) return this.props.children
    return (
      <div className="whole" role="alert">
        <EmptyState
          icon={<OctagonAlert />}
          title="The window could not be drawn"
          action={
            <Button look="primary" size="small" onClick={() => location.reload()}>
              Draw it again
            </Button>
          }
        >
          Tickets, messages and drafts are safe: the desk keeps them outside the window.
        </EmptyState>
      </div>
    )
  }
}
