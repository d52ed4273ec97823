import { Api } from 'telegram'
import { peerOf } from '../../view/message'
import { groupPeer } from '../../view/peers'
import { NO_SETTINGS } from '../../view/topic'
import type { Account } from '../../world/account'
import { boxChat } from '../../world/box'
import type { BoxRef } from '../../world/events'
import type { Group, Member } from '../../world/group'
import type { Message } from '../../world/message'
import { readByOthers, unreadInBox, unreadInGroup } from '../../world/read'
import type { World } from '../../world/world'

/** One row of the chat list, with its newest message. */
export interface DialogRow {
  readonly dialog: Api.Dialog
  readonly top: Message | null
}

const NOTHING_MARKED = { unreadMentionsCount: 0, unreadReactionsCount: 0, unreadPollVotesCount: 0 }

export function groupDialog(group: Group, member: Member): DialogRow {
  const top = newest(group)
  const dialog = new Api.Dialog({
    peer: groupPeer(group.id),
    topMessage: top?.id ?? 0,
    readInboxMaxId: Math.max(0, ...member.readMaxIds.values()),
    readOutboxMaxId: readByOthers(group, member.userId, 1),
    unreadCount: unreadInGroup(group, member),
    notifySettings: NO_SETTINGS(),
    pts: group.pts,
    ...NOTHING_MARKED,
  })
  return { dialog, top }
}

/** A private chat or a basic group. */
export function boxDialog(me: Account, chat: BoxRef): DialogRow {
  const known = boxChat(me, chat)
  const topId = known.messageIds.at(-1) ?? 0
  const dialog = new Api.Dialog({
    peer: peerOf(chat),
    topMessage: topId,
    readInboxMaxId: known.readInboxMaxId,
    readOutboxMaxId: known.readOutboxMaxId,
    unreadCount: unreadInBox(me, chat),
    notifySettings: NO_SETTINGS(),
    ...NOTHING_MARKED,
  })
  return { dialog, top: me.box.messages.get(topId) ?? null }
}

/** Groups one is in and private chats that have a message, newest first. */
export function allDialogs(world: World, me: Account): DialogRow[] {
  const groups = [...world.groups.values()].flatMap((group) => {
    const member = group.members.get(me.id)
    return member === undefined ? [] : [groupDialog(group, member)]
  })
  const people = [...me.box.chats.keys()].map((userId) => boxDialog(me, { kind: 'private', userId }))
  const basics = [...me.box.basicGroups.keys()].map((id) => boxDialog(me, { kind: 'basic', id }))
  const rows = [...groups, ...people, ...basics]
  return rows.filter(({ top }) => top !== null).sort((a, b) => (b.top?.at ?? 0) - (a.top?.at ?? 0))
}

/** Ids only grow, so the newest is the last one that is still there. */
export function newest(group: Group): Message | null {
  for (let id = group.nextMessageId - 1; id > 0; id--) {
    const message = group.messages.get(id)
    if (message !== undefined) return message
  }
  return null
}
