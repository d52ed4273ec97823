import type { MessageItem } from '../../../src-preload/contract/conversation'

/** A message of Mira's with nothing special about it. */
export const plainMessage: MessageItem = {
  kind: 'message',
  id: 'm0',
  position: 0,
  at: 0,
  side: 'customer',
  author: { id: '70002', name: 'Mira', isMe: false },
  text: 'Hello',
  entities: [],
  media: [],
  albumId: null,
  replyTo: null,
  versions: [],
  content: null,
  editedAt: null,
  editedAfterReply: false,
  deletedAt: null,
  delivery: { kind: 'received' },
  outboxId: null,
}
