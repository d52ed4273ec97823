import { Api } from 'telegram'
import { seconds } from '../../clock'
import { badRequest } from '../../rpc-error'
import { long } from '../../tl/values'
import { tlBotStopped, tlCounted, tlPassing } from '../../view/update'
import { mentionedIn } from '../../view/updates'
import type { Passing } from '../../world/events'
import { stateOf } from '../messages/get-dialogs'
import { type Call, method } from '../method'
import { forgottenPts, newMessages } from './missed'

const MOST_EVENTS = 500
const TOO_MANY = 5000

/**
 * core.telegram.org/method/updates.getDifference: what happened in one's own
 * box since `pts`, the uncounted news since `date`, and for every group that
 * changed since then a hint to ask it for its own difference. For bots also what
 * counts in qts. What is older than the horizon is forgotten: then the answer is
 * `differenceTooLong`, with the pts from which on things are still known.
 */
export const getDifference = method(Api.updates.GetDifference, 'signed-in', (call, request) => {
  const { me, world } = call
  if (request.pts <= 0) throw badRequest('PERSISTENT_TIMESTAMP_EMPTY')
  if (request.pts > me.box.pts) throw badRequest('PERSISTENT_TIMESTAMP_INVALID')
  const forgotten = forgottenPts(call, me.box.log)
  const missed = me.box.log.filter((event) => event.pts > request.pts)
  const isTooMuch = missed.length > TOO_MANY || call.desk.switchboard.boxTakesTooLong(me.id)
  if (isTooMuch) return new Api.updates.DifferenceTooLong({ pts: me.box.pts })
  if (forgotten > request.pts) return new Api.updates.DifferenceTooLong({ pts: forgotten })
  const events = missed.slice(0, MOST_EVENTS)
  const news = newsSince(call, request.date)
  const stops = me.qtsLog.filter(({ qts }) => qts > request.qts)
  const groups = [...world.groups.values()].filter(
    (group) => group.members.has(me.id) && seconds(group.lastEventAt) >= request.date,
  )
  if (events.length + news.length + stops.length + groups.length === 0) {
    return new Api.updates.DifferenceEmpty({ date: seconds(world.clock.now()), seq: call.identity.seq })
  }
  const sequence = { kind: 'box', userId: me.id } as const
  const mentioned = mentionedIn(world, sequence, events, me.id)
  for (const each of news) mentioned.passing(each)
  for (const { userId } of stops) mentioned.user(userId)
  for (const group of groups) mentioned.group(group.id)
  const others = events.filter((event) => event.change.kind !== 'new')
  const found = {
    newMessages: newMessages(events, me.id),
    newEncryptedMessages: [],
    otherUpdates: [
      ...others.map((event) => tlCounted(sequence, event, me.id)),
      ...news.map((each) => tlPassing(world, each)),
      ...stops.map(tlBotStopped),
      ...groups.map((group) => new Api.UpdateChannelTooLong({ channelId: long(group.id), pts: group.pts })),
    ],
    chats: mentioned.chats,
    users: mentioned.users,
  }
  const state = stateOf(call)
  if (events.length === missed.length) return new Api.updates.Difference({ ...found, state })
  state.pts = events.at(-1)?.pts ?? request.pts
  return new Api.updates.DifferenceSlice({ ...found, intermediateState: state })
})

/** A button that was answered, or whose bot came too late, is no news. */
function newsSince({ me, world }: Call, date: number): Passing[] {
  const fresh = me.seqLog.filter(({ at }) => seconds(at) >= date).map(({ news }) => news)
  return fresh.filter(
    (news) => news.kind !== 'button-pressed' || world.pressed.get(news.queryId)?.answer === null,
  )
}
