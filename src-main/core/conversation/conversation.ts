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
}
