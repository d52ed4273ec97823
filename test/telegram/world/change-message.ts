import { type Account, isBot } from './account'
import { boxChat } from './box'
import type { ChatEvent } from './events'
import type { Group } from './group'
import type { Markup } from './markup'
import type { Media, Message, TextEntity } from './message'
import { copyFor, holders } from './private'
import type { World } from './world'

export interface NewText {
  readonly text: string
  readonly entities?: readonly TextEntity[]
  readonly media?: Media
  /** Left out, the buttons stay as they are; null takes them off. */
  readonly markup?: Markup | null
}

function rewrite(world: World, message: Message, change: NewText): void {
  const at = world.clock.now()
  if (change.markup !== undefined) message.markup = change.markup
  // Other buttons alone are no edit: the message is not marked as one that was changed.
  const isSameText = change.text === message.text && change.entities === message.entities
  if (change.markup !== undefined && isSameText && change.media === undefined) return
  message.versions.push({ text: message.text, entities: message.entities, until: at })
  message.text = change.text
  message.entities = change.entities ?? []
  if (change.media !== undefined) message.media = change.media
  message.editedAt = at
}

/** Rewrites a message, keeping what it said before for the record. */
export function editInGroup(
  world: World,
  group: Group,
  by: number,
  message: Message,
  change: NewText,
  origin?: unknown,
): ChatEvent {
  rewrite(world, message, change)
  return world.count({ kind: 'group', groupId: group.id }, by, { kind: 'edited', message }, { origin })
}

/** Deletes what is there of these ids; null if nothing was. */
export function deleteInGroup(
  world: World,
  group: Group,
  by: number,
  ids: readonly number[],
  origin?: unknown,
): ChatEvent | null {
  const there = ids.filter((id) => group.messages.has(id))
  if (there.length === 0) return null
  for (const id of there) {
    const message = group.messages.get(id)
    if (message === undefined) continue
    message.deletedAt = world.clock.now()
    group.messages.delete(id)
    const inTopic = group.topics.get(message.topicId ?? 1)?.messageIds
    const index = inTopic?.indexOf(id) ?? -1
    if (index >= 0) inTopic?.splice(index, 1)
  }
  const options = { ptsCount: there.length, origin }
  return world.count({ kind: 'group', groupId: group.id }, by, { kind: 'deleted', ids: there }, options)
}

/** Rewrites a message in every box that has a copy. @returns what the author's own box counts. */
export function editInBoxes(
  world: World,
  by: number,
  message: Message,
  change: NewText,
  origin?: unknown,
): ChatEvent | null {
  let own: ChatEvent | null = null
  for (const owner of holders(world, message)) {
    const copy = copyFor(owner, message)
    if (copy === null) continue
    rewrite(world, copy, change)
    const options = owner.id === by ? { origin } : {}
    const sequence = { kind: 'box', userId: owner.id } as const
    const event = world.count(sequence, by, { kind: 'edited', message: copy }, options)
    if (owner.id === by) own = event
  }
  return own
}

/** Deletes messages from one's own box and, with `revoke`, from all others'. Bots are not told of it. */
export function deleteInBoxes(
  world: World,
  by: number,
  ids: readonly number[],
  options: { readonly revoke: boolean; readonly origin?: unknown },
): ChatEvent | null {
  const me = world.account(by)
  const messages = ids.map((id) => me.box.messages.get(id)).filter((message) => message !== undefined)
  if (messages.length === 0) return null
  const gone = new Map<Account, number[]>()
  for (const message of messages) {
    const others = options.revoke ? holders(world, message).filter((owner) => owner !== me) : []
    for (const owner of others) {
      const copy = copyFor(owner, message)
      if (copy === null) continue
      drop(world, owner, copy)
      gone.set(owner, [...(gone.get(owner) ?? []), copy.id])
    }
    drop(world, me, message)
  }
  for (const [owner, theirs] of gone) {
    if (isBot(owner)) continue
    const change = { kind: 'deleted', ids: theirs } as const
    world.count({ kind: 'box', userId: owner.id }, by, change, { ptsCount: theirs.length })
  }
  const change = { kind: 'deleted', ids: messages.map((message) => message.id) } as const
  const { origin } = options
  return world.count({ kind: 'box', userId: by }, by, change, { ptsCount: messages.length, origin })
}

function drop(world: World, owner: Account, message: Message): void {
  message.deletedAt = world.clock.now()
  owner.box.messages.delete(message.id)
  if (message.chat.kind === 'group') return
  const ids = boxChat(owner, message.chat).messageIds
  const index = ids.indexOf(message.id)
  if (index >= 0) ids.splice(index, 1)
}
