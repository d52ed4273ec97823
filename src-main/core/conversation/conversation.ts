/** A topic of the support group and what the desk knows of it. */
export interface Conversation {
  readonly id: string
  readonly chatId: string
  readonly topicId: number
  readonly title: string
  readonly state: 'open' | 'closed' | 'deleted'
  /** Its tickets, oldest first; the last is the current one. Empty until a customer writes. */
  readonly ticketIds: readonly string[]
  /** Number of the newest message known in it. */
  readonly lastNumber: number
  /** Customers have read our replies up to this message number. */
  readonly readUpTo: number
  /** Closes and reopens of ours that Telegram accepted but did not tell of yet (C12), oldest first. */
  readonly awaitedEchoes: readonly ('close' | 'reopen')[]
  /** The newest replies that went out, newest last, for repeated sends and late echoes. Bounded. */
  readonly sentReplies: readonly SentReply[]
  /** Numbers of the newest deleted messages, newest last: a deletion told twice is one. Bounded. */
  readonly deletedNumbers: readonly number[]
}

/** A reply that went out, as long as an echo of it may still come. */
export interface SentReply {
  readonly outboxId: string
  /** Null when Telegram only said that it has it. */
  readonly number: number | null
  /** How many messages it is at Telegram: one, or one per file of an album. */
  readonly parts: number
  /** Only while `number` is null: by it the echo is known. */
  readonly text: string | null
}
