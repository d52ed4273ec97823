import type { Api } from 'telegram'
import type { HistoryPage } from '../../../core/ports'
import { long, tl } from '../library'
import type { Ask } from '../link/ask'
import { channelOf } from '../peers/channel-of'
import { personOf } from '../translate/people'
import { factOfNew, type Reader } from '../translate/translate'
import { messagesBehind } from './private-history'

const pageSize = 100

/** A place whose history is to be read. */
export interface HistoryPlace {
  /** As the desk names it. */
  readonly chatId: string
  readonly peer: Api.InputPeerChannel | Api.InputPeerUser
  readonly reader: Reader
  /** Number of the newest message the stream has told; what is newer is on its way, and not missing. */
  readonly toldUpTo: number
}

/**
 * Everything Telegram has of a place between two times (epoch ms), oldest first, as far as the stream has told it: who
 * mends what is missing must not overtake what comes. A group is read by number, so that what is gone shows; a private
 * chat has no numbers of its own, so there only what is left can be told.
 */
export async function* readHistory(
  place: HistoryPlace,
  from: number,
  to: number,
  ask: Ask,
): AsyncGenerator<HistoryPage> {
  const first = (await newestBefore(place.peer, from, ask)) + 1
  const last = Math.min(await newestBefore(place.peer, to, ask), place.toldUpTo)
  if (last < first) return
  const { peer } = place
  if (peer instanceof tl.InputPeerChannel) {
    const channel = channelOf(peer)
    for (let start = first; start <= last; start += pageSize) {
      const count = Math.min(pageSize, last - start + 1)
      const id = Array.from({ length: count }, (_, at) => new tl.InputMessageID({ id: start + at }))
      const found = await ask(new tl.channels.GetMessages({ channel, id }))
      if ('messages' in found) yield pageOf(place, found)
    }
    return
  }
  for (let after = first - 1; after < last; ) {
    const { messages, users } = await messagesBehind(after, peer, ask)
    const page = messages.filter(({ id }) => id <= last)
    const newest = page.at(-1)?.id
    if (newest === undefined) return
    yield pageOf(place, { messages: page, users })
    after = newest
  }
}

/** Number of the newest message sent before a time (epoch ms); 0 for none. */
async function newestBefore(peer: Api.TypeInputPeer, at: number, ask: Ask): Promise<number> {
  // No date at all would mean the newest of all.
  if (at <= 0) return 0
  const found = await ask(
    new tl.messages.GetHistory({
      peer,
      offsetId: 0,
      offsetDate: Math.ceil(at / 1000),
      addOffset: 0,
      limit: 1,
      maxId: 0,
      minId: 0,
      hash: long(0),
    }),
  )
  return 'messages' in found ? (found.messages[0]?.id ?? 0) : 0
}

function pageOf(
  { chatId, reader }: HistoryPlace,
  found: { readonly messages: readonly Api.TypeMessage[]; readonly users: readonly Api.TypeUser[] },
): HistoryPage {
  const sorted = [...found.messages].sort((a, b) => a.id - b.id)
  const messages = sorted.flatMap((message) => {
    const fact = factOfNew(message, reader)
    return fact?.kind === 'message' ? [fact] : []
  })
  const gone = sorted.flatMap((message) => (message instanceof tl.MessageEmpty ? message.id : []))
  const people = found.users.flatMap((user) => personOf(user) ?? [])
  return { chatId, messages, gone, people }
}
