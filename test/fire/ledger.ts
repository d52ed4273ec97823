import type { Party, Where } from '../telegram/people'
import type { Message } from '../telegram/world/message'

/** Where a customer and the team talk: a topic, a chat with the bot, or a chat with an agent. */
export interface Place {
  readonly name: string
  readonly kind: 'topic' | 'bot' | 'private'
  readonly customer: Party
  /** As the customer writes there. */
  readonly where: Where
  readonly conversationId: string
}

/** What a customer, or a colleague from plain Telegram, wrote. Its `name` begins its text, edited or not. */
export interface Written {
  readonly place: Place
  readonly side: 'customer' | 'team'
  readonly name: string
  readonly message: Message
  /** Files, if it is an album. */
  readonly parts: number
  text: string
  edits: number
  isDeleted: boolean
}

/** What an agent asked the desk to send or to note, or wrote into the staff's topic. */
export interface Asked {
  readonly place: Place
  readonly text: string
  readonly from: 'desk' | 'staff room' | 'note'
  /** The desk said yes: from then on it must arrive. */
  isAcknowledged: boolean
}

/** What really happened on both sides, to be compared with what the desk says. */
export class Ledger {
  readonly written: Written[] = []
  readonly asked: Asked[] = []
  private last = 0

  /** A name nothing else has: what it begins with is known by it. */
  nextName(what: string): string {
    return `${what} ${++this.last}.`
  }

  wroteIn(place: Place): readonly Written[] {
    return this.written.filter((one) => one.place === place)
  }

  askedIn(place: Place): readonly Asked[] {
    return this.asked.filter((one) => one.place === place)
  }
}
