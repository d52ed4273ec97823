import './popup.css'
import { Menu as Base } from '@base-ui/react/menu'
import { Check } from 'lucide-react'
import type { ReactElement, ReactNode } from 'react'
import { classNames } from './class-names'
import { Kbd } from './kbd'
import { useAriaKeys } from './key-names'

export interface MenuProps {
  /** The button that opens it: one element that takes a ref and props. */
  readonly trigger: ReactElement
  readonly align?: 'start' | 'center' | 'end'
  readonly side?: 'top' | 'bottom'
  readonly children: ReactNode
  readonly open?: boolean
  readonly onOpenChange?: (open: boolean) => void
  /** What takes the focus when it closes; null gives it to the button, false leaves it where it is by then. */
  readonly focusAfter?: () => HTMLElement | null | false
}

/** A menu under its button. Arrows, first letters and Escape work. */
export function Menu(props: MenuProps) {
  const { trigger, align = 'start', side = 'bottom', children, open, onOpenChange, focusAfter } = props
  const held = { ...(open === undefined ? {} : { open }), ...(onOpenChange ? { onOpenChange } : {}) }
  return (
    <Base.Root {...held}>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner className="floating" align={align} side={side} sideOffset={4} collisionPadding={8}>
          <Base.Popup className="popup popup-list" finalFocus={() => focusAfter?.() ?? true}>
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}

export interface MenuItemProps {
  readonly icon?: ReactNode
  readonly keys?: string
  readonly danger?: boolean
  readonly disabled?: boolean
  /** Marks it as the present choice; makes it a radio item. */
  readonly chosen?: boolean
  readonly onClick: () => void
  readonly children: ReactNode
}

/** One thing to do, or one choice if `chosen` is given. */
export function MenuItem({ icon, keys, danger, disabled = false, chosen, onClick, children }: MenuItemProps) {
  const shortcuts = useAriaKeys(keys)
  const choice = chosen === undefined ? {} : { role: 'menuitemradio', 'aria-checked': chosen }
  return (
    <Base.Item
      {...choice}
      className={classNames('popup-item', danger && 'danger')}
      disabled={disabled}
      onClick={onClick}
      aria-keyshortcuts={shortcuts}
    >
      {icon}
      <span className="clip">{children}</span>
      {chosen && <Check size={14} className="chosen" />}
      {keys && <Kbd keys={keys} />}
    </Base.Item>
  )
}

/** A quiet line between two groups of items. */
export function MenuLine() {
  return <Base.Separator className="popup-line" />
}

/** Words over a group of items. */
export function MenuLabel({ children }: { readonly children: ReactNode }) {
  return <div className="popup-label">{children}</div>
}
