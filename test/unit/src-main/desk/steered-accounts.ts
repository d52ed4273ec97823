import { emptyDesk } from '../../../../src-main/core/desk/state'
import type { Telegram, TelegramListener, TelegramMemory } from '../../../../src-main/core/ports'
import { Accounts } from '../../../../src-main/desk/accounts'
import type { Desk } from '../../../../src-main/desk/desk'
import type { Account } from '../../../../src-preload/contract/session'
import { MemoryRoom } from './memory-room'
import { recordingDesk } from './recording-desk'
import { settled, strict } from './strict'

/** One account's Telegram as a test sees it: what it was told to do, and its listener. */
export interface Line {
  readonly opened: string | null
  readonly calls: unknown[]
  readonly memory: TelegramMemory
  readonly listener: TelegramListener
}

/** The accounts of a desk, each on a Telegram that only takes note of what it is asked, and does what `can` says. */
export class SteeredAccounts {
  readonly lines: Line[] = []
  changes = 0
  readonly accounts: Accounts

  constructor(
    desk: Desk = recordingDesk(emptyDesk).desk,
    private readonly can: (accountId: string | null, line: Line) => Partial<Telegram> = () => ({}),
  ) {
    this.accounts = new Accounts(
      desk,
      (accountId) => this.open(accountId),
      new MemoryRoom(),
      () => this.changes++,
    )
  }

  /** Starts with kept sessions; whoever has one is signed in at once. */
  async start(...kept: readonly string[]): Promise<this> {
    await this.accounts.start(kept, (door) =>
      strict<TelegramListener>('listener', {
        signInChanged: (step) => {
          door.step = step
          if (step.kind === 'signed-in') this.accounts.signedIn(door, step.account.id)
        },
        linkChanged: (link) => {
          door.link = link
        },
      }),
    )
    return this
  }

  /** The newest line opened for an account. */
  line(opened: string | null): Line {
    const found = [...this.lines].reverse().find((line) => line.opened === opened)
    if (!found) throw new Error(`no line was opened for ${opened}`)
    return found
  }

  /** Someone signs in on a line. */
  async signIn(line: Line, account: Account): Promise<void> {
    line.listener.signInChanged({ kind: 'signed-in', account })
    await settled()
  }

  private open(accountId: string | null): Telegram {
    const calls: unknown[] = []
    let own: Line | null = null
    const note =
      (name: string) =>
      async (...given: readonly unknown[]) =>
        void calls.push(given.length === 0 ? name : [name, ...given])
    const line = (): Line => {
      if (!own) throw new Error('the line was not started')
      return own
    }
    const base: Partial<Telegram> = {
      start: async (listener, memory) => {
        own = { opened: accountId, calls, memory, listener }
        this.lines.push(own)
        Object.assign(base, this.can(accountId, own))
        if (accountId !== null) {
          const account = { id: accountId, name: accountId, username: null, kind: 'user' } as const
          listener.signInChanged({ kind: 'signed-in', account })
        }
      },
      signIn: strict<Telegram['signIn']>('signIn', {
        startQr: note('startQr'),
        sendCode: note('sendCode'),
        resendCode: note('resendCode'),
        checkCode: note('checkCode'),
        checkPassword: note('checkPassword'),
        connectBot: note('connectBot'),
        cancel: note('cancel'),
      }),
      signOut: async () => {
        calls.push('signOut')
        line().listener.signInChanged({ kind: 'signed-out', reason: 'by-agent' })
      },
      watch: (what) => void calls.push(['watch', what]),
      wake: () => void calls.push('wake'),
      stop: note('stop'),
    }
    return strict<Telegram>('telegram', base)
  }
}
