import { Api } from 'telegram'
import { seconds } from '../../clock'
import { id } from '../../tl/values'
import { Mentioned } from '../../view/mentioned'
import { tlMessage } from '../../view/message'
import { isBot } from '../../world/account'
import type { Call } from '../method'
import { method } from '../method'
import { allDialogs, boxDialog, type DialogRow, groupDialog } from './dialogs'
import { boxRefOf, findPeer } from './find-peer'

const MOST = 100

function gather({ world, me }: Call, rows: readonly DialogRow[]) {
  const mentioned = new Mentioned(world, me.id)
  for (const { top } of rows) if (top !== null) mentioned.message(top)
  for (const { dialog } of rows)
    if (dialog.peer instanceof Api.PeerUser) mentioned.user(id(dialog.peer.userId))
  return {
    dialogs: rows.map(({ dialog }) => dialog),
    messages: rows.flatMap(({ top }) => (top === null ? [] : [tlMessage(top, me.id)])),
    chats: mentioned.chats,
    users: mentioned.users,
  }
}

/** core.telegram.org/method/messages.getDialogs. Pages go by the date of the newest message. */
export const getDialogs = method(Api.messages.GetDialogs, 'people', (call, request) => {
  const isArchive = request.folderId === 1
  const all = isArchive ? [] : allDialogs(call.world, call.me)
  const rest = all.filter(({ top }) => {
    if (request.offsetDate <= 0 || top === null) return true
    const date = seconds(top.at)
    return date < request.offsetDate || (date === request.offsetDate && top.id < request.offsetId)
  })
  const page = rest.slice(0, Math.min(MOST, request.limit > 0 ? request.limit : MOST))
  const isWhole = page.length === all.length
  return isWhole
    ? new Api.messages.Dialogs(gather(call, page))
    : new Api.messages.DialogsSlice({ ...gather(call, page), count: all.length })
})

/** core.telegram.org/method/messages.getPeerDialogs */
export const getPeerDialogs = method(Api.messages.GetPeerDialogs, 'people', (call, request) => {
  const rows = request.peers.map((each) => {
    const peer = findPeer(call, each instanceof Api.InputDialogPeer ? each.peer : each)
    return peer.kind === 'group' ? groupDialog(peer.group, peer.member) : boxDialog(call.me, boxRefOf(peer))
  })
  return new Api.messages.PeerDialogs({ ...gather(call, rows), state: stateOf(call) })
})

/** core.telegram.org/method/messages.getPinnedDialogs: nobody pins anything here. */
export const getPinnedDialogs = method(Api.messages.GetPinnedDialogs, 'people', (call) => {
  return new Api.messages.PeerDialogs({ ...gather(call, []), state: stateOf(call) })
})

/** Where the caller's sequences stand (core.telegram.org/constructor/updates.state). */
export function stateOf({ me, identity, world }: Call): Api.updates.State {
  return new Api.updates.State({
    pts: me.box.pts,
    qts: isBot(me) ? me.qts : 0,
    date: seconds(world.clock.now()),
    seq: identity.seq,
    unreadCount: 0,
  })
}
