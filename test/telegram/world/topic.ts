import type { Group, Topic } from './group'
import type { Action } from './message'
import { type Posted, postService } from './post'
import type { World } from './world'

/** The six colours a topic may have (core.telegram.org/api/forum). */
export const TOPIC_COLOURS = [0x6fb9f0, 0xffd67e, 0xcb86db, 0x8eee98, 0xff93b2, 0xfb6f5f] as const

export function openTopic(
  world: World,
  group: Group,
  by: number,
  title: string,
  options: {
    readonly iconColor?: number
    readonly iconEmojiId?: bigint
    readonly origin?: unknown
    readonly randomId?: bigint
  } = {},
): { readonly topic: Topic; readonly posted: Posted } {
  const id = group.nextMessageId++
  const iconColor = options.iconColor ?? TOPIC_COLOURS[id % TOPIC_COLOURS.length] ?? TOPIC_COLOURS[0]
  const topic: Topic = {
    id,
    by,
    at: world.clock.now(),
    title,
    iconColor,
    iconEmojiId: options.iconEmojiId ?? null,
    isClosed: false,
    isHidden: false,
    isPinned: false,
    isDeleted: false,
    messageIds: [],
  }
  group.topics.set(id, topic)
  const icon = options.iconEmojiId === undefined ? {} : { iconEmojiId: options.iconEmojiId }
  const action: Action = { kind: 'topic-created', title, iconColor, ...icon }
  const randomId = options.randomId === undefined ? {} : { randomId: options.randomId }
  const posted = postService(world, group, by, action, id, { id, origin: options.origin, ...randomId })
  return { topic, posted }
}

export type TopicChange = Omit<Extract<Action, { kind: 'topic-edited' }>, 'kind'>

/** Changes a topic and leaves the service message that tells of it. */
export function editTopic(
  world: World,
  group: Group,
  by: number,
  topic: Topic,
  change: TopicChange,
  origin?: unknown,
): Posted {
  if (change.title !== undefined) topic.title = change.title
  if (change.closed !== undefined) topic.isClosed = change.closed
  if (change.hidden !== undefined) topic.isHidden = change.hidden
  if (change.iconEmojiId !== undefined) topic.iconEmojiId = change.iconEmojiId
  return postService(world, group, by, { kind: 'topic-edited', ...change }, topic.id, { origin })
}
