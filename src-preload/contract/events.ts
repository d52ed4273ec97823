import type { AccountView } from './account'
import type { TimelineItem } from './conversation'
import type { DoctorView } from './doctor'
import type { EvidenceView, WakeReport } from './evidence'
import type { QueueCounts } from './queue'
import type { SessionView } from './session'
import type { Settings } from './settings'
import type { DeskStatus, Notice, Startup } from './status'
import type { TicketView } from './ticket'

/** Everything main may tell a window. Entities come whole; a lower revision than one already held is old news. */
export interface Events {
  'startup-changed': Startup
  'session-changed': SessionView
  'status-changed': DeskStatus
  'accounts-changed': readonly AccountView[]
  'evidence-changed': EvidenceView
  'doctor-changed': DoctorView
  /** An account is level with Telegram again after it was away: what came meanwhile, for a card. */
  woke: WakeReport & { readonly name: string }
  'settings-changed': Settings
  /** The queue's order, rows or counts changed: read the visible window again. At most one per frame. */
  'queue-changed': {
    readonly revision: number
    readonly counts: QueueCounts
    readonly ticketIds: readonly string[]
  }
  'ticket-changed': { readonly revision: number; readonly ticket: TicketView }
  /** New and changed items of one ticket's conversation, whole, oldest first; `gone` were taken back. */
  'timeline-changed': {
    readonly revision: number
    readonly ticketId: string
    readonly items: readonly TimelineItem[]
    readonly gone: readonly string[]
  }
  /** The customer is writing; true for six seconds at most. */
  typing: { readonly ticketId: string; readonly name: string }
  /** From a notification, the tray or the menu: show this ticket and focus the composer. */
  'open-ticket': { readonly ticketId: string }
  notice: Notice
  /** A menu item or system command for the window. */
  go: { readonly place: 'desk' | 'settings' | 'palette' }
}

/** What the preload lets the window listen to. */
export const eventNames = [
  'startup-changed',
  'session-changed',
  'status-changed',
  'accounts-changed',
  'evidence-changed',
  'doctor-changed',
  'woke',
  'settings-changed',
  'queue-changed',
  'ticket-changed',
  'timeline-changed',
  'typing',
  'open-ticket',
  'notice',
  'go',
] as const satisfies readonly (keyof Events)[]
