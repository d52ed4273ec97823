import type { Api } from 'telegram'
import type { StoredMedia } from '../../../core/conversation/message'
import { tl } from '../library'
import type { Ask } from '../link/ask'
import { channelOf } from '../peers/channel-of'
import { mediaOf } from '../translate/media'

/** What finding a file again needs. */
export interface RenewalRoom {
  readonly ask: Ask
  /** @throws {@link Refusal} if this account never met the chat. */
  peer(chatId: string): Api.InputPeerChannel | Api.InputPeerUser
}

/**
 * Files as the message they came with has them now: references age (core.telegram.org/api/file_reference). Null if
 * one of them is not there any more.
 */
export async function renewedMedia(
  media: readonly StoredMedia[],
  { chatId, number }: { readonly chatId: string; readonly number: number },
  { ask, peer }: RenewalRoom,
): Promise<readonly StoredMedia[] | null> {
  const place = peer(chatId)
  // The files of an album are each in a message of their own, one behind the other.
  const id = media.map((_, at) => new tl.InputMessageID({ id: number + at }))
  const found =
    place instanceof tl.InputPeerChannel
      ? await ask(new tl.channels.GetMessages({ channel: channelOf(place), id }))
      : await ask(new tl.messages.GetMessages({ id }))
  const there = 'messages' in found ? found.messages : []
  const now = there.flatMap((one) => (one instanceof tl.Message ? mediaOf(one.media) : []))
  const renewed = media.map(({ fileId }) => now.find((one) => one.fileId === fileId))
  return renewed.every((one) => one !== undefined) ? renewed : null
}
