import './popup.css'
import './select.css'
import { Select as Base } from '@base-ui/react/select'
import type { BaseUIEvent } from '@base-ui/react/types'
import { Check, ChevronDown } from 'lucide-react'
import type { KeyboardEvent, ReactNode } from 'react'
import { classNames } from './class-names'

export interface Option<Value extends string> {
  readonly value: Value
  readonly label: string
  readonly icon?: ReactNode
  readonly disabled?: boolean
}

export interface SelectProps<Value extends string> {
  /** The accessible name of the combobox. */
  readonly label: string
  readonly options: readonly Option<Value>[]
  readonly value: Value
  readonly onChange: (value: Value) => void
  readonly disabled?: boolean
  /** `bare`: no edge until the pointer is over it, for rows of fields. */
  readonly look?: 'field' | 'bare'
  readonly className?: string
  readonly id?: string
}

/** A letter on a closed list is a key of the window, as anywhere else: it must not choose something unseen. */
function keepLetters(event: BaseUIEvent<KeyboardEvent>) {
  const isClosed = event.currentTarget.getAttribute('aria-expanded') !== 'true'
  if (isClosed && event.key.length === 1 && event.key !== ' ') event.preventBaseUIHandler()
}

/** One choice of a few. Opens a list; letters jump in it. */
export function Select<Value extends string>(props: SelectProps<Value>) {
  const { label, options, value, onChange, disabled = false, look = 'field', className, id } = props
  const chosen = options.find((option) => option.value === value)
  return (
    <Base.Root
      items={options.map(({ value: key, label: words }) => ({ value: key, label: words }))}
      value={value}
      onValueChange={(next) => next !== null && onChange(next)}
      disabled={disabled}
    >
      <Base.Trigger
        aria-label={label}
        className={classNames('select', look, className)}
        onKeyDown={keepLetters}
        {...(id ? { id } : {})}
      >
        {chosen?.icon}
        <span className="clip">{chosen?.label}</span>
        <ChevronDown size={14} className="select-arrow" />
      </Base.Trigger>
      <Base.Portal>
        <Base.Positioner
          className="floating"
          alignItemWithTrigger={false}
          sideOffset={4}
          collisionPadding={8}
        >
          <Base.Popup className="popup popup-list">
            <Base.List>
              {options.map((option) => (
                <Base.Item
                  key={option.value}
                  value={option.value}
                  disabled={option.disabled ?? false}
                  className="popup-item"
                >
                  {option.icon}
                  <Base.ItemText className="clip">{option.label}</Base.ItemText>
                  <Base.ItemIndicator className="chosen">
                    <Check size={14} />
                  </Base.ItemIndicator>
                </Base.Item>
              ))}
            </Base.List>
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}
