/** A stretch of formatted text; offsets and lengths count UTF-16 units (core.telegram.org/api/entities). */
export interface TextEntity {
  /** The TL constructor without its prefix: `bold`, `textUrl`, `pre`, `mentionName`... */
  readonly kind: string
  readonly offset: number
  readonly length: number
  readonly url?: string
  readonly language?: string
  readonly userId?: number
  readonly documentId?: bigint
}

/** Which conversation a message belongs to, seen from one account. */
export type ChatRef =
  | { readonly kind: 'group'; readonly id: number }
  | { readonly kind: 'private'; readonly userId: number }

/** One size of a photo. `stripped` is a tiny JPEG without its header, sent inside the message. */
export interface PhotoSize {
  readonly type: string
  readonly width: number
  readonly height: number
  readonly bytes: Buffer
}

export interface StoredPhoto {
  readonly kind: 'photo'
  readonly id: bigint
  readonly accessHash: bigint
  readonly at: number
  readonly stripped: Buffer | null
  readonly sizes: readonly PhotoSize[]
  fileReference: Buffer
}

export interface StoredDocument {
  readonly kind: 'document'
  readonly id: bigint
  readonly accessHash: bigint
  readonly at: number
  readonly name: string | null
  readonly mimeType: string
  readonly bytes: Buffer
  readonly image: { readonly width: number; readonly height: number } | null
  readonly thumb: PhotoSize | null
  fileReference: Buffer
}

export type Media = StoredPhoto | StoredDocument

/** What a service message tells; its text is empty. */
export type Action =
  | { readonly kind: 'group-created'; readonly title: string }
  | {
      readonly kind: 'topic-created'
      readonly title: string
      readonly iconColor: number
      readonly iconEmojiId?: bigint
    }
  | {
      readonly kind: 'topic-edited'
      readonly title?: string
      readonly closed?: boolean
      readonly hidden?: boolean
      readonly iconEmojiId?: bigint
    }
  | { readonly kind: 'members-added'; readonly userIds: readonly number[] }
  | { readonly kind: 'member-left'; readonly userId: number }
  | { readonly kind: 'joined-by-link'; readonly inviterId: number }

/** A version that an edit replaced, for the record. */
export interface Version {
  readonly text: string
  readonly entities: readonly TextEntity[]
  readonly until: number
}

export interface Message {
  readonly id: number
  readonly chat: ChatRef
  readonly from: number
  /** Epoch milliseconds of the world's clock. */
  readonly at: number
  text: string
  entities: readonly TextEntity[]
  media: Media | null
  readonly action: Action | null
  /** The message answered, or null. Its topic's first message does not count as an answer. */
  readonly replyTo: number | null
  /** The topic in a forum (1 = General); null outside forums. */
  readonly topicId: number | null
  /** Ties the parts of an album together. */
  readonly groupedId: bigint | null
  readonly randomId: bigint | null
  editedAt: number | null
  deletedAt: number | null
  readonly versions: Version[]
  /** In a private chat: the id of the same message in the other one's box. */
  twin: number | null
}

/** What one says in a message; everything else is filled in. */
export interface Draft {
  readonly text?: string
  readonly entities?: readonly TextEntity[]
  readonly media?: Media | null
  readonly replyTo?: number | null
  readonly groupedId?: bigint | null
  readonly randomId?: bigint | null
}
