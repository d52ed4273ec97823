import { create } from 'zustand'
import type { SessionView } from '../../src-preload/contract/session'
import { follow } from './follow'

/** What the agent asked for beyond the work: to sign in again. */
export type Detour = 'sign-in'

/**
 * Who the desk is signed in as; null until the desk has said so. After Telegram ended a session the work stays
 * in sight, until the agent asks for the sign-in card.
 */
export const useSession = create<{ readonly session: SessionView | null; readonly detour: Detour | null }>(
  () => ({ session: null, detour: null }),
)

/** Leaves the work for the sign-in card; null comes back. */
export function takeDetour(detour: Detour | null): void {
  useSession.setState({ detour })
}

/** Takes over an answer that a command gave. */
export function keepSession(session: SessionView): void {
  const { detour } = useSession.getState()
  const done = detour === 'sign-in' && session.step.kind === 'signed-in'
  useSession.setState({ session, detour: done ? null : detour })
}

/** Listens, then fetches. Answers how to stop. */
export function followSession(): () => void {
  return follow('session-changed', () => window.desk.session.get(), keepSession)
}
