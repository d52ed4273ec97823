import type { TicketView } from '../../src-preload/contract/ticket'
import { dateOf, timeOf } from '../ui/time-words'
import { cleanLine } from './plain-text'

/** What keeps a reply from reaching the customer, known before anyone writes. */
export interface Obstacle {
  readonly kind: 'topic-deleted' | 'off-desk' | 'blocked' | 'customer-gone' | 'signed-out'
  readonly text: string
  /** Replies cannot be sent at all; else they wait. */
  readonly isFinal: boolean
}

type Reached = Pick<TicketView, 'way' | 'account' | 'isFollowed' | 'blockedAt' | 'topic' | 'customer'>

/** The obstacle in a ticket's way at `now` (epoch ms); null if there is none. */
export function obstacleOf(ticket: Reached, now: number): Obstacle | null {
  const { way, account, isFollowed, blockedAt, topic, customer } = ticket
  const name = cleanLine(customer.name, 'The customer')
  if (way === 'topic' && topic.state === 'deleted') {
    return {
      kind: 'topic-deleted',
      text: 'The topic was deleted in Telegram. Replies cannot be delivered.',
      isFinal: true,
    }
  }
  if (way !== 'topic' && customer.isDeleted) {
    return {
      kind: 'customer-gone',
      text: `${name} has deleted their Telegram account. Nothing can be delivered.`,
      isFinal: true,
    }
  }
  if (blockedAt !== null) {
    const isToday = dateOf(blockedAt, now) === dateOf(now, now)
    const since = isToday ? `at ${timeOf(blockedAt)}` : `on ${dateOf(blockedAt, now)}`
    return {
      kind: 'blocked',
      text: `${name} blocked the bot ${since}. Nothing can be delivered until they write again.`,
      isFinal: true,
    }
  }
  if (!isFollowed) {
    return {
      kind: 'off-desk',
      text:
        way === 'topic'
          ? 'This group is not followed any more. Follow it again to reply.'
          : 'This chat is off the desk: nothing of it is read. Put it back to reply.',
      isFinal: true,
    }
  }
  if (account === null) {
    return {
      kind: 'signed-out',
      text: 'The account this came through is signed out. Replies wait until it is signed in.',
      isFinal: false,
    }
  }
  return null
}
