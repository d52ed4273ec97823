import type { Api } from 'telegram'
import { long, tl } from '../library'
import type { Ask } from '../link/ask'

const pageSize = 100

type DialogPage = Api.messages.Dialogs | Api.messages.DialogsSlice

/** The chats of a personal account, the newest first, at most so many pages of a hundred (core.telegram.org/api/offsets). */
export async function* dialogPages(ask: Ask, pagesMax: number): AsyncGenerator<DialogPage> {
  let offset = { date: 0, id: 0, peer: new tl.InputPeerEmpty() as Api.TypeInputPeer }
  for (let pages = 0; pages < pagesMax; pages++) {
    const page = await ask(
      new tl.messages.GetDialogs({
        offsetDate: offset.date,
        offsetId: offset.id,
        offsetPeer: offset.peer,
        limit: pageSize,
        hash: long(0),
      }),
    )
    if (page instanceof tl.messages.DialogsNotModified) return
    yield page
    const next = page instanceof tl.messages.DialogsSlice ? offsetBehind(page) : null
    if (!next) return
    offset = next
  }
}

/** Where the next page begins; null if it cannot be said. */
function offsetBehind(
  page: Api.messages.DialogsSlice,
): { date: number; id: number; peer: Api.TypeInputPeer } | null {
  const last = page.dialogs.filter((dialog) => dialog instanceof tl.Dialog).at(-1)
  if (!last) return null
  const top = page.messages.find(({ id }) => id === last.topMessage)
  const date = top && 'date' in top && typeof top.date === 'number' ? top.date : 0
  const peer = inputPeer(last.peer, page)
  return peer && date > 0 ? { date, id: last.topMessage, peer } : null
}

function inputPeer(peer: Api.TypePeer, { users, chats }: DialogPage): Api.TypeInputPeer | null {
  if (peer instanceof tl.PeerChat) return new tl.InputPeerChat({ chatId: peer.chatId })
  if (peer instanceof tl.PeerUser) {
    const user = users.find((one) => one.id.equals(peer.userId))
    const accessHash = user instanceof tl.User ? user.accessHash : undefined
    return accessHash ? new tl.InputPeerUser({ userId: peer.userId, accessHash }) : null
  }
  const chat = chats.find((one) => one.id.equals(peer.channelId))
  const accessHash = chat instanceof tl.Channel ? chat.accessHash : undefined
  return accessHash ? new tl.InputPeerChannel({ channelId: peer.channelId, accessHash }) : null
}
