import type { Notice } from '../../src-preload/contract/status'
import type { Announcement, Effect } from '../core/desk/effects'
import type { Notifications } from '../core/ports'

/** Tells the agent natively, and in the window where the platform cannot. */
export class Announcer {
  constructor(
    private readonly notifications: Notifications,
    private readonly showNotice: (notice: Notice) => void,
  ) {}

  /** Carries out what the rules asked to be told or taken back. */
  run(effects: readonly Effect[]): void {
    for (const effect of effects) {
      if (effect.kind === 'withdraw') this.notifications.withdraw(effect.keys)
      else this.notifications.show(effect.announcement)
    }
  }

  /** The same words inside the window, when the platform refused. */
  showInWindow({ key, title, body, ticketId, kind }: Announcement): void {
    const tone =
      kind === 'breached'
        ? 'bad'
        : kind === 'at-risk' || kind === 'health' || kind === 'not-sent'
          ? 'warn'
          : 'info'
    this.showNotice({ key, tone, title, body, ticketId })
  }

  /** Shows a notification that says it is a test. */
  test(): void {
    this.notifications.show({
      key: 'test',
      kind: 'test',
      title: 'Topicdesk can reach you',
      body: 'Promises at risk look like this.',
      ticketId: null,
      urgent: false,
      actions: [],
    })
  }
}
