import './popup.css'
import './select.css'
import { Combobox as Base } from '@base-ui/react/combobox'
import { Check, ChevronDown, Search } from 'lucide-react'
import { classNames } from './class-names'
import type { SelectProps } from './select'

export interface ComboboxProps<Value extends string> extends SelectProps<Value> {
  /** The accessible name of the search field inside, such as "Search members". */
  readonly search: string
  /** Said when nothing matches. */
  readonly empty: string
}

/** One choice of many: a select whose list can be searched. */
export function Combobox<Value extends string>(props: ComboboxProps<Value>) {
  const {
    label,
    search,
    empty,
    options,
    value,
    onChange,
    disabled = false,
    look = 'field',
    className,
  } = props
  const chosen = options.find((option) => option.value === value) ?? null
  return (
    <Base.Root
      items={options}
      value={chosen}
      onValueChange={(next) => next && onChange(next.value)}
      itemToStringLabel={(option) => option.label}
      isItemEqualToValue={(one, other) => one.value === other.value}
      disabled={disabled}
    >
      <Base.Trigger aria-label={label} className={classNames('select', look, className)}>
        {chosen?.icon}
        <span className="clip">{chosen?.label}</span>
        <ChevronDown size={14} className="select-arrow" />
      </Base.Trigger>
      <Base.Portal>
        <Base.Positioner className="floating" align="start" sideOffset={4} collisionPadding={8}>
          <Base.Popup className="popup" aria-label={label}>
            <div className="combobox-search">
              <div className="field">
                <Search size={15} />
                <Base.Input aria-label={search} placeholder={search} />
              </div>
            </div>
            <Base.Empty className="popup-empty">{empty}</Base.Empty>
            <Base.List className="popup-list">
              {(option: (typeof options)[number]) => (
                <Base.Item
                  key={option.value}
                  value={option}
                  disabled={option.disabled ?? false}
                  className="popup-item"
                >
                  {option.icon}
                  <span className="clip">{option.label}</span>
                  <Base.ItemIndicator className="chosen">
                    <Check size={14} />
                  </Base.ItemIndicator>
                </Base.Item>
              )}
            </Base.List>
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}
