import './tooltip.css'
import { Tooltip as Base } from '@base-ui/react/tooltip'
import { cloneElement, type ReactElement, type ReactNode, useEffect, useState } from 'react'
import { Kbd } from './kbd'
import { followTips, type Tip, type TipSide } from './tooltip-watch'

/** Draws the tooltips of all that stands in it: one at a time, and none is there before it is wanted. */
export function TooltipRoom({ children }: { readonly children: ReactNode }) {
  return (
    <>
      {children}
      <Shown />
    </>
  )
}

function Shown() {
  const [isOpen, setOpen] = useState(false)
  /** Stays while it fades. */
  const [tip, setTip] = useState<Tip | null>(null)
  useEffect(
    () =>
      followTips((next) => {
        setOpen(next !== null)
        if (next !== null) setTip(next)
      }),
    [],
  )
  return (
    tip && (
      <Base.Root open={isOpen}>
        <Base.Portal>
          <Base.Positioner anchor={tip.element} side={tip.side} sideOffset={6} className="above">
            <Base.Popup className="tooltip">
              {tip.text}
              {tip.keys && <Kbd keys={tip.keys} />}
            </Base.Popup>
          </Base.Positioner>
        </Base.Portal>
      </Base.Root>
    )
  )
}

export interface TooltipProps {
  readonly text: string
  readonly keys?: string | undefined
  readonly side?: TipSide
  /** The control it explains: one element that takes props. */
  readonly children: ReactElement<Readonly<Record<string, unknown>>>
}

/** Words and a key hint beside a control, after a moment or on focus. Never the only place of a fact. */
export function Tooltip({ text, keys, side = 'bottom', children }: TooltipProps) {
  return cloneElement(children, { 'data-tip': text, 'data-tip-keys': keys, 'data-tip-side': side })
}
