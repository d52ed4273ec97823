import type { MenuItemConstructorOptions } from 'electron'
import { dueWords, type NextDeadline } from './due-words'

/** What the tray tells. */
export interface TrayView {
  readonly next: NextDeadline | null
  /** Tickets where it is our turn. */
  readonly ourTurn: number
  readonly doNotDisturb: boolean
  /** Epoch ms: for "due" or "overdue". */
  readonly now: number
}

/** What can be asked of the tray. */
export interface TrayActions {
  readonly open: () => void
  readonly openTicket: (ticketId: string) => void
  readonly setDoNotDisturb: (on: boolean) => void
  readonly quit: () => void
}

/** The menu of the tray (issue section 7). */
export function trayMenu(view: TrayView, actions: TrayActions): MenuItemConstructorOptions[] {
  const { next } = view
  return [
    { label: 'Open Topicdesk', click: actions.open },
    next
      ? { label: dueWords(next, view.now), click: () => actions.openTicket(next.ticketId) }
      : { label: 'No deadline is running', enabled: false },
    { type: 'separator' },
    {
      label: 'Do not disturb',
      type: 'checkbox',
      checked: view.doNotDisturb,
      click: (item) => actions.setDoNotDisturb(item.checked),
    },
    { type: 'separator' },
    { label: 'Quit', click: actions.quit },
  ]
}

/** What the tray says under the pointer: the next deadline, and how many wait. */
export function trayTooltip({ next, ourTurn, now }: TrayView): string {
  const waiting =
    ourTurn === 0
      ? 'Nothing needs you now'
      : ourTurn === 1
        ? '1 ticket needs you'
        : `${ourTurn} tickets need you`
  return next ? `Topicdesk: ${waiting}. ${dueWords(next, now)}` : `Topicdesk: ${waiting}`
}
