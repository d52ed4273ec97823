import './switch.css'
import { Switch as Base } from '@base-ui/react/switch'

export interface SwitchProps {
  readonly label: string
  readonly on: boolean
  readonly onChange: (on: boolean) => void
  readonly disabled?: boolean
  /** Id of an element that says more. */
  readonly describedBy?: string
}

/** On or off, at once. Its words stand beside it; `label` is its name. */
export function Switch({ label, on, onChange, disabled = false, describedBy }: SwitchProps) {
  return (
    <Base.Root
      className="switch"
      aria-label={label}
      aria-describedby={describedBy}
      checked={on}
      onCheckedChange={(next) => onChange(next)}
      disabled={disabled}
    >
      <Base.Thumb className="switch-thumb" />
    </Base.Root>
  )
}
