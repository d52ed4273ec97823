import { create } from 'zustand'
import type { SessionView } from '../../src-preload/contract/session'
import { follow } from './follow'

/** Who the desk is signed in as; null until the desk has said so. */
export const useSession = create<{ readonly session: SessionView | null }>(() => ({ session: null }))

/** Takes over an answer that a command gave. */
export function keepSession(session: SessionView): void {
  useSession.setState({ session })
}

/** Listens, then fetches. Answers how to stop. */
export function followSession(): () => void {
  return follow('session-changed', () => window.desk.session.get(), keepSession)
}
