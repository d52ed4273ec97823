import { Api } from 'telegram'
import { seconds } from '../../clock'
import { id } from '../../tl/values'
import { Mentioned } from '../../view/mentioned'
import { peerOf, tlMessage } from '../../view/message'
import { groupPeer } from '../../view/peers'
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

/**
 * Where a page begins: behind the dialog that the offset names, if it still has
 * the same newest message; else behind the date. Dates alone would lose those
 * that were written in the same second (core.telegram.org/api/offsets).
 */
function behindOffset(call: Call, all: readonly DialogRow[], offset: Api.messages.GetDialogs): DialogRow[] {
  if (offset.offsetDate <= 0 && offset.offsetId <= 0) return [...all]
  const named = offset.offsetPeer instanceof Api.InputPeerEmpty ? null : peerNamed(call, offset.offsetPeer)
  const last = all.findIndex(
    ({ dialog, top }) => named !== null && peerName(dialog.peer) === named && top?.id === offset.offsetId,
  )
  if (last >= 0) return all.slice(last + 1)
  return all.filter(({ top }) => {
    const date = top === null ? 0 : seconds(top.at)
    return date < offset.offsetDate || (date === offset.offsetDate && (top?.id ?? 0) < offset.offsetId)
  })
}

function peerNamed(call: Call, input: unknown): string {
  const peer = findPeer(call, input)
  return peerName(peer.kind === 'group' ? groupPeer(peer.group.id) : peerOf(boxRefOf(peer)))
}

function peerName(peer: Api.TypePeer): string {
  if (peer instanceof Api.PeerUser) return `user ${peer.userId}`
  return peer instanceof Api.PeerChat ? `chat ${peer.chatId}` : `channel ${peer.channelId}`
}

/** core.telegram.org/method/messages.getDialogs. */
export const getDialogs = method(Api.messages.GetDialogs, 'people', (call, request) => {
  const isArchive = request.folderId === 1
  const all = isArchive ? [] : allDialogs(call.world, call.me)
  const page = behindOffset(call, all, request).slice(
    0,
    Math.min(MOST, request.limit > 0 ? request.limit : MOST),
  )
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
