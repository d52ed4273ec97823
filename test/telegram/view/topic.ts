import { Api } from 'telegram'
import { seconds } from '../clock'
import { given, long } from '../tl/values'
import type { Group, Topic } from '../world/group'
import { readByOthers, unreadInTopic } from '../world/read'
import { groupPeer, userPeer } from './peers'

export const NO_SETTINGS = () => new Api.PeerNotifySettings({})

/** A topic as `me` sees it, with one's own badge (core.telegram.org/api/forum). */
export function tlTopic(group: Group, topic: Topic, me: number): Api.ForumTopic {
  const member = group.members.get(me)
  return new Api.ForumTopic(
    given({
      id: topic.id,
      date: seconds(topic.at),
      peer: groupPeer(group.id),
      title: topic.title,
      iconColor: topic.iconColor,
      iconEmojiId: topic.iconEmojiId === null ? undefined : long(topic.iconEmojiId),
      my: topic.by === me,
      closed: topic.isClosed,
      hidden: topic.isHidden,
      pinned: topic.isPinned,
      topMessage: topic.messageIds.at(-1) ?? topic.id,
      readInboxMaxId: member?.readMaxIds.get(topic.id) ?? 0,
      readOutboxMaxId: readByOthers(group, me, topic.id),
      unreadCount: member === undefined ? 0 : unreadInTopic(group, member, topic.id),
      unreadMentionsCount: 0,
      unreadReactionsCount: 0,
      unreadPollVotesCount: 0,
      fromId: userPeer(topic.by),
      notifySettings: NO_SETTINGS(),
    }),
  )
}
