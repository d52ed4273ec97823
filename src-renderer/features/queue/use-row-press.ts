import { type MouseEvent, type PointerEvent, useEffect, useRef } from 'react'
import { selectTicket } from '../../desk/selection-store'

/** The ticket whose row an event happened in. */
const ticketAt = ({ target }: { readonly target: EventTarget }) =>
  (target instanceof Element && target.closest<HTMLElement>('[data-ticket]')?.dataset.ticket) || null

/**
 * A click on a list of rows opens the ticket that was under the pointer when the button went down, whatever stands
 * there when it comes up: rows may have moved meanwhile. A click without a press, as assistive technology makes it,
 * opens the ticket that stands there.
 */
export function useRowPress() {
  const pressed = useRef<string | null>(null)
  // The click comes right after the release; without one, as after a drag, the press means nothing any more.
  useEffect(() => {
    const forget = () =>
      setTimeout(() => {
        pressed.current = null
      })
    window.addEventListener('pointerup', forget)
    window.addEventListener('pointercancel', forget)
    return () => {
      window.removeEventListener('pointerup', forget)
      window.removeEventListener('pointercancel', forget)
    }
  }, [])
  return {
    onPointerDown: (event: PointerEvent) => {
      pressed.current = event.button === 0 ? ticketAt(event) : null
    },
    onClick: (event: MouseEvent) => {
      const ticketId = pressed.current ?? ticketAt(event)
      pressed.current = null
      if (ticketId !== null) selectTicket(ticketId)
    },
  }
}
