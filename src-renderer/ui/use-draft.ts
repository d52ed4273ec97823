import { useCallback, useEffect, useRef, useState } from 'react'

/** What is written in a field and not kept yet. */
export interface Draft {
  /** Null while the field shows what is kept. */
  readonly draft: string | null
  readonly write: (text: string) => void
  /** Shows again what is kept. */
  readonly drop: () => void
  /** Drops what was kept, unless somebody has written on meanwhile. */
  readonly settle: (kept: string) => void
  /** Keeps what is written now; nothing if nothing is. */
  readonly keep: () => void
}

/**
 * A field that keeps its words on leaving, however it is left: a field that is taken away, as when another ticket is
 * chosen by key, loses the focus without being told. `save` drops or settles the draft itself.
 */
export function useDraft(save: (text: string) => unknown): Draft {
  const [draft, setDraft] = useState<string | null>(null)
  const held = useRef<string | null>(null)
  const latest = useRef(save)
  useEffect(() => {
    latest.current = save
  })
  const put = useCallback((text: string | null) => {
    held.current = text
    setDraft(text)
  }, [])
  const drop = useCallback(() => put(null), [put])
  const settle = useCallback((kept: string) => held.current === kept && put(null), [put])
  const keep = useCallback(() => {
    if (held.current !== null) void latest.current(held.current)
  }, [])
  useEffect(() => {
    window.addEventListener('pagehide', keep)
    return () => {
      window.removeEventListener('pagehide', keep)
      keep()
    }
  }, [keep])
  return { draft, write: put, drop, settle, keep }
}
