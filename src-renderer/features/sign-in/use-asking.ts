import { useState } from 'react'
import type { Failure, Outcome } from '../../../src-preload/contract/outcome'
import type { SessionView } from '../../../src-preload/contract/session'
import { ask, failureOf } from '../../desk/ask'
import { useNow } from '../../desk/now-store'
import { keepSession } from '../../desk/session-store'
import { spanSpoken } from '../../ui/span-words'

export interface Asking {
  readonly busy: boolean
  readonly failure: Failure | null
  /** What is wrong with a field, in words; a refusal that names no known field belongs to the first one. */
  readonly errorOf: (field: string, isFirst?: boolean) => string | null
  /** Telegram asked to wait, and the time is not up. */
  readonly mustWait: boolean
  readonly submit: (answer: Promise<Outcome<SessionView>>) => void
  readonly forget: () => void
}

/** One question to Telegram at a time: its answer becomes the session, its refusal stays beside the field. */
export function useAsking(fields: readonly string[]): Asking {
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const now = useNow('second')
  const rest = failure?.retryAt === undefined ? 0 : failure.retryAt - now
  const mustWait = failure?.code === 'rate-limited' && rest > 0
  const isOver = failure?.code === 'rate-limited' && failure.retryAt !== undefined && rest <= 0

  function errorOf(field: string, isFirst = false): string | null {
    if (!failure || isOver) return null
    const named = failure.field !== undefined && fields.includes(failure.field)
    if (named ? failure.field !== field : !isFirst) return null
    return mustWait ? `Telegram asks you to wait ${spanSpoken(rest, 'up')}.` : failure.message
  }

  function submit(answer: Promise<Outcome<SessionView>>) {
    setBusy(true)
    setFailure(null)
    ask(answer)
      .then(keepSession, (thrown: unknown) => setFailure(failureOf(thrown)))
      .finally(() => setBusy(false))
  }

  return { busy, failure, errorOf, mustWait, submit, forget: () => setFailure(null) }
}
