import { type RefObject, useCallback, useEffect, useRef, useState } from 'react'

const key = 'topicdesk.queue-width'
export const narrowest = 320
export const widest = 420

export interface QueueWidth {
  readonly ref: RefObject<HTMLElement | null>
  /** Pixels of the screen, whatever the size of the text; null while the window's width decides. */
  readonly value: number | null
  readonly set: (value: number | null) => void
}

/** A width that was kept, if it is one. */
export function readWidth(kept: string | null): number | null {
  const width = Number(kept)
  return kept !== null && Number.isFinite(width) && width > 0 ? clampWidth(width) : null
}

export function clampWidth(width: number): number {
  return Math.round(Math.min(widest, Math.max(narrowest, width)))
}

/** The width of the queue, remembered on this computer. */
export function useQueueWidth(): QueueWidth {
  const ref = useRef<HTMLElement>(null)
  const [value, setValue] = useState(() => readWidth(localStorage.getItem(key)))
  useEffect(() => {
    if (value === null) ref.current?.style.removeProperty('--queue-width')
    else ref.current?.style.setProperty('--queue-width', `calc(${value}px / var(--text-scale, 1))`)
  }, [value])
  const set = useCallback((next: number | null) => {
    const kept = next === null ? null : clampWidth(next)
    if (kept === null) localStorage.removeItem(key)
    else localStorage.setItem(key, String(kept))
    setValue(kept)
  }, [])
  return { ref, value, set }
}
