import { vi } from 'vitest'
import type { Announcement } from '../../../../src-main/core/desk/effects'
import type {
  AccountHealth,
  Desktop,
  Notifications,
  Secrets,
  SendResult,
  Telegram,
  TelegramListener,
  TelegramMemory,
} from '../../../../src-main/core/ports'
import { ApiCredentials } from '../../../../src-main/desk/api-credentials'
import { type RunningDesk, startDesk } from '../../../../src-main/start-desk'
import type { Events } from '../../../../src-preload/contract/events'
import { chatId, nine, ticketId } from '../core/desk-on-paper'
import { MemoryRoom } from './memory-room'
import { OpenDesk } from './open-desk'
import { settled, strict } from './strict'

export const replyId = '00000000-0000-0007-8000-000000000000'

/** An account and a group that lack nothing. */
const healthy: AccountHealth = {
  ...{ privacyMode: null, clockSkewMs: 0, otherDesks: 0, floodUntil: null, isRestricted: false },
  groups: [
    {
      ...{ id: chatId, isMember: true, type: 'supergroup', hasTopics: true, isAdmin: true, mayPost: true },
      ...{ mayManageTopics: true, mayOpenTopics: true, slowModeSeconds: null },
    },
  ],
}

/** A whole desk, put together as the app does, with a Telegram, a platform and a window that a test plays. */
export class DeskAtWork {
  readonly room = new MemoryRoom()
  readonly told: [string, unknown][] = []
  readonly shown: Announcement[] = []
  /** Ids of outbox entries handed to Telegram, and the answer to the last. */
  readonly sent: string[] = []
  answer: (result: SendResult) => void = () => undefined
  telegram!: TelegramListener
  memory!: TelegramMemory
  platform!: Parameters<Notifications['listen']>[0]
  desk!: RunningDesk
  /** What was woken and stopped outside. */
  readonly stops: string[] = []
  readonly opened: (string | null)[] = []
  examined = 0
  starts = 0
  secretsFail = false
  startFails = false

  constructor(public open: OpenDesk) {}

  /** At work, with Anna signed in; time must be a test's. */
  static async start(): Promise<DeskAtWork> {
    const at = new DeskAtWork(await OpenDesk.open())
    await at.start()
    return at
  }

  /** Starts and looks at the queue, as a window does. */
  async start(): Promise<void> {
    await this.putTogether()
    await this.desk.handlers.queue.page({ view: 'all', from: 0, count: 1 })
    vi.advanceTimersByTime(400)
    await settled()
  }

  async putTogether(): Promise<void> {
    const { journal, clock, log } = this.open
    const secrets = strict<Secrets>('secrets', {
      keyring: 'safe',
      read: async () => {
        if (this.secretsFail) throw new Error('the keyring is locked')
        return null
      },
      names: async () => [],
    })
    this.desk = await startDesk({
      ...{ journal, clock, log, secrets },
      api: new ApiCredentials(secrets, {}),
      openTelegram: (accountId) => this.openTelegram(accountId),
      notifications: strict<Notifications>('notifications', {
        state: { kind: 'working' },
        listen: (listener) => {
          this.platform = listener
        },
        show: (announcement) => void this.shown.push(announcement),
        withdraw: () => undefined,
      }),
      outgoing: this.room,
      received: new MemoryRoom(),
      freeBytes: async () => 10 * 1024 ** 3,
      desktop: strict<Desktop>('desktop', { showDuty: () => undefined }),
      tell: (event, payload) => void this.told.push([event, payload]),
      comeForward: () => void this.told.push(['forward', null]),
      changedSettings: (settings) => void this.told.push(['settings', settings]),
    })
  }

  /** What the window was told of one kind. */
  ofKind<E extends keyof Events>(event: E): Events[E][] {
    return this.told.flatMap(([name, payload]) => (name === event ? [payload as Events[E]] : []))
  }

  /** Lets the window hear all that waits to be told. */
  frame(): void {
    vi.advanceTimersByTime(100)
  }

  async reply(id: string, attachments: string[] = []): Promise<void> {
    await this.desk.handlers.conversation.reply({
      ...{ ticketId, replyId: id, text: 'We look into it.', entities: [], replyTo: null, attachments },
      ...{ after: 'nothing', seenPosition: 1_000, force: true },
    })
  }

  private openTelegram(accountId: string | null): Telegram {
    return strict<Telegram>('telegram', {
      signIn: strict<Telegram['signIn']>('signIn', { startQr: async () => undefined }),
      examine: async () => {
        this.examined++
        return healthy
      },
      start: async (listener, given) => {
        this.opened.push(accountId)
        this.starts++
        if (this.startFails) throw new Error('no library')
        this.telegram = listener
        this.memory = given
      },
      send: (entry) => {
        this.sent.push(entry.id)
        return new Promise((resolve) => {
          this.answer = resolve
        })
      },
      wake: () => void this.stops.push('telegram woken'),
      stop: async () => {
        this.stops.push('telegram')
        this.answer({ kind: 'unanswered' })
        this.telegram.linkChanged({ kind: 'offline', since: nine })
      },
    })
  }
}
