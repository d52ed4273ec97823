import type { Account, PrivateChat } from './account'
import type { Draft } from './message'
import { makeMessage, type Posted } from './post'
import type { World } from './world'

export function privateChat(account: Account, userId: number): PrivateChat {
  const known = account.box.chats.get(userId)
  if (known !== undefined) return known
  const chat: PrivateChat = { userId, messageIds: [], readInboxMaxId: 0, readOutboxMaxId: 0 }
  account.box.chats.set(userId, chat)
  return chat
}

/** Writes to one person: a copy in each box, each with an id and a pts of its own. */
export function postPrivate(world: World, from: number, to: number, draft: Draft, origin?: unknown): Posted {
  const at = world.clock.now()
  const sender = world.account(from)
  const reader = world.account(to)
  const mine = makeMessage(sender.box.nextMessageId++, { kind: 'private', userId: to }, from, at, draft)
  sender.box.messages.set(mine.id, mine)
  privateChat(sender, to).messageIds.push(mine.id)
  const event = world.count({ kind: 'box', userId: from }, from, { kind: 'new', message: mine }, { origin })
  if (to === from) return { message: mine, event }
  const answered = draft.replyTo == null ? null : (sender.box.messages.get(draft.replyTo)?.twin ?? null)
  const theirDraft = { ...draft, replyTo: answered }
  const theirs = makeMessage(
    reader.box.nextMessageId++,
    { kind: 'private', userId: from },
    from,
    at,
    theirDraft,
  )
  mine.twin = theirs.id
  theirs.twin = mine.id
  reader.box.messages.set(theirs.id, theirs)
  privateChat(reader, from).messageIds.push(theirs.id)
  world.count({ kind: 'box', userId: to }, from, { kind: 'new', message: theirs })
  return { message: mine, event }
}
