import type { TlObject } from '../tl/schema'
import type { Markup } from './markup'

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
  | { readonly kind: 'basic'; readonly id: number }

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
  /** The data centre from which it has to be fetched. */
  dcId: number
}

export interface StoredDocument {
  readonly kind: 'document'
  readonly id: bigint
  readonly accessHash: bigint
  readonly at: number
  readonly name: string | null
  readonly mimeType: string
  readonly bytes: Buffer
  /** How large it says it is; larger than its bytes, so that tests need not hold them. */
  readonly sizeBytes?: number
  readonly image: { readonly width: number; readonly height: number } | null
  readonly thumb: PhotoSize | null
  /** What makes a voice note, a video or a sticker of it: kept as the sender described it, and never looked into. */
  readonly attributes: readonly TlObject[]
  fileReference: Buffer
  /** The data centre from which it has to be fetched. */
  dcId: number
}

/** Somebody's address card; `userId` is null where the phone belongs to nobody here. */
export interface SharedContact {
  readonly kind: 'contact'
  readonly phone: string
  readonly firstName: string
  readonly lastName: string
  readonly userId: number | null
}

export interface SharedPlace {
  readonly kind: 'place'
  readonly latitude: number
  readonly longitude: number
  readonly venue?: { readonly title: string; readonly address: string }
  /** Seconds for which it moves with its sender. */
  readonly livePeriod?: number
}

export interface SharedPoll {
  readonly kind: 'poll'
  readonly question: string
  readonly options: readonly string[]
}

export interface ThrownDice {
  readonly kind: 'dice'
  readonly emoji: string
  readonly value: number
}

/** What a client of this layer is told to know nothing of. */
export interface Unsupported {
  readonly kind: 'unsupported'
}

/** What lies in the file store. */
export type StoredFile = StoredPhoto | StoredDocument

export type Media = StoredFile | SharedContact | SharedPlace | SharedPoll | ThrownDice | Unsupported

/** Where a forwarded message was first (core.telegram.org/constructor/messageFwdHeader). */
export interface Forward {
  /** Null where the author does not want to be linked to: then only the name is told. */
  readonly userId: number | null
  readonly name: string
  readonly at: number
}

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
  | { readonly kind: 'basic-created'; readonly title: string; readonly userIds: readonly number[] }
  /** The last message of a basic group: from now on it is this supergroup. */
  | { readonly kind: 'migrated-to'; readonly groupId: number }
  /** The first message of a supergroup that was a basic group before. */
  | { readonly kind: 'migrated-from'; readonly title: string; readonly basicId: number }

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
  /** A bot's buttons under the message, or the keyboard it opens. */
  markup: Markup | null
  readonly forward: Forward | null
  editedAt: number | null
  deletedAt: number | null
  readonly versions: Version[]
  /** Outside supergroups each has a copy in a box of one's own: its id there, by the owner of the box. All copies share this map. */
  readonly copies: Map<number, number>
}

/** What one says in a message; everything else is filled in. */
export interface Draft {
  readonly text?: string
  readonly entities?: readonly TextEntity[]
  readonly media?: Media | null
  readonly replyTo?: number | null
  readonly groupedId?: bigint | null
  readonly randomId?: bigint | null
  readonly markup?: Markup | null
  readonly forward?: Forward | null
}
