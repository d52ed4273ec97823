import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'

const nearPx = 80
/** How long after a wheel, a key or a drag a scroll is still its doing. */
const ownMs = 600
const scrollKeys = new Set(['ArrowUp', 'ArrowDown', 'PageUp', 'PageDown', 'Home', 'End', ' '])

/**
 * Keeps a log at its end while it is there: whatever grows, above or below, the newest line stays in sight. Only the
 * agent's own scrolling lets go of it; rows that turn out taller than guessed also scroll, and do not count.
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
  const isOwn = useOwnScrolling(log)

  const goToEnd = useCallback(() => {
    holds.current = true
    setAtEnd(true)
    const element = log.current
    if (element !== null) element.scrollTop = element.scrollHeight
  }, [log])

  /** The log is about to be shown somewhere else. */
  const letGo = useCallback(() => {
    holds.current = false
  }, [])

  // biome-ignore lint/correctness/useExhaustiveDependencies: acts on every new height.
  useLayoutEffect(() => {
    if (holds.current) goToEnd()
  }, [size, goToEnd])

  // A smaller room, as when the composer grows, must not hide the newest line.
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
    const isNear = element.scrollHeight - element.scrollTop - element.clientHeight < nearPx
    if (!isNear && holds.current && !isOwn()) goToEnd()
    else {
      holds.current = isNear
      setAtEnd(isNear)
    }
  }, [log, goToEnd, isOwn])

  return { isAtEnd, goToEnd, letGo, onScroll }
}

/** Whether the scrolling that happens now is the agent's. */
function useOwnScrolling(log: RefObject<HTMLElement | null>): () => boolean {
  const lastAt = useRef(Number.NEGATIVE_INFINITY)
  const isDragging = useRef(false)
  useEffect(() => {
    const element = log.current
    if (element === null) return
    const note = () => {
      lastAt.current = performance.now()
    }
    const noteKey = (event: KeyboardEvent) => {
      if (scrollKeys.has(event.key)) note()
    }
    // Only the bar itself has the log as its target.
    const press = (event: PointerEvent) => {
      if (event.target === element) isDragging.current = true
    }
    const lift = () => {
      if (isDragging.current) note()
      isDragging.current = false
    }
    element.addEventListener('wheel', note, { passive: true })
    element.addEventListener('touchmove', note, { passive: true })
    element.addEventListener('keydown', noteKey)
    element.addEventListener('pointerdown', press)
    window.addEventListener('pointerup', lift)
    return () => {
      element.removeEventListener('wheel', note)
      element.removeEventListener('touchmove', note)
      element.removeEventListener('keydown', noteKey)
      element.removeEventListener('pointerdown', press)
      window.removeEventListener('pointerup', lift)
    }
  }, [log])
  return useCallback(() => isDragging.current || performance.now() - lastAt.current < ownMs, [])
}
