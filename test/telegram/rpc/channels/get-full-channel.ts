import { Api } from 'telegram'
import { given, long } from '../../tl/values'
import { tlGroup } from '../../view/peers'
import { NO_SETTINGS } from '../../view/topic'
import { unreadInGroup } from '../../world/read'
import { findGroup } from '../messages/find-peer'
import { method } from '../method'

/** core.telegram.org/method/channels.getFullChannel */
export const getFullChannel = method(Api.channels.GetFullChannel, 'signed-in', (call, request) => {
  const { group, member } = findGroup(call, request.channel)
  const admins = [...group.members.values()].filter(({ role }) => role !== 'member')
  return new Api.messages.ChatFull({
    fullChat: new Api.ChannelFull(
      given({
        canViewParticipants: true,
        id: long(group.id),
        about: '',
        participantsCount: group.members.size,
        adminsCount: admins.length,
        readInboxMaxId: Math.max(0, ...member.readMaxIds.values()),
        readOutboxMaxId: 0,
        unreadCount: unreadInGroup(group, member),
        chatPhoto: new Api.PhotoEmpty({ id: long(0) }),
        notifySettings: NO_SETTINGS(),
        botInfo: [],
        slowmodeSeconds: group.slowModeSeconds > 0 ? group.slowModeSeconds : undefined,
        migratedFromChatId: group.migratedFrom === null ? undefined : long(group.migratedFrom),
        // What was written before has ids of the boxes: none of them lies in this group.
        migratedFromMaxId: group.migratedFrom === null ? undefined : 0,
        pts: group.pts,
      }),
    ),
    chats: [tlGroup(group, call.me.id)],
    users: [],
  })
})
