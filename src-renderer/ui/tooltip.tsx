import './tooltip.css'
import { Tooltip as Base } from '@base-ui/react/tooltip'
import type { ReactElement, ReactNode } from 'react'
import { Kbd } from './kbd'

/** Lets neighbouring tooltips open at once after the first. Wraps the whole window. */
export function TooltipRoom({ children }: { readonly children: ReactNode }) {
  return <Base.Provider delay={450}>{children}</Base.Provider>
}

export interface TooltipProps {
  readonly text: ReactNode
  readonly keys?: string | undefined
  readonly side?: 'top' | 'right' | 'bottom' | 'left'
  /** The control it explains: one element that takes a ref and props. */
  readonly children: ReactElement
}

/** Words and a key hint beside a control, after a moment or on focus. Never the only place of a fact. */
export function Tooltip({ text, keys, side = 'bottom', children }: TooltipProps) {
  return (
    <Base.Root>
      <Base.Trigger render={children} />
      <Base.Portal>
        <Base.Positioner side={side} sideOffset={6} className="above">
          <Base.Popup className="tooltip">
            {text}
            {keys && <Kbd keys={keys} />}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}
