import { type KeyboardEvent, type PointerEvent, useState } from 'react'
import { narrowest, type QueueWidth, widest } from './queue-width'

const step = 16

/** The edge of the queue: drag it, or focus it and use the arrows; a double click lets the window decide again. */
export function QueueResizer({ width }: { readonly width: QueueWidth }) {
  const [moving, setMoving] = useState(false)

  function shown(edge: HTMLElement): number {
    return width.value ?? edge.parentElement?.getBoundingClientRect().width ?? narrowest
  }

  function drag(event: PointerEvent<HTMLElement>) {
    const column = event.currentTarget.parentElement?.getBoundingClientRect()
    if (moving && column) width.set(event.clientX - column.left)
  }

  function press(event: KeyboardEvent<HTMLElement>) {
    const by = { ArrowLeft: -step, ArrowRight: step }[event.key]
    if (by === undefined) return
    event.preventDefault()
    width.set(shown(event.currentTarget) + by)
  }

  return (
    // biome-ignore lint/a11y/useSemanticElements: a rule cannot be moved
    <div
      className="resizer"
      role="separator"
      aria-orientation="vertical"
      aria-label="Width of the queue"
      aria-valuemin={narrowest}
      aria-valuemax={widest}
      aria-valuenow={width.value ?? narrowest}
      tabIndex={0}
      data-moving={moving || undefined}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId)
        setMoving(true)
      }}
      onPointerMove={drag}
      onPointerUp={() => setMoving(false)}
      onPointerCancel={() => setMoving(false)}
      onDoubleClick={() => width.set(null)}
      onKeyDown={press}
    />
  )
}
