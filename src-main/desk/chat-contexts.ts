import type { Log } from '../core/ports'
import { Refusal } from '../core/refusal'
import type { Accounts } from './accounts'
import type { Desk } from './desk'

/** How much of a private chat is shown from before it came to the desk. */
const contextMessages = 20

interface ChatRef {
  readonly accountId: string
  readonly personId: string
}

/**
 * Reads what was said in a private chat before it came to the desk. Where that fails, because the link broke, it is
 * read once the account has caught up again: sooner, what is new in the chat would be taken for old.
 */
export class ChatContexts {
  private owed: readonly ChatRef[] = []

  constructor(
    private readonly desk: Pick<Desk, 'state'>,
    private readonly accounts: Pick<Accounts, 'of'>,
    private readonly log: Log,
  ) {}

  /** Resolves also if it could not be read: the chat is on the desk all the same. */
  async read(chat: ChatRef): Promise<void> {
    this.settle(chat)
    try {
      await this.accounts.of(chat.accountId).telegram.readContext(chat.personId, contextMessages)
    } catch (error) {
      this.settle(chat)
      this.owed = [...this.owed, chat]
      const why = error instanceof Refusal ? error.code : 'unknown'
      this.log.warn('what was said in a chat before could not be read yet', { why })
    }
  }

  /** The account has caught up: what is still owed of its chats is read. */
  async levelAgain(accountId: string): Promise<void> {
    for (const chat of this.owed.filter((one) => one.accountId === accountId)) {
      // Taken off the desk meanwhile, a chat is nobody's business any more (R169).
      if (this.desk.state.chats.some((one) => isSame(one, chat))) await this.read(chat)
      else this.settle(chat)
    }
  }

  private settle(chat: ChatRef): void {
    this.owed = this.owed.filter((one) => !isSame(one, chat))
  }
}

function isSame(one: ChatRef, other: ChatRef): boolean {
  return one.accountId === other.accountId && one.personId === other.personId
}
