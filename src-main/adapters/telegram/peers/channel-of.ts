import type { Api } from 'telegram'
import { tl } from '../library'

/** A group as Telegram wants it named where it is not written to. */
export function channelOf({ channelId, accessHash }: Api.InputPeerChannel): Api.InputChannel {
  return new tl.InputChannel({ channelId, accessHash })
}
