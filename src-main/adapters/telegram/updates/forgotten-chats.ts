import type { Account } from '../../../../src-preload/contract/session'
import type { Watch } from '../../../core/ports'
import type { Ask } from '../link/ask'
import { userPeer } from '../peers/peer'
import { Draft } from './draft'
import { marks } from './marks'
import type { PrivateChats } from './private-chats'
import { messagesSince } from './refetch-chats'

/** What reading chats again needs of the stream. */
export interface ForgottenRoom {
  readonly account: Account
  readonly ask: Ask
  readonly marks: ReadonlyMap<string, string>
  readonly privates: PrivateChats
  watch(): Watch
  keep(draft: Draft): Promise<void>
}

/**
 * Telegram has forgotten what happened in private chats. A personal account reads them again, and after a crash goes
 * on with that, by a mark; to a bot it is lost.
 */
export class ForgottenChats {
  constructor(private readonly room: ForgottenRoom) {}

  /** False if it is lost. */
  async note(): Promise<boolean> {
    const { account, marks: kept, privates, keep } = this.room
    if (account.kind === 'bot') return false
    const draft = new Draft()
    if (!kept.has(marks.behind(account.id)))
      draft.marks[marks.behind(account.id)] = kept.get(marks.newest(privates.box)) ?? '0'
    await keep(draft)
    return true
  }

  /** What the followed chats have behind where they were left; null if nothing was forgotten. The mark goes with it. */
  async read(): Promise<Draft | null> {
    const { account, marks: kept, privates, ask, watch } = this.room
    const since = kept.get(marks.behind(account.id))
    if (since === undefined) return null
    const draft = new Draft()
    for (const personId of watch().chats) {
      if (!kept.has(marks.user(account.id, personId))) continue
      const peer = userPeer(kept, account.id, personId)
      const { messages, users } = await messagesSince(Number(since), peer, ask)
      draft.meet(users, [])
      for (const message of messages) privates.addMessage(message, users, draft)
    }
    draft.marks[marks.behind(account.id)] = null
    return draft
  }
}
