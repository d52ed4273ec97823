import { Api } from 'telegram'
import { seconds } from '../clock'
import { long } from '../tl/values'
import type { ChatEvent, Passing, Sequence } from '../world/events'
import type { World } from '../world/world'
import { Mentioned } from './mentioned'
import { tlCounted, tlPassing } from './update'

/** Who an event speaks of. */
export function mentionedIn(
  world: World,
  sequence: Sequence,
  events: readonly ChatEvent[],
  me: number,
  othersAreMin = false,
): Mentioned {
  const mentioned = new Mentioned(world, me, othersAreMin)
  if (sequence.kind === 'group') mentioned.group(sequence.groupId)
  for (const { change } of events) {
    if ('message' in change) mentioned.message(change.message)
    if ('chat' in change) mentioned.chat(change.chat)
  }
  return mentioned
}

/** One or several counted events as they are pushed. Their order is in their pts, so seq is 0. */
export function updatesOf(
  world: World,
  sequence: Sequence,
  events: readonly ChatEvent[],
  me: number,
  /** For the author's own answer: which random_id became which message. */
  sent: ReadonlyMap<bigint, number> = new Map(),
  othersAreMin = false,
): Api.Updates {
  const mentioned = mentionedIn(world, sequence, events, me, othersAreMin)
  const ids = [...sent].map(([randomId, id]) => new Api.UpdateMessageID({ id, randomId: long(randomId) }))
  return new Api.Updates({
    updates: [...ids, ...events.map((event) => tlCounted(sequence, event, me))],
    users: mentioned.users,
    chats: mentioned.chats,
    date: seconds(world.clock.now()),
    seq: 0,
  })
}

/** Passing news as it is pushed; `seq` is 0 where it need not be counted. */
export function passingUpdates(world: World, news: Passing, me: number, seq: number): Api.Updates {
  const mentioned = new Mentioned(world, me).passing(news)
  return new Api.Updates({
    updates: [tlPassing(world, news)],
    users: mentioned.users,
    chats: mentioned.chats,
    date: seconds(world.clock.now()),
    seq,
  })
}
