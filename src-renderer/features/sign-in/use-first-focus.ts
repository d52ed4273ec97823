import { type RefObject, useEffect, useRef } from 'react'

/** Puts the cursor into a field when its question appears. */
export function useFirstFocus(): RefObject<HTMLInputElement | null> {
  const ref = useRef<HTMLInputElement>(null)
  useEffect(() => ref.current?.focus(), [])
  return ref
}
