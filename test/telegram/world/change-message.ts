import type { ChatEvent } from './events'
import type { Group } from './group'
import type { Media, Message, TextEntity } from './message'
import type { World } from './world'

export interface NewText {
  readonly text: string
  readonly entities?: readonly TextEntity[]
  readonly media?: Media
}

function rewrite(world: World, message: Message, change: NewText): void {
  const at = world.clock.now()
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

/** Rewrites a private message in both boxes. */
export function editPrivate(
  world: World,
  by: number,
  message: Message,
  change: NewText,
  origin?: unknown,
): ChatEvent | null {
  if (message.chat.kind !== 'private') return null
  rewrite(world, message, change)
  const event = world.count({ kind: 'box', userId: by }, by, { kind: 'edited', message }, { origin })
  const twin = twinOf(world, message)
  if (twin !== null) {
    rewrite(world, twin, change)
    world.count({ kind: 'box', userId: message.chat.userId }, by, { kind: 'edited', message: twin })
  }
  return event
}

/** Deletes private messages from one's own box and, with `revoke`, from the other's. */
export function deletePrivate(
  world: World,
  by: number,
  ids: readonly number[],
  options: { readonly revoke: boolean; readonly origin?: unknown },
): ChatEvent | null {
  const { box } = world.account(by)
  const messages = ids.map((id) => box.messages.get(id)).filter((message) => message !== undefined)
  if (messages.length === 0) return null
  const twins = options.revoke ? messages.map((message) => twinOf(world, message)) : []
  for (const message of messages) drop(world, by, message)
  for (const twin of twins) {
    if (twin === null || twin.chat.kind !== 'private') continue
    const original = messages.find((message) => message.twin === twin.id)
    const owner = original?.chat.kind === 'private' ? original.chat.userId : null
    if (owner === null) continue
    drop(world, owner, twin)
    world.count({ kind: 'box', userId: owner }, by, { kind: 'deleted', ids: [twin.id] })
  }
  const change = { kind: 'deleted', ids: messages.map((message) => message.id) } as const
  return world.count({ kind: 'box', userId: by }, by, change, {
    ptsCount: messages.length,
    origin: options.origin,
  })
}

function drop(world: World, owner: number, message: Message): void {
  const { box } = world.account(owner)
  message.deletedAt = world.clock.now()
  box.messages.delete(message.id)
  if (message.chat.kind !== 'private') return
  const ids = box.chats.get(message.chat.userId)?.messageIds
  const index = ids?.indexOf(message.id) ?? -1
  if (index >= 0) ids?.splice(index, 1)
}

function twinOf(world: World, message: Message): Message | null {
  if (message.chat.kind !== 'private' || message.twin === null) return null
  return world.account(message.chat.userId).box.messages.get(message.twin) ?? null
}
