import type { DeskStatus, Link, NativeNotifications, Storage } from '../../src-preload/contract/status'

/** What the strip shows that no event tells: the link, the disk, the platform. Kept as they change. */
export class StatusBoard {
  private link: Link = { kind: 'connecting', attempt: 0, nextTryAt: null }
  private lastHeardAt: number | null = null
  private storage: Storage = { kind: 'ok' }
  private notifications: NativeNotifications = { kind: 'untested' }

  constructor(
    private readonly counts: () => Pick<DeskStatus, 'toSend' | 'withoutNextStep'>,
    private readonly changed: () => void,
  ) {}

  read(): DeskStatus {
    const { link, lastHeardAt, storage, notifications } = this
    return { link, lastHeardAt, storage, notifications, ...this.counts() }
  }

  setLink(link: Link): void {
    this.link = link
    this.changed()
  }

  setHeard(at: number): void {
    this.lastHeardAt = at
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

  get isLive(): boolean {
    return this.link.kind === 'live'
  }

  get currentLink(): Link {
    return this.link
  }
}
