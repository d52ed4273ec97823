import type { Api } from 'telegram'
import type { StoredMedia } from '../../../core/conversation/message'
import type { Clock, FileRoom } from '../../../core/ports'
import type { Ask } from '../link/ask'

/** What sending needs. */
export interface SendingRoom {
  readonly ask: Ask
  readonly outgoing: FileRoom
  readonly clock: Clock
  /** @throws {@link Refusal} if this account never met the chat. */
  peer(chatId: string): Api.InputPeerChannel | Api.InputPeerUser
  /** The message number Telegram gave a random_id, if its answer was seen. */
  numberOf(randomId: string): number | null
  /** Finds files again by their message when their references have aged; null if the message is gone. */
  renewed(
    media: readonly StoredMedia[],
    message: { readonly chatId: string; readonly number: number },
  ): Promise<readonly StoredMedia[] | null>
  /** The bytes of a file that another account of the desk received with this message; null for this account's own. */
  borrowed(
    media: StoredMedia,
    message: { readonly chatId: string; readonly number: number },
  ): Promise<Uint8Array> | null
  /** Tells the stream what Telegram's answer to a send leaves out. */
  told(updates: Api.TypeUpdates): void
  /** The customer blocked the bot: Telegram said so when something was to be sent. */
  blocked(chatId: string): void
  /** The topic was deleted: bots are not told of it, and learn it when something was to be sent there (T3). */
  topicGone(chatId: string, topicId: number): void
  /** A message of ours was deleted: bots are not told of it, and learn it when it was to be changed (T2). */
  messageGone(chatId: string, number: number): void
}
