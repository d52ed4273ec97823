import type { Api } from 'telegram'
import { type KnownMarks, marks } from '../marks'
import { peerOf, userPeer } from './peer'

/** How an account reaches chats and people: by the marks, and for the moment those who were only looked up (R169). */
export class Reach {
  private readonly offered = new Map<string, string>()

  /** The marks, and what was offered. */
  readonly known: KnownMarks = {
    get: (name) => this.kept().get(name) ?? this.offered.get(name),
    has: (name) => this.kept().has(name) || this.offered.has(name),
  }

  /** @param kept The marks as the journal has them. */
  constructor(private readonly kept: () => ReadonlyMap<string, string>) {}

  /** Remembers until the end of this run how people are reached who were found. */
  offer(found: ReadonlyMap<string, string>): void {
    for (const [name, mark] of found) this.offered.set(name, mark)
  }

  /** @throws {@link Refusal} `not-found` if this account never met the chat. */
  peer(account: string, chatId: string): Api.InputPeerChannel | Api.InputPeerUser {
    return peerOf(this.known, account, chatId)
  }

  /** @throws {@link Refusal} `not-found` if this account never met that person. */
  user(account: string, personId: string): Api.InputPeerUser {
    return userPeer(this.known, account, personId)
  }

  /** The marks to keep of people whose chats came to the desk. */
  toKeep(account: string, personIds: readonly string[]): ReadonlyMap<string, string> {
    const kept = this.kept()
    const found = new Map<string, string>()
    for (const personId of personIds) {
      const name = marks.user(account, personId)
      const mark = this.offered.get(name)
      if (mark !== undefined && !kept.has(name)) found.set(name, mark)
    }
    return found
  }
}
