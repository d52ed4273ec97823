import { type RefObject, useCallback, useLayoutEffect, useRef, useState } from 'react'

const nearPx = 80

/**
 * Keeps a log at its end while it is there: whatever grows, above or below, the newest line stays in sight. Only the
 * agent's own scrolling lets go of it.
 */
export function useEnd(options: {
  readonly log: RefObject<HTMLElement | null>
  /** Height of all rows; each change of it may have moved the end. */
  readonly size: number
  readonly startsAtEnd: boolean
}) {
  const { log, size, startsAtEnd } = options
  const [isAtEnd, setAtEnd] = useState(startsAtEnd)
  const holds = useRef(startsAtEnd)

  const goToEnd = useCallback(() => {
    holds.current = true
    setAtEnd(true)
    const element = log.current
    if (element !== null) element.scrollTop = element.scrollHeight
  }, [log])

  // biome-ignore lint/correctness/useExhaustiveDependencies: acts on every new height.
  useLayoutEffect(() => {
    if (holds.current) goToEnd()
  }, [size, goToEnd])

  /** A smaller room, as when the composer grows, must not hide the newest line. */
  useLayoutEffect(() => {
    const element = log.current
    if (element === null) return
    const observer = new ResizeObserver(() => {
      if (holds.current) goToEnd()
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [log, goToEnd])

  const onScroll = useCallback(() => {
    const element = log.current
    if (element === null || element.clientHeight === 0) return
    holds.current = element.scrollHeight - element.scrollTop - element.clientHeight < nearPx
    setAtEnd(holds.current)
  }, [log])

  return { isAtEnd, goToEnd, onScroll }
}
