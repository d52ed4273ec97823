import { Api } from 'telegram'
import { seconds } from '../clock'
import { given, long } from '../tl/values'
import type { Account, QtsEvent } from '../world/account'
import type { ChatEvent, Passing, Sequence } from '../world/events'
import type { World } from '../world/world'
import { peerOf, tlMessage } from './message'
import { tlStatus, userPeer } from './peers'

/** A counted event as an update, with the pts it has in its sequence. */
export function tlCounted(sequence: Sequence, event: ChatEvent, me: number): Api.TypeUpdate {
  const { pts, ptsCount, change } = event
  const isGroup = sequence.kind === 'group'
  switch (change.kind) {
    case 'new': {
      const message = tlMessage(change.message, me)
      const Update = isGroup ? Api.UpdateNewChannelMessage : Api.UpdateNewMessage
      return new Update({ message, pts, ptsCount })
    }
    case 'edited': {
      const message = tlMessage(change.message, me)
      const Update = isGroup ? Api.UpdateEditChannelMessage : Api.UpdateEditMessage
      return new Update({ message, pts, ptsCount })
    }
    case 'deleted': {
      const messages = [...change.ids]
      if (!isGroup) return new Api.UpdateDeleteMessages({ messages, pts, ptsCount })
      return new Api.UpdateDeleteChannelMessages({
        channelId: long(sequence.groupId),
        messages,
        pts,
        ptsCount,
      })
    }
    case 'read-inbox':
      return new Api.UpdateReadHistoryInbox({
        peer: peerOf(change.chat),
        maxId: change.maxId,
        stillUnreadCount: change.stillUnread,
        pts,
        ptsCount,
      })
    case 'read-outbox':
      return new Api.UpdateReadHistoryOutbox({
        peer: peerOf(change.chat),
        maxId: change.maxId,
        pts,
        ptsCount,
      })
  }
}

/** News without pts, as an update. */
export function tlPassing(world: World, news: Passing): Api.TypeUpdate {
  switch (news.kind) {
    case 'typing':
      return new Api.UpdateChannelUserTyping(
        given({
          channelId: long(news.groupId),
          topMsgId: news.topicId ?? undefined,
          fromId: userPeer(news.userId),
          action: new Api.SendMessageTypingAction(),
        }),
      )
    case 'typing-private':
      return new Api.UpdateUserTyping({
        userId: long(news.userId),
        action: new Api.SendMessageTypingAction(),
      })
    case 'group-changed':
      return new Api.UpdateChannel({ channelId: long(news.groupId) })
    case 'read-topic':
      return new Api.UpdateReadChannelDiscussionInbox({
        channelId: long(news.groupId),
        topMsgId: news.topicId,
        readMaxId: news.maxId,
      })
    case 'read-group':
      return new Api.UpdateReadChannelInbox({
        channelId: long(news.groupId),
        maxId: news.maxId,
        stillUnreadCount: news.stillUnread,
        pts: news.pts,
      })
    case 'others-read-topic':
      return new Api.UpdateReadChannelDiscussionOutbox({
        channelId: long(news.groupId),
        topMsgId: news.topicId,
        readMaxId: news.maxId,
      })
    case 'others-read-group':
      return new Api.UpdateReadChannelOutbox({ channelId: long(news.groupId), maxId: news.maxId })
    case 'status':
      return new Api.UpdateUserStatus({
        userId: long(news.userId),
        status: tlStatus(world, world.account(news.userId)),
      })
    case 'typing-basic':
      return new Api.UpdateChatUserTyping({
        chatId: long(news.basicId),
        fromId: userPeer(news.userId),
        action: new Api.SendMessageTypingAction(),
      })
    case 'basic-changed':
      return new Api.UpdateChat({ chatId: long(news.basicId) })
    case 'user-renamed':
      return renamed(world.account(news.userId))
    case 'user-changed':
      return new Api.UpdateUser({ userId: long(news.userId) })
    case 'peer-blocked':
      return new Api.UpdatePeerBlocked({ peerId: userPeer(news.userId), blocked: news.blocked })
    case 'bot-stopped':
      return tlBotStopped(news)
    case 'button-pressed':
      return pressed(world, news.queryId)
  }
}

/** Counts in qts, and is repeated by `getDifference` from there. */
export function tlBotStopped(event: QtsEvent): Api.UpdateBotStopped {
  const { userId, stopped, qts, at } = event
  return new Api.UpdateBotStopped({ userId: long(userId), date: seconds(at), stopped, qts })
}

function renamed(account: Account): Api.UpdateUserName {
  const { username } = account
  const usernames = username === null ? [] : [new Api.Username({ editable: true, active: true, username })]
  const { firstName, lastName } = account
  return new Api.UpdateUserName({ userId: long(account.id), firstName, lastName: lastName ?? '', usernames })
}

function pressed(world: World, queryId: bigint): Api.UpdateBotCallbackQuery {
  const query = world.pressed.get(queryId)
  if (query === undefined) throw new Error('a query is kept as long as the world lasts')
  return new Api.UpdateBotCallbackQuery({
    queryId: long(query.id),
    userId: long(query.by),
    peer: peerOf(query.message.chat),
    msgId: query.message.id,
    chatInstance: long(query.chatInstance),
    data: query.data,
  })
}
