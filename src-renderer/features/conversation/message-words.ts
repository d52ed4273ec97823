import type { Delivery, MessageItem } from '../../../src-preload/contract/conversation'
import { cleanLine } from '../../desk/plain-text'
import { spanWords } from '../../ui/span-words'
import { dateOf, timeOf } from '../../ui/time-words'

export const authorName = (item: { readonly author: { readonly name: string } }) =>
  cleanLine(item.author.name, 'No name')

/** When a message was deleted (epoch ms): the time alone only on the day it was sent. */
export function deletedWords(at: number, sentAt: number): string {
  const isSameDay = new Date(at).toDateString() === new Date(sentAt).toDateString()
  return isSameDay ? `at ${timeOf(at)}` : `on ${dateOf(at, sentAt)} at ${timeOf(at)}`
}

/** What a bubble tells about its way to Telegram; null where a tick says it all. */
export interface DeliveryWords {
  readonly look: 'pending' | 'failed'
  readonly text: string
}

/** Delivery as words at `now` (epoch ms), which may have ticked last before the reply was written at `writtenAt` (epoch ms). */
export function deliveryWords(delivery: Delivery, now: number, writtenAt = 0): DeliveryWords | null {
  switch (delivery.kind) {
    case 'received':
    case 'sent':
    case 'read':
      return null
    case 'held':
      return { look: 'pending', text: heldWords(delivery, Math.max(now, writtenAt)) }
    case 'sending':
      return { look: 'pending', text: 'Sending' }
    case 'queued':
      return { look: 'pending', text: queuedWords(delivery, now) }
    case 'failed':
      return { look: 'failed', text: `Not sent: ${startLow(delivery.reason, delivery.isStale)}` }
    case 'uncertain':
      return { look: 'failed', text: 'Perhaps sent' }
  }
}

/** A change of a reply that is on its way to the customer, as words; null once it is there. */
export function changeWords(changing: MessageItem['changing']): string | null {
  if (changing === undefined) return null
  const { kind, delivery } = changing
  const waits = delivery.kind === 'queued' || delivery.kind === 'held' ? delivery.waits : 'turn'
  const isEdit = kind === 'edit'
  switch (waits) {
    case 'above':
      return isEdit ? 'The edit goes out after what waits before it' : 'Is deleted after what waits before it'
    case 'offline':
      return isEdit ? 'The edit goes out when online' : 'Is deleted when online'
    case 'sign-in':
      return isEdit ? 'The edit goes out when you sign in' : 'Is deleted when you sign in'
    case 'pause':
    case 'turn':
      return isEdit ? 'Saving the edit' : 'Deleting'
  }
}

/** A hold counts down; once it is over the reply goes, unless something else is in its way. */
function heldWords({ until, waits }: Extract<Delivery, { kind: 'held' }>, now: number): string {
  if (now < until) return `Sends in ${Math.ceil((until - now) / 1000)} s`
  return waits === 'turn' ? 'Sending' : queuedWords({ waits, until: null }, now)
}

function queuedWords(
  { waits, until }: Omit<Extract<Delivery, { kind: 'queued' }>, 'kind'>,
  now: number,
): string {
  const wait = until === null || until <= now ? '' : `, ${spanWords(until - now, 'up')}`
  switch (waits) {
    case 'above':
      return 'Waits for the message above'
    case 'offline':
      return 'Sends when online'
    case 'sign-in':
      return 'Sends when you sign in'
    case 'pause':
      return `Telegram asks for a pause${wait}`
    case 'turn':
      return `Waits for its turn${wait}`
  }
}

/** A sentence as a part of another: no capital at the start unless it is a name, no full stop at the end. */
function startLow(sentence: string, startsWithName = false): string {
  const bare = cleanLine(sentence)
    .replace(/^not sent[:,.]?\s*/i, '')
    .replace(/\.$/, '')
  if (startsWithName) return bare
  return /^(Telegram|[A-Z]{2})/.test(bare) ? bare : bare.charAt(0).toLowerCase() + bare.slice(1)
}

/** The name of a message for ears and tests (interface.md section 14). */
export function messageName(item: MessageItem): string {
  const who = `${item.side === 'customer' ? 'Message' : 'Reply'} from ${authorName(item)}`
  if (item.deletedAt !== null) return `${who}, deleted`
  const { kind } = item.delivery
  const way =
    kind === 'failed' || kind === 'uncertain'
      ? ', not sent'
      : kind === 'held' || kind === 'queued' || kind === 'sending'
        ? ', queued'
        : ''
  const line = item.content === null ? '' : cleanLine(item.content.line)
  const what = line === '' ? '' : `, ${line.charAt(0).toLowerCase()}${line.slice(1)}`
  return `${who}${what}${item.editedAt === null ? '' : ', edited'}${way}`
}
