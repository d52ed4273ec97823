import type { Account } from './account'
import { boxChat } from './box'
import type { BoxRef } from './events'
import type { Action, Draft, Message } from './message'
import { makeMessage, type Posted } from './post'
import type { World } from './world'

/**
 * Writes to one person: a copy in each box, each with an id and a pts of its
 * own. Who was blocked does not notice: the message stays in the own box.
 */
export function postPrivate(world: World, from: number, to: number, draft: Draft, origin?: unknown): Posted {
  const reader = world.account(to)
  const hears = to !== from && !reader.blocked.has(from) && !reader.isDeactivated
  const own: Owner = { owner: world.account(from), chat: { kind: 'private', userId: to } }
  const theirs: Owner = { owner: reader, chat: { kind: 'private', userId: from } }
  return putCopies(world, from, hears ? [own, theirs] : [own], draft, { origin })
}

/** One who gets a copy, and which of their conversations it goes to. */
export interface Owner {
  readonly owner: Account
  readonly chat: BoxRef
}

/** Puts one message into several boxes; the first is the author's, and its copy is the answer. */
export function putCopies(
  world: World,
  from: number,
  owners: readonly Owner[],
  draft: Draft,
  options: { readonly origin?: unknown; readonly action?: Action } = {},
): Posted {
  const at = world.clock.now()
  const copies = new Map<number, number>()
  const more = { copies, ...(options.action === undefined ? {} : { action: options.action }) }
  const { messages } = world.account(from).box
  const answered = draft.replyTo == null ? undefined : messages.get(draft.replyTo)
  const made = owners.map(({ owner, chat }) => {
    const id = owner.box.nextMessageId++
    copies.set(owner.id, id)
    const replyTo = answered === undefined ? null : (copyFor(owner, answered)?.id ?? null)
    const message = makeMessage(id, chat, from, at, { ...draft, replyTo }, more)
    owner.box.messages.set(id, message)
    boxChat(owner, chat).messageIds.push(id)
    return { owner, message }
  })
  const [own] = made.map(({ owner, message }) => {
    const origin = owner.id === from ? options.origin : undefined
    const event = world.count({ kind: 'box', userId: owner.id }, from, { kind: 'new', message }, { origin })
    return { message, event }
  })
  if (own === undefined) throw new Error('a message needs at least its author')
  return own
}

/** The same message in somebody else's box; null where there is none. */
export function copyFor(owner: Account, message: Message): Message | null {
  const id = message.copies.get(owner.id)
  return id === undefined ? null : (owner.box.messages.get(id) ?? null)
}

/** All that have, or had, a copy of a message. */
export function holders(world: World, message: Message): Account[] {
  return [...message.copies.keys()].map((userId) => world.account(userId))
}
