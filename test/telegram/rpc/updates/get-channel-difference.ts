import { Api } from 'telegram'
import { badRequest } from '../../rpc-error'
import { Mentioned } from '../../view/mentioned'
import { tlMessage } from '../../view/message'
import { tlCounted } from '../../view/update'
import { isBot } from '../../world/account'
import { isToldOf } from '../../world/may-see'
import { groupDialog } from '../messages/dialogs'
import { findGroup } from '../messages/find-peer'
import { method } from '../method'
import { forgottenPts, newMessages } from './missed'

const TIMEOUT_SECONDS = 30
const TOO_MANY = 5000
const MOST_FOR_PEOPLE = 100
const MOST_FOR_BOTS = 100_000

/**
 * core.telegram.org/method/updates.getChannelDifference: what happened in one
 * group since `pts`, in slices until `final`. After too much, or when the
 * switchboard says so, just the newest state: `channelDifferenceTooLong`.
 */
export const getChannelDifference = method(Api.updates.GetChannelDifference, 'signed-in', (call, request) => {
  const { me, world, desk } = call
  const { group, member } = findGroup(call, request.channel)
  if (request.pts <= 0) throw badRequest('PERSISTENT_TIMESTAMP_EMPTY')
  if (request.pts > group.pts) throw badRequest('PERSISTENT_TIMESTAMP_INVALID')
  const mentioned = new Mentioned(world, me.id).group(group.id)
  const missed = group.log.filter((event) => event.pts > request.pts)
  const isForgotten = forgottenPts(call, group.log) > request.pts
  if (isForgotten || missed.length > TOO_MANY || desk.switchboard.takesTooLong(group.id)) {
    const { dialog, top } = groupDialog(group, member)
    if (top !== null) mentioned.message(top)
    return new Api.updates.ChannelDifferenceTooLong({
      final: true,
      timeout: TIMEOUT_SECONDS,
      dialog,
      messages: top === null ? [] : [tlMessage(top, me.id)],
      chats: mentioned.chats,
      users: mentioned.users,
    })
  }
  if (missed.length === 0) {
    return new Api.updates.ChannelDifferenceEmpty({ final: true, pts: group.pts, timeout: TIMEOUT_SECONDS })
  }
  const most = isBot(me) ? MOST_FOR_BOTS : MOST_FOR_PEOPLE
  const events = missed.slice(0, Math.min(most, Math.max(1, request.limit)))
  const sequence = { kind: 'group', groupId: group.id } as const
  const told = events.filter((event) => isToldOf(world, me, sequence, event))
  for (const { change } of told) if ('message' in change) mentioned.message(change.message)
  return new Api.updates.ChannelDifference({
    final: events.length === missed.length,
    pts: events.at(-1)?.pts ?? group.pts,
    timeout: TIMEOUT_SECONDS,
    newMessages: newMessages(told, me.id),
    otherUpdates: told
      .filter(({ change }) => change.kind !== 'new')
      .map((event) => tlCounted(sequence, event, me.id)),
    chats: mentioned.chats,
    users: mentioned.users,
  })
})
