import './popup.css'
import './popover.css'
import { Popover as Base } from '@base-ui/react/popover'
import type { ReactElement, ReactNode } from 'react'
import { classNames } from './class-names'

export interface PopoverProps {
  /** The accessible name of the dialog. */
  readonly label: string
  readonly trigger: ReactElement
  readonly open?: boolean
  readonly onOpenChange?: (open: boolean) => void
  readonly align?: 'start' | 'center' | 'end'
  readonly side?: 'top' | 'bottom' | 'left' | 'right'
  readonly className?: string
  readonly children: ReactNode
}

/** A card beside its button. Escape or a click outside closes it and gives the focus back. */
export function Popover(props: PopoverProps) {
  const { label, trigger, open, onOpenChange, align = 'end', side = 'bottom', className, children } = props
  const held = { ...(open === undefined ? {} : { open }), ...(onOpenChange ? { onOpenChange } : {}) }
  return (
    <Base.Root {...held}>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner className="floating" align={align} side={side} sideOffset={6} collisionPadding={12}>
          <Base.Popup aria-label={label} className={classNames('popup popover', className)}>
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}
