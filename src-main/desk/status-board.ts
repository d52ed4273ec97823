import type { DeskStatus, NativeNotifications, Storage } from '../../src-preload/contract/status'
import { type AccountLink, overallLink } from '../core/people/overall-link'

/** What the strip shows that no event tells: the link, the disk, the platform. Kept as they change. */
export class StatusBoard {
  private storage: Storage = { kind: 'ok' }
  private notifications: NativeNotifications = { kind: 'untested' }

  constructor(
    private readonly counts: () => Pick<DeskStatus, 'toSend' | 'notSent' | 'withoutNextStep'>,
    private readonly links: () => readonly AccountLink[],
    private readonly changed: () => void,
  ) {}

  read(): DeskStatus {
    const { storage, notifications } = this
    return { ...overallLink(this.links()), storage, notifications, ...this.counts() }
  }

  /** An account's link changed, or something was heard. */
  linksChanged(): void {
    this.changed()
  }

  /** Told of every write; only a change of fortune is passed on. */
  setStorage(storage: Storage): void {
    if (storage.kind === this.storage.kind) return
    this.storage = storage
    this.changed()
  }

  setNotifications(notifications: NativeNotifications): void {
    this.notifications = notifications
    this.changed()
  }
}
