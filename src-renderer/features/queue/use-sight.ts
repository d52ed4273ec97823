import { type RefObject, useCallback, useEffect, useLayoutEffect, useReducer, useRef } from 'react'
import { flushSync } from 'react-dom'
import { type Layout, offsetFor, type Sight, sightOf } from './queue-layout'

const isSame = (one: Sight, other: Sight) =>
  one.first === other.first && one.last === other.last && one.sticky === other.sticky

/**
 * Which lines of a list to draw. All heights are known, so that only the room is measured, and drawing happens anew
 * only when another line comes into sight.
 */
export function useSight(list: RefObject<HTMLElement | null>, layout: Layout) {
  // As high as the window at first: more than there is costs two rows, and saves drawing twice.
  const room = useRef({ offset: 0, height: innerHeight })
  const [, redraw] = useReducer((count: number) => count + 1, 0)
  const sight = sightOf(layout, room.current.offset, room.current.height)
  const drawn = useRef({ layout, sight })
  useLayoutEffect(() => {
    drawn.current = { layout, sight }
  })

  const move = useCallback((to: Partial<typeof room.current>, isNow: boolean) => {
    room.current = { ...room.current, ...to }
    const next = sightOf(drawn.current.layout, room.current.offset, room.current.height)
    if (isSame(next, drawn.current.sight)) return
    if (isNow) flushSync(redraw)
    else redraw()
  }, [])

  useEffect(() => {
    const element = list.current
    if (element === null) return
    // In the frame of the scroll itself: a frame later there would be a gap.
    const scroll = () => move({ offset: element.scrollTop }, true)
    const observer = new ResizeObserver(([entry]) => {
      const height = entry?.contentRect.height ?? 0
      // A list out of sight keeps its rows, to be there at once.
      if (height > 0) move({ height }, false)
    })
    element.addEventListener('scroll', scroll, { passive: true })
    observer.observe(element)
    return () => {
      element.removeEventListener('scroll', scroll)
      observer.disconnect()
    }
  }, [list, move])

  const scrollTo = useCallback(
    (offset: number) => {
      if (list.current === null || offset === room.current.offset) return
      list.current.scrollTop = offset
      move({ offset }, false)
    },
    [list, move],
  )
  /** Brings a line into sight, by as little as needed. */
  const reveal = useCallback(
    (line: number) =>
      scrollTo(offsetFor(drawn.current.layout, line, room.current.offset, room.current.height)),
    [scrollTo],
  )
  return { sight, scrollTo, reveal }
}
