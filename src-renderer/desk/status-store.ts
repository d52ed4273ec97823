import { create } from 'zustand'
import type { DeskStatus, Startup } from '../../src-preload/contract/status'
import { follow } from './follow'

/** How the desk is doing, and how its store was found; null until it has said so. */
export const useStatus = create<{ readonly status: DeskStatus | null; readonly startup: Startup | null }>(
  () => ({ status: null, startup: null }),
)

/** Listens to the state of the store. Answers how to stop. */
export function followStartup(): () => void {
  return follow(
    'startup-changed',
    () => window.desk.desk.startup(),
    (startup) => useStatus.setState({ startup }),
  )
}

/** Listens to link, outbox and storage. Answers how to stop. */
export function followStatus(): () => void {
  return follow(
    'status-changed',
    () => window.desk.desk.status(),
    (status) => useStatus.setState({ status }),
  )
}
