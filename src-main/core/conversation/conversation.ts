import type { ReplyOrigin } from '../outbox/entry'

/** A private chat between a customer and one of the desk's accounts. */
export interface PrivateSide {
  readonly accountId: string
  readonly personId: string
  readonly via: 'bot' | 'user'
  /** When the customer blocked the bot (epoch ms); null while they can be written to. */
  readonly blockedAt: number | null
  /** False once the agent took the chat off the desk: nothing of it is read any more. */
  readonly isFollowed: boolean
}

/** The topic of the staff group that a bot's private chat is copied into. */
export interface Mirror {
  readonly groupId: string
  /** Null until it was made. */
  readonly topicId: number | null
  readonly title: string
  readonly state: 'making' | 'open' | 'closed' | 'deleted'
  /** Why Telegram refused to make it; absent once it was made. */
  readonly refused?: string
  /** Which message of the private chat is which of the topic, newest last. Bounded. */
  readonly copies: readonly Copy[]
}

/** A message of the private chat and its twin in the staff group. */
export interface Copy {
  readonly privateNumber: number
  readonly topicNumber: number
  /** Which of the two was there first. */
  readonly from: 'private' | 'topic'
  /** Which part, from the second on, of what went over in several. */
  readonly part?: number
  /** It has files: Telegram takes less text with them. */
  readonly isCaption?: true
  /** Whose it is, where the twin begins with that name. */
  readonly who?: string
}

/** A topic of a public group or a private chat, and what the desk knows of it. */
export interface Conversation {
  readonly id: string
  readonly chatId: string
  /** Where it is now; a topic that was made anew has another id than in `id`. */
  readonly topicId: number
  readonly title: string
  readonly state: 'open' | 'closed' | 'deleted'
  /** Null for a topic. */
  readonly privately: PrivateSide | null
  /** Null where nothing is copied. */
  readonly mirror: Mirror | null
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
  /** Whose answer it is, only while `number` is null; absent for what the desk wrote by itself. */
  readonly answers?: string
  /** What the staff group's message is to be told once the number is known; absent then, and for what came from elsewhere. */
  readonly fromTopic?: FromTopic
}

/** What is kept of a reply from the staff group that is at the customer, until Telegram names the message. */
export interface FromTopic {
  readonly origin: ReplyOrigin
  readonly authorId: string | null
  readonly isCaption: boolean
}
