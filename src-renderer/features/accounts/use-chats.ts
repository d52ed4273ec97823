import { useEffect, useState } from 'react'
import type { ChatOption } from '../../../src-preload/contract/account'
import { ask, failureOf } from '../../desk/ask'

const pauseMs = 150

/** Private chats that fit, a moment after the last letter. An overtaken answer is dropped; null while none came. */
export function useChats(
  accountId: string,
  text: string,
): { readonly chats: readonly ChatOption[] | null; readonly error: string | null } {
  const [chats, setChats] = useState<readonly ChatOption[] | null>(null)
  const [error, setError] = useState<string | null>(null)
  const wanted = text.trim().slice(0, 120)
  useEffect(() => {
    let current = true
    const timer = setTimeout(
      () => {
        ask(window.desk.accounts.chats({ accountId, text: wanted })).then(
          (found) => {
            if (!current) return
            setChats(found)
            setError(null)
          },
          (thrown: unknown) => current && setError(failureOf(thrown).message),
        )
      },
      wanted === '' ? 0 : pauseMs,
    )
    return () => {
      current = false
      clearTimeout(timer)
    }
  }, [accountId, wanted])
  return { chats, error }
}
