import { Api } from 'telegram'
import { given, long } from '../tl/values'
import type { ChatEvent, Passing, Sequence } from '../world/events'
import type { World } from '../world/world'
import { tlMessage } from './message'
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
        peer: userPeer(change.userId),
        maxId: change.maxId,
        stillUnreadCount: change.stillUnread,
        pts,
        ptsCount,
      })
    case 'read-outbox':
      return new Api.UpdateReadHistoryOutbox({
        peer: userPeer(change.userId),
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
  }
}
