import { z } from 'zod'
import type { Attachment } from './files'
import { filesMax, messageMaxLength } from './limits'
import { ticketId } from './ticket'

/** What a stretch of text is. Offsets count UTF-16 units, as Telegram's do (core.telegram.org/api/entities). */
export const entityKinds = [
  'bold',
  'italic',
  'underline',
  'strike',
  'code',
  'pre',
  'spoiler',
  'quote',
  'link',
  'url',
  'email',
  'phone',
  'mention',
  'hashtag',
  'command',
] as const
/** Formatting of a stretch of text (core.telegram.org/api/entities). */
export const entity = z.strictObject({
  kind: z.enum(entityKinds),
  offset: z.number().int().min(0).max(4096),
  length: z.number().int().min(1).max(4096),
  /** For `link` only: http, https, mailto, tel or tg. */
  url: z.string().max(2048).optional(),
  /** For `pre` only. */
  language: z.string().max(32).optional(),
})
export type Entity = Readonly<z.infer<typeof entity>>

/** A photo or file of a message. `fileId` names it in `files.*`; the bytes come on demand. */
export interface Media {
  readonly kind: 'photo' | 'document' | 'video' | 'voice' | 'sticker'
  readonly fileId: string
  /** Safe to show and to save under: no path, no control or direction marks. */
  readonly name: string
  readonly mime: string
  readonly sizeBytes: number
  readonly width: number | null
  readonly height: number | null
  /** A tiny picture as a data URL, there at once; null if Telegram sent none. */
  readonly thumb: string | null
}

/** What a message holds that is neither words nor a file (core.telegram.org/type/MessageMedia). */
export type Content =
  | {
      readonly kind: 'place'
      /** Degrees, WGS 84. */
      readonly latitude: number
      readonly longitude: number
      /** Of a venue; null for a bare point. */
      readonly title: string | null
      readonly address: string | null
      /** Epoch ms: until then Telegram shows it moving. Here it stays where it was when it was sent. Null for a fixed one. */
      readonly liveUntil: number | null
    }
  | {
      readonly kind: 'contact'
      readonly name: string
      /** With + and the country code where Telegram knows it. */
      readonly phone: string
      /** It is the sender's own number: Telegram says so, not the sender. */
      readonly isOwn: boolean
    }
  | { readonly kind: 'poll'; readonly question: string; readonly options: readonly string[] }
  | { readonly kind: 'dice'; readonly emoji: string; readonly value: number }
  | { readonly kind: 'game'; readonly title: string; readonly description: string }
  /** What the desk cannot show: `what` is Telegram's name for it, such as `story`. */
  | { readonly kind: 'other'; readonly what: string }

/** Content with the desk's words for it on one line: `A place: Kiasma, Helsinki`. */
export type ContentView = Content & { readonly line: string }

/** Who wrote something. */
export interface Author {
  readonly id: string
  readonly name: string
  readonly isMe: boolean
}

/** What keeps a reply from going out; `turn` is nothing but the others. */
export type Waits = 'above' | 'offline' | 'sign-in' | 'pause' | 'turn'

/** How far a reply has come (telegram.md B.2; interface.md section 4). Times epoch ms. */
export type Delivery =
  | { readonly kind: 'received' }
  /** For Undo; `waits` is what it waits for once that is over. */
  | { readonly kind: 'held'; readonly until: number; readonly waits: Waits }
  | {
      readonly kind: 'queued'
      readonly waits: Waits
      readonly until: number | null
    }
  | { readonly kind: 'sending' }
  | { readonly kind: 'sent' }
  | { readonly kind: 'read' }
  /** `isStale`: stopped because the customer wrote what its author had not seen; sent again, it goes all the same. */
  | { readonly kind: 'failed'; readonly reason: string; readonly isStale?: true }
  | { readonly kind: 'uncertain'; readonly reason: string }

/** An earlier text of an edited message, with the files it had, oldest first in lists. */
export interface Version {
  readonly text: string
  readonly entities: readonly Entity[]
  readonly until: number
  /** Its files, where the edit put others in their place (none if it only added some). Absent where they stayed. */
  readonly media?: readonly Media[]
}

interface ItemBase {
  /** Stable: a message keeps it from queued to sent to edited. */
  readonly id: string
  /** Place in the conversation; grows with time. A reply that waits has that of its writing, but stands after all else. */
  readonly position: number
  readonly at: number
}

/** A message of the customer (`customer`) or the team (`team`), whatever way it went. */
export interface MessageItem extends ItemBase {
  readonly kind: 'message'
  readonly side: 'customer' | 'team'
  readonly author: Author
  readonly text: string
  readonly entities: readonly Entity[]
  readonly media: readonly Media[]
  readonly content: ContentView | null
  /** Messages with the same album id belong in one bubble. */
  readonly albumId: string | null
  readonly replyTo: { readonly itemId: string; readonly author: string; readonly text: string } | null
  readonly versions: readonly Version[]
  readonly editedAt: number | null
  readonly editedAfterReply: boolean
  readonly deletedAt: number | null
  /** It went with its topic; absent where it was deleted by itself. */
  readonly deletedWithTopic?: true
  readonly delivery: Delivery
  /** Set while and after it was ours to send: names it in `conversation.retry`, `discard`, `edit` and `delete`. */
  readonly outboxId: string | null
  /** Its words can be changed for the customer too: a reply of this desk that arrived. Absent for no. */
  readonly canEdit?: true
  /** It can be deleted for the customer too. Absent for no. */
  readonly canDelete?: true
  /** A change that is on its way to the customer, and what it waits for. Absent for none. */
  readonly changing?: { readonly kind: 'edit' | 'delete'; readonly delivery: Delivery }
}

/** A note only the team sees. It never leaves this machine (T11). */
export interface NoteItem extends ItemBase {
  readonly kind: 'note'
  readonly author: Author
  readonly text: string
}

/** Something that happened to the ticket, as one sentence in the desk's words. */
export interface EventItem extends ItemBase {
  readonly kind: 'event'
  readonly icon: 'ticket' | 'claim' | 'status' | 'priority' | 'title' | 'topic' | 'clock' | 'assign'
  readonly text: string
}

/** Whatever stands in a conversation. */
export type TimelineItem = MessageItem | NoteItem | EventItem

/** A stretch of a conversation, oldest first. `earlier` is the cursor for the one before it, null at the start. */
export interface TimelinePage {
  readonly ticketId: string
  readonly revision: number
  readonly items: readonly TimelineItem[]
  readonly earlier: string | null
  /** Position after which nothing had been seen when the page was read; null if all was seen. */
  readonly newFrom: number | null
}

/** What was not sent yet. One per ticket and mode; it survives everything (product.md 3, row 11). */
export interface Draft {
  readonly ticketId: string
  readonly mode: 'reply' | 'note'
  readonly text: string
  readonly replyTo: string | null
  /** Files that go with the reply, in their order; a note has none. */
  readonly attachments: readonly Attachment[]
  readonly savedAt: number
}

const replyTo = z.string().min(1).max(96).nullable()
/** A stretch of a conversation: the newest, or the one before a cursor (`TimelinePage.earlier`). */
export const timelineInput = z.strictObject({
  ticketId,
  before: z.string().max(4000).optional(),
  limit: z.number().int().min(1).max(200),
})
/** A reply to the customer. */
export const replyInput = z.strictObject({
  ticketId,
  /** Made by the window once per press of Send: the same id twice is the same reply. */
  replyId: z.uuid(),
  text: z.string().max(messageMaxLength),
  entities: z.array(entity).max(100),
  replyTo,
  /** Attachment ids from `files.pick` or `files.stage`. */
  attachments: z.array(z.string().min(1).max(96)).max(filesMax),
  after: z.enum(['nothing', 'wait', 'resolve']),
  /** Newest position the agent had on screen; a newer customer message is a `conflict` unless `force`. */
  seenPosition: z.number().int().min(0),
  force: z.boolean(),
})
/** Other words for a reply that arrived. */
export const editInput = z.strictObject({
  ticketId,
  outboxId: z.string().min(1).max(96),
  text: z.string().max(messageMaxLength),
  entities: z.array(entity).max(100),
})
/** A note for the team (T11). */
export const noteInput = z.strictObject({
  ticketId,
  noteId: z.uuid(),
  text: z.string().trim().min(1).max(messageMaxLength),
})
/** A reply that waits, failed or is uncertain. */
export const outboxRef = z.strictObject({ ticketId, outboxId: z.string().min(1).max(96) })
/** Up to which position the agent has seen a conversation. */
export const seenInput = z.strictObject({ ticketId, position: z.number().int().min(0) })
/** What was written and not sent yet, to be kept. */
export const draftInput = z.strictObject({
  ticketId,
  mode: z.enum(['reply', 'note']),
  text: z.string().max(messageMaxLength * 4),
  replyTo,
  /**
   * Ids of all files of the draft, in order; absent leaves them as they are. More than a reply may carry: what
   * came back with a discarded reply stands beside what was chosen since.
   */
  attachments: z.array(z.string().min(1).max(96)).max(100).optional(),
})
