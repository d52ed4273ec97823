import { type RefObject, useCallback, useEffect, useRef, useState } from 'react'

/** A part counts as reached when its heading is this near to the upper edge, pixels. */
const reach = 96

/**
 * Which part of the settings one has scrolled to; `shown` are the parts there are. A part that was gone to is the one,
 * also where it cannot reach the upper edge, until one scrolls on.
 */
export function useSectionInSight(body: RefObject<HTMLElement | null>, shown: readonly string[]) {
  const [here, setHere] = useState<string | null>(null)
  /** Where going to a part led: that scroll is not the reader's. */
  const wentTo = useRef<number | null>(null)
  const parts = shown.join(' ')

  const look = useCallback(() => {
    const room = body.current
    if (!room || room.scrollTop === wentTo.current) return
    wentTo.current = null
    const edge = room.getBoundingClientRect().top + reach
    const isAtEnd = room.scrollTop > 0 && room.scrollTop + room.clientHeight >= room.scrollHeight - 2
    const reached = parts.split(' ').filter((id) => isAtEnd || topOf(id) <= edge)
    setHere(reached.at(-1) ?? parts.split(' ')[0] ?? null)
  }, [body, parts])
  const goTo = useCallback(
    (id: string) => {
      document.getElementById(`settings-${id}`)?.scrollIntoView()
      wentTo.current = body.current?.scrollTop ?? null
      setHere(id)
    },
    [body],
  )
  useEffect(look, [look])
  return { here, look, goTo }
}

const topOf = (id: string) =>
  document.getElementById(`settings-${id}`)?.getBoundingClientRect().top ?? Number.POSITIVE_INFINITY
