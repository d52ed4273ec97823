import type { Account } from '../../../../src-preload/contract/session'
import type { Watch } from '../../../core/ports'
import { messagesBehind } from '../history/private-history'
import { tl } from '../library'
import type { Ask } from '../link/ask'
import { marks, readAgain } from '../marks'
import { userPeer } from '../peers/peer'
import type { Arrived } from './common-updates'
import { Draft } from './draft'
import { type PrivateChats, partnerOf } from './private-chats'

/** What reading chats again needs of the stream. */
export interface ForgottenRoom {
  readonly account: Account
  readonly ask: Ask
  readonly marks: ReadonlyMap<string, string>
  readonly privates: PrivateChats
  watch(): Watch
}

/** A step of reading again. */
export interface ReadAgain {
  readonly draft: Draft
  /** How many messages of the same chat are still to be read. */
  readonly left: number
}

/**
 * Telegram has forgotten what happened in private chats. A personal account reads them again, page by page, oldest
 * first, and after a crash goes on where it was, by marks; to a bot it is lost.
 */
export class ForgottenChats {
  constructor(private readonly room: ForgottenRoom) {}

  /** Says in a draft from where on chats are to be read again. False if what was forgotten is lost. */
  note(draft: Draft): boolean {
    const { account, marks: kept, privates } = this.room
    if (account.kind === 'bot') return false
    if (!kept.has(marks.behind(account.id)))
      draft.marks[marks.behind(account.id)] = kept.get(marks.newest(privates.box)) ?? '0'
    return true
  }

  /** Whether an update is a new message that reading again brings, in its place. */
  isReadAgain({ update }: Arrived): boolean {
    const { account, marks: kept, watch } = this.room
    if (account.kind === 'bot' || !(update instanceof tl.UpdateNewMessage)) return false
    const personId = partnerOf(update.message)
    if (personId === null || !watch().chats.includes(personId)) return false
    return kept.has(marks.user(account.id, personId))
  }

  /**
   * The next page of what the followed chats have behind where they were left; null if there is nothing (more). How
   * far it was read goes with it.
   */
  async next(): Promise<ReadAgain | null> {
    const { account, marks: kept, watch } = this.room
    const since = kept.get(marks.behind(account.id))
    if (since === undefined) return null
    for (const personId of watch().chats) {
      const upTo = kept.get(marks.behindIn(account.id, personId)) ?? since
      if (upTo === readAgain || !kept.has(marks.user(account.id, personId))) continue
      return this.page(personId, Number(upTo))
    }
    return { draft: this.end(), left: 0 }
  }

  private async page(personId: string, from: number): Promise<ReadAgain> {
    const { account, marks: kept, privates, ask } = this.room
    const found = await messagesBehind(from, userPeer(kept, account.id, personId), ask)
    const draft = new Draft()
    draft.meet(found.users, [])
    for (const message of found.messages) privates.addMessage(message, found.users, draft)
    const last = found.isLast ? undefined : found.messages.at(-1)
    draft.marks[marks.behindIn(account.id, personId)] = last ? String(last.id) : readAgain
    return { draft, left: found.left }
  }

  private end(): Draft {
    const { account, marks: kept } = this.room
    const draft = new Draft()
    draft.marks[marks.behind(account.id)] = null
    const prefix = marks.behindIn(account.id, '')
    for (const name of kept.keys()) if (name.startsWith(prefix)) draft.marks[name] = null
    return draft
  }
}
