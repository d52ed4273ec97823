import type { Api } from 'telegram'
import { long, tl } from '../library'
import type { Ask } from '../link/ask'

const pageSize = 100
/** How much of one chat is read again: 30 requests. */
const mostPages = 30

/** Everything Telegram has of a private chat behind a message number, oldest first. For personal accounts. */
export async function messagesSince(
  since: number,
  peer: Api.InputPeerUser,
  ask: Ask,
): Promise<{ readonly messages: readonly Api.TypeMessage[]; readonly users: readonly Api.TypeUser[] }> {
  const messages: Api.TypeMessage[] = []
  const users: Api.TypeUser[] = []
  for (let page = 0, before = 0; page < mostPages; page++) {
    const found = await historyPage(peer, before, since, pageSize, ask)
    if (!found) break
    messages.unshift(...[...found.messages].sort((a, b) => a.id - b.id))
    users.push(...found.users)
    before = messages[0]?.id ?? 0
    if (found.messages.length < pageSize) break
  }
  return { messages: messages.filter(({ id }) => id > since), users }
}

/** The newest messages of a private chat before a number (0: of all), newer than `since`. Null for none. */
export async function historyPage(
  peer: Api.InputPeerUser,
  before: number,
  since: number,
  limit: number,
  ask: Ask,
): Promise<{
  readonly messages: readonly Api.TypeMessage[]
  readonly users: readonly Api.TypeUser[]
} | null> {
  const request = new tl.messages.GetHistory({
    peer,
    offsetId: before,
    offsetDate: 0,
    addOffset: 0,
    limit,
    maxId: 0,
    minId: since,
    hash: long(0),
  })
  const found = await ask(request)
  return 'messages' in found && found.messages.length > 0 ? found : null
}
