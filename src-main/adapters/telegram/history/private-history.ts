import type { Api } from 'telegram'
import { long, tl } from '../library'
import type { Ask } from '../link/ask'

const pageSize = 100

/** A page of a private chat's messages, oldest first. */
export interface PageBehind {
  readonly messages: readonly Api.TypeMessage[]
  readonly users: readonly Api.TypeUser[]
  /** How many are behind this page, as far as Telegram says. */
  readonly left: number
  readonly isLast: boolean
}

/**
 * The messages Telegram has of a private chat next behind a number (core.telegram.org/api/offsets: a negative offset
 * reads towards now). For personal accounts.
 */
export async function messagesBehind(since: number, peer: Api.InputPeerUser, ask: Ask): Promise<PageBehind> {
  const found = await ask(
    new tl.messages.GetHistory({
      peer,
      offsetId: since + 1,
      offsetDate: 0,
      addOffset: -pageSize,
      limit: pageSize,
      maxId: 0,
      minId: since,
      hash: long(0),
    }),
  )
  if (!('messages' in found)) return { messages: [], users: [], left: 0, isLast: true }
  const messages = found.messages.filter(({ id }) => id > since).sort((a, b) => a.id - b.id)
  const left = found instanceof tl.messages.MessagesSlice ? (found.offsetIdOffset ?? 0) : 0
  return { messages, users: found.users, left, isLast: messages.length < pageSize }
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
