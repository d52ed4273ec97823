import { useEffect, useState } from 'react'
import type { ChatOption } from '../../../src-preload/contract/account'
import { ask, failureOf } from '../../desk/ask'

const pauseMs = 150

interface Found {
  /** The words it answers. */
  readonly text: string
  readonly chats: readonly ChatOption[] | null
  readonly error: string | null
}

export interface OfferedChats extends Pick<Found, 'chats' | 'error'> {
  /** They answer older words: an answer to those in the field is on its way. */
  readonly isLate: boolean
}

/** Private chats that fit, a moment after the last letter. An overtaken answer is dropped; null while none came. */
export function useChats(accountId: string, text: string): OfferedChats {
  const wanted = text.trim().slice(0, 120)
  const [found, setFound] = useState<Found | null>(null)
  useEffect(() => {
    let current = true
    const timer = setTimeout(
      () => {
        ask(window.desk.accounts.chats({ accountId, text: wanted })).then(
          (chats) => current && setFound({ text: wanted, chats, error: null }),
          (thrown: unknown) =>
            current && setFound({ text: wanted, chats: null, error: failureOf(thrown).message }),
        )
      },
      wanted === '' ? 0 : pauseMs,
    )
    return () => {
      current = false
      clearTimeout(timer)
    }
  }, [accountId, wanted])
  return { chats: found?.chats ?? null, error: found?.error ?? null, isLate: found?.text !== wanted }
}
