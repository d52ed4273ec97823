import type { Api } from 'telegram'
import { tl } from '../library'

const remembered = 1_000

/**
 * Which random_id became which message, as Telegram's answers to own sends tell (updateMessageID). A number alone
 * names no message: every group counts for itself, and so do all private chats of an account together.
 */
export class RandomIds {
  /** By group (or `private`) and number. */
  private readonly byPlace = new Map<string, { readonly number: number; readonly randomId: string }>()

  /** Looks through a container before it is put in order: the message itself may come by another way first. */
  see(container: Api.TypeUpdates): void {
    if (!(container instanceof tl.Updates || container instanceof tl.UpdatesCombined)) return
    const given = new Map<number, string>()
    for (const update of container.updates) {
      if (update instanceof tl.UpdateMessageID && update.randomId)
        given.set(update.id, update.randomId.toString())
    }
    if (given.size === 0) return
    for (const update of container.updates) {
      const isNew = update instanceof tl.UpdateNewChannelMessage || update instanceof tl.UpdateNewMessage
      const randomId = isNew ? given.get(update.message.id) : undefined
      if (!isNew || randomId === undefined) continue
      const peer = update.message.peerId
      const box = peer instanceof tl.PeerChannel ? peer.channelId.toString() : 'private'
      this.byPlace.set(`${box}/${update.message.id}`, { number: update.message.id, randomId })
    }
    for (const oldest of this.byPlace.keys()) {
      if (this.byPlace.size <= remembered) break
      this.byPlace.delete(oldest)
    }
  }

  /** The random_id of a message in a group; `private` for the private chats. */
  of(box: string, number: number): string | null {
    return this.byPlace.get(`${box}/${number}`)?.randomId ?? null
  }

  numberOf(randomId: string): number | null {
    for (const one of this.byPlace.values()) if (one.randomId === randomId) return one.number
    return null
  }
}
