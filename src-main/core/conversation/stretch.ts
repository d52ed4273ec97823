import type { Recorded } from '../desk/events'
import type { KnownMessages } from '../desk/intents'
import type { DeskState } from '../desk/state'
import type { Hindrance } from '../outbox/delivery'
import type { Amendments } from './amendments'

/** Where a conversation's events are read: the journal, or a test's list. */
export interface ConversationEvents extends KnownMessages {
  read(
    conversationId: string,
    options: { readonly before?: number; readonly limit: number },
  ): readonly Recorded[]
}

/** What items show beside the events: names, what still waits, how the link does. */
export interface TimelineGround extends Hindrance {
  readonly events: ConversationEvents
  readonly state: DeskState
}

/** A stretch of a conversation's events at hand while its items are made. */
export interface Stretch extends TimelineGround {
  readonly conversationId: string
  readonly recorded: readonly Recorded[]
  readonly amendments: Amendments
}
