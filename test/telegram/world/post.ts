import type { ChatEvent } from './events'
import type { Group } from './group'
import type { Action, ChatRef, Draft, Message } from './message'
import type { World } from './world'

/** A message and the event that told of it. */
export interface Posted {
  readonly message: Message
  readonly event: ChatEvent
}

export function makeMessage(
  id: number,
  chat: ChatRef,
  from: number,
  at: number,
  draft: Draft,
  more: {
    readonly action?: Action
    readonly topicId?: number | null
    readonly copies?: Map<number, number>
  } = {},
): Message {
  return {
    id,
    chat,
    from,
    at,
    text: draft.text ?? '',
    entities: draft.entities ?? [],
    media: draft.media ?? null,
    action: more.action ?? null,
    replyTo: draft.replyTo ?? null,
    topicId: more.topicId ?? null,
    groupedId: draft.groupedId ?? null,
    randomId: draft.randomId ?? null,
    markup: draft.markup ?? null,
    forward: draft.forward ?? null,
    editedAt: null,
    deletedAt: null,
    versions: [],
    copies: more.copies ?? new Map(),
  }
}

/** Puts a message into a group without asking whether its author may: see `rpc` for the rules. */
export function post(
  world: World,
  group: Group,
  from: number,
  topicId: number | null,
  draft: Draft,
  origin?: unknown,
): Posted {
  const id = group.nextMessageId++
  return store(
    world,
    group,
    makeMessage(id, { kind: 'group', id: group.id }, from, world.clock.now(), draft, { topicId }),
    origin,
  )
}

/** A message that tells of an act: a topic made or closed, somebody who joined. */
export function postService(
  world: World,
  group: Group,
  from: number,
  action: Action,
  topicId: number | null,
  options: { readonly id?: number; readonly origin?: unknown; readonly randomId?: bigint } = {},
): Posted {
  const id = options.id ?? group.nextMessageId++
  const draft: Draft = { randomId: options.randomId ?? null }
  const message = makeMessage(id, { kind: 'group', id: group.id }, from, world.clock.now(), draft, {
    action,
    topicId,
  })
  return store(world, group, message, options.origin)
}

function store(world: World, group: Group, message: Message, origin: unknown): Posted {
  group.messages.set(message.id, message)
  group.topics.get(message.topicId ?? 1)?.messageIds.push(message.id)
  const member = group.members.get(message.from)
  // Writing in a topic means one has seen it.
  member?.readMaxIds.set(message.topicId ?? 1, message.id)
  const event = world.count(
    { kind: 'group', groupId: group.id },
    message.from,
    { kind: 'new', message },
    { origin },
  )
  return { message, event }
}
