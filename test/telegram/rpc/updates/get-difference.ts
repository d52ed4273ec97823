import { Api } from 'telegram'
import { seconds } from '../../clock'
import { badRequest } from '../../rpc-error'
import { long } from '../../tl/values'
import { Mentioned } from '../../view/mentioned'
import { tlMessage } from '../../view/message'
import { tlCounted, tlPassing } from '../../view/update'
import { stateOf } from '../messages/get-dialogs'
import { method } from '../method'

const MOST_EVENTS = 500
const TOO_MANY = 5000

/**
 * core.telegram.org/method/updates.getDifference: what happened in one's own
 * box since `pts`, the uncounted news since `date`, and for every group that
 * changed since then a hint to ask it for its own difference.
 */
export const getDifference = method(Api.updates.GetDifference, 'signed-in', (call, request) => {
  const { me, world } = call
  if (request.pts <= 0) throw badRequest('PERSISTENT_TIMESTAMP_EMPTY')
  if (request.pts > me.box.pts) throw badRequest('PERSISTENT_TIMESTAMP_INVALID')
  const missed = me.box.log.filter((event) => event.pts > request.pts)
  if (missed.length > TOO_MANY) return new Api.updates.DifferenceTooLong({ pts: me.box.pts })
  const events = missed.slice(0, MOST_EVENTS)
  const news = me.seqLog.filter(({ at }) => seconds(at) >= request.date)
  const groups = [...world.groups.values()].filter(
    (group) => group.members.has(me.id) && seconds(group.lastEventAt) >= request.date,
  )
  if (events.length === 0 && news.length === 0 && groups.length === 0) {
    return new Api.updates.DifferenceEmpty({ date: seconds(world.clock.now()), seq: call.identity.seq })
  }
  const mentioned = new Mentioned(world, me.id)
  for (const { change } of events) {
    if ('message' in change) mentioned.message(change.message)
    if ('userId' in change) mentioned.user(change.userId)
  }
  for (const { news: each } of news) mentioned.passing(each)
  for (const group of groups) mentioned.group(group.id)
  const isNew = (event: (typeof events)[number]) => event.change.kind === 'new'
  const found = {
    newMessages: events.flatMap(({ change }) => {
      return change.kind === 'new' && change.message.deletedAt === null
        ? [tlMessage(change.message, me.id)]
        : []
    }),
    newEncryptedMessages: [],
    otherUpdates: [
      ...events
        .filter((event) => !isNew(event))
        .map((event) => tlCounted({ kind: 'box', userId: me.id }, event, me.id)),
      ...news.map(({ news: each }) => tlPassing(world, each)),
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
