import './tabs.css'
import { type KeyboardEvent, type ReactNode, useRef } from 'react'
import { classNames } from './class-names'
import { ariaKeys } from './key-words'

export interface TabOption<Value extends string> {
  readonly value: Value
  readonly label: string
  readonly icon?: ReactNode
  /** Shown after the label; `undefined` shows none. Words such as `2+` where there may be more. */
  readonly count?: number | string | undefined
  readonly keys?: string
  /** Id of the panel it shows. */
  readonly controls?: string
}

export interface TabsProps<Value extends string> {
  readonly label: string
  readonly tabs: readonly TabOption<Value>[]
  readonly value: Value
  readonly onChange: (value: Value) => void
  /** `line`: words over a line. `paper`: one sheet lifted out of a tray. `soft`: a soft ground, for the composer. */
  readonly look?: 'line' | 'paper' | 'soft'
  readonly className?: string
}

/** More than this would push the last tab out of a narrow column. */
const countMax = 999

/** A tab list with one tab stop: arrows, Home and End move and choose. */
export function Tabs<Value extends string>(props: TabsProps<Value>) {
  const { label, tabs, value, onChange, look = 'line', className } = props
  const list = useRef<HTMLDivElement>(null)

  function move(event: KeyboardEvent) {
    const at = tabs.findIndex((tab) => tab.value === value)
    const last = tabs.length - 1
    const places: Readonly<Record<string, number>> = {
      ArrowRight: at === last ? 0 : at + 1,
      ArrowLeft: at <= 0 ? last : at - 1,
      Home: 0,
      End: last,
    }
    const to = places[event.key]
    const next = to === undefined ? undefined : tabs[to]
    if (!next || to === undefined) return
    event.preventDefault()
    onChange(next.value)
    list.current?.querySelectorAll<HTMLElement>('[role=tab]')[to]?.focus()
  }

  return (
    <div
      ref={list}
      role="tablist"
      aria-label={label}
      className={classNames('tabs', look, className)}
      onKeyDown={move}
    >
      {tabs.map((tab) => (
        <button
          key={tab.value}
          type="button"
          role="tab"
          className="tab"
          data-tab={tab.value}
          aria-selected={tab.value === value}
          aria-controls={tab.controls}
          aria-keyshortcuts={ariaKeys(tab.keys)}
          tabIndex={tab.value === value ? 0 : -1}
          onClick={() => onChange(tab.value)}
        >
          {tab.icon}
          {tab.label}
          {tab.count !== undefined && (
            <span className="count">
              {typeof tab.count === 'number' && tab.count > countMax ? `${countMax}+` : tab.count}
            </span>
          )}
        </button>
      ))}
    </div>
  )
}
