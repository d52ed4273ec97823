/** What is known of neighbouring events, as columns of numbers; see {@link EventIndex} for what they number. */
export interface EventColumns {
  /** Per event: where it starts in its segment, and its conversation plus one (0 for none). */
  readonly offsets: Uint32Array
  readonly homes: Uint32Array
  /** Per event that places a message: which event (from 0), the message's chat and number, and its ticket. */
  readonly placing: Uint32Array
  readonly chats: Uint32Array
  readonly numbers: Uint32Array
  /** {@link isEdit} where the event holds a newer text. */
  readonly tickets: Uint32Array
}

/** In the order in which they are kept. */
export const columnNames = ['offsets', 'homes', 'placing', 'chats', 'numbers', 'tickets'] as const

/** In place of a ticket: the event holds a newer text of the message. */
export const isEdit = 0xffffffff
