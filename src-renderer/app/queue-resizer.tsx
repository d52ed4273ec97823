import { type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from 'react'
import { narrowest, type QueueWidth, widest } from './queue-width'

const step = 16

/** A length as it is on the screen: older runtimes measure elements before their text is enlarged. */
const onScreen = (length: number) =>
  (length * innerWidth) / document.documentElement.getBoundingClientRect().width

/** The edge of the queue: drag it, or focus it and use the arrows; a double click lets the window decide again. */
export function QueueResizer({ width }: { readonly width: QueueWidth }) {
  const [moving, setMoving] = useState(false)
  const edge = useRef<HTMLDivElement>(null)
  /** How wide the queue is while the window decides. */
  const [own, setOwn] = useState(narrowest)
  /** Where the pointer took the edge, and how wide the queue was. */
  const taken = useRef({ at: 0, width: narrowest })

  function shown(edge: HTMLElement): number {
    return width.value ?? onScreen(edge.parentElement?.getBoundingClientRect().width ?? narrowest)
  }

  const measure = () => edge.current && setOwn(Math.round(shown(edge.current)))
  useEffect(() => {
    const observer = new ResizeObserver(() => requestAnimationFrame(measure))
    if (edge.current?.parentElement) observer.observe(edge.current.parentElement)
    return () => observer.disconnect()
  })

  function drag(event: PointerEvent<HTMLElement>) {
    if (moving) width.set(taken.current.width + event.clientX - taken.current.at)
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
      ref={edge}
      className="resizer"
      role="separator"
      aria-orientation="vertical"
      aria-label="Width of the queue"
      aria-valuemin={narrowest}
      aria-valuemax={widest}
      aria-valuenow={width.value ?? own}
      tabIndex={0}
      data-moving={moving || undefined}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId)
        taken.current = { at: event.clientX, width: shown(event.currentTarget) }
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
