import { type RefObject, useLayoutEffect } from 'react'

/** What had the focus when it was taken away in the redraw that is going on. */
let left: string | null = null

/**
 * Hands the focus on: where an element that had it, or held what had it, is taken away and another of its kind comes in
 * the same redraw, that one takes it. Else the next letter typed would be a key of the window.
 */
export function useHandedFocus(kind: string, ref: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const element = ref.current
    if (left === kind && document.activeElement === document.body) element?.focus({ preventScroll: true })
    return () => {
      if (!element?.contains(document.activeElement)) return
      left = kind
      queueMicrotask(() => {
        left = null
      })
    }
  }, [kind, ref])
}
