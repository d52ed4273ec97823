import { useCallback, useEffect, useState } from 'react'
import type { GroupOption } from '../../../src-preload/contract/session'
import { ask, failureOf } from '../../desk/ask'

export interface OfferedGroups {
  /** Null while they are read. */
  readonly groups: readonly GroupOption[] | null
  readonly error: string | null
  readonly load: () => void
}

/** The groups an account is in, read anew on `load`. */
export function useGroups(accountId: string): OfferedGroups {
  const [groups, setGroups] = useState<readonly GroupOption[] | null>(null)
  const [error, setError] = useState<string | null>(null)
  const load = useCallback(() => {
    setGroups(null)
    setError(null)
    ask(window.desk.accounts.groups({ accountId })).then(setGroups, (thrown: unknown) =>
      setError(failureOf(thrown).message),
    )
  }, [accountId])
  useEffect(load, [load])
  return { groups, error, load }
}
