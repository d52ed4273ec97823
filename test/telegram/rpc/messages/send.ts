import type { Api } from 'telegram'
import { badRequest } from '../../rpc-error'
import { shortSent } from '../../view/short'
import { updatesOf } from '../../view/updates'
import { postInBasic } from '../../world/basic-group'
import type { Sequence } from '../../world/events'
import type { Draft, Media } from '../../world/message'
import { type Posted, post } from '../../world/post'
import { postPrivate } from '../../world/private'
import type { Call } from '../method'
import { findPeer } from './find-peer'
import { checkMayWrite, placeIn } from './may-write'
import { checkMayWriteInBasic, checkMayWriteTo } from './may-write-to'

const LONGEST_MESSAGE = 4096
const LONGEST_CAPTION = 1024

/** Text as the service keeps it: without blank ends. @throws MESSAGE_EMPTY, MESSAGE_TOO_LONG, MEDIA_CAPTION_TOO_LONG */
export function checkText(text: string, media: Media | null): string {
  if (media === null && text.trim() === '') throw badRequest('MESSAGE_EMPTY')
  if (media === null && text.length > LONGEST_MESSAGE) throw badRequest('MESSAGE_TOO_LONG')
  if (media !== null && text.length > LONGEST_CAPTION) throw badRequest('MEDIA_CAPTION_TOO_LONG')
  return text
}

/** One message of what is being sent, with the id under which its author knows it. */
export interface Outgoing {
  readonly draft: Draft
  readonly randomId: bigint
}

/**
 * Puts one message, or the parts of an album, into a chat. The author's own
 * session gets `updateMessageID` and the new message as the answer, once, and no
 * echo besides (core.telegram.org/api/updates#message-related-event-sequences).
 */
export function sendTo(
  call: Call,
  peerInput: unknown,
  replyTo: Api.TypeInputReplyTo | undefined,
  prepare: () => readonly Outgoing[],
): Api.Updates | Api.UpdateShortSentMessage {
  const peer = findPeer(call, peerInput)
  const { world, me, session } = call
  const sent = new Map<bigint, number>()
  const events: Posted['event'][] = []
  const keep = ({ message, event }: Posted, randomId: bigint) => {
    sent.set(randomId, message.id)
    events.push(event)
  }
  if (peer.kind !== 'group') {
    if (peer.kind === 'private') checkMayWriteTo(call, peer.other)
    else checkMayWriteInBasic(peer.basic)
    const answered = replyTo !== undefined && 'replyToMsgId' in replyTo ? replyTo.replyToMsgId : null
    for (const { draft, randomId } of prepare()) {
      const full = { ...draft, randomId, replyTo: answered }
      const posted =
        peer.kind === 'private'
          ? postPrivate(world, me.id, peer.other.id, full, session)
          : postInBasic(world, peer.basic, me.id, full, { origin: session })
      keep(posted, randomId)
    }
    const [event] = events
    const short = call.desk.switchboard.sendsShortForms && event && shortSent(event, me.id)
    return short || updatesOf(world, { kind: 'box', userId: me.id }, events, me.id, sent)
  }
  const { group, member } = peer
  const place = placeIn(group, replyTo)
  checkMayWrite(call, group, member, place)
  for (const { draft, randomId } of prepare()) {
    const full = { ...draft, randomId, replyTo: place.replyTo }
    keep(post(world, group, me.id, place.topicId, full, session), randomId)
  }
  member.lastSentAt = world.clock.now()
  const sequence: Sequence = { kind: 'group', groupId: group.id }
  return updatesOf(world, sequence, events, me.id, sent)
}
