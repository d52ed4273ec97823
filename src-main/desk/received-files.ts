import { createHash } from 'node:crypto'
import type { Picture } from '../../src-preload/contract/files'
import {
  conversationChat,
  messageBox,
  numberIn,
  type StoredMedia,
  sentChat,
} from '../core/conversation/message'
import { readingBack } from '../core/conversation/read-back'

import type { DeskEvent, Recorded } from '../core/desk/events'
import type { FileRoom, Journal } from '../core/ports'
import { Refusal } from '../core/refusal'
import type { Accounts } from './accounts'
import type { Desk } from './desk'

const pageSize = 200

interface Found {
  readonly media: StoredMedia
  readonly message: { readonly chatId: string; readonly number: number }
}

/** Files of messages: looked up in the journal, fetched from Telegram once, kept in the profile. */
export class ReceivedFiles {
  private readonly fetching = new Map<string, Promise<Uint8Array>>()

  constructor(
    private readonly desk: Desk,
    private readonly journal: Journal,
    private readonly accounts: Pick<Accounts, 'download'>,
    private readonly room: FileRoom,
  ) {}

  /** @throws {@link Refusal} if the file is unknown, gone at Telegram or cannot be fetched now. */
  async bytes(
    ticketId: string,
    fileId: string,
  ): Promise<{ readonly name: string; readonly bytes: Uint8Array }> {
    const found = this.find(ticketId, fileId)
    return { name: found.media.name, bytes: await this.fetch(found) }
  }

  /** @throws {@link Refusal} `not-allowed` if it is no picture; its bytes decide, not its name. */
  async picture(ticketId: string, fileId: string): Promise<Picture> {
    const bytes = await this.fetch(this.find(ticketId, fileId))
    const mime = pictureMime(bytes)
    if (!mime) throw new Refusal('not-allowed', 'This file cannot be shown here. Save it instead.')
    return { mime, base64: Buffer.from(bytes).toString('base64') }
  }

  /** Two windows asking for one file fetch it once. */
  private fetch({ media, message }: Found): Promise<Uint8Array> {
    const path = createHash('sha256').update(`${message.chatId} ${media.fileId}`).digest('hex')
    const running = this.fetching.get(path)
    if (running) return running
    const fetching = this.fetchOnce(path, media, message).finally(() => this.fetching.delete(path))
    this.fetching.set(path, fetching)
    return fetching
  }

  private async fetchOnce(path: string, media: StoredMedia, message: Found['message']): Promise<Uint8Array> {
    if (await this.room.has(path)) return this.room.read(path)
    const bytes = await this.accounts.download(media, message)
    // A full disk keeps nobody from looking: what could not be kept is fetched again.
    await this.room.keepAs(path, bytes).catch(() => undefined)
    return bytes
  }

  private find(ticketId: string, fileId: string): Found {
    const ticket = this.desk.state.tickets.get(ticketId)
    const events = ticket ? readingBack(this.journal, ticket.conversationId, { chunk: pageSize }) : []
    for (const recorded of events) {
      const found = mediaOf(recorded, fileId)
      if (found) return found
    }
    throw new Refusal('not-found', 'This file is not part of the ticket.', { field: 'fileId' })
  }
}

function mediaOf({ event }: Recorded, fileId: string): Found | null {
  if (event.kind === 'message-received') {
    const { chatId, number } = event.message
    const media = event.message.media.find((one) => one.fileId === fileId)
    return media ? { media, message: { chatId, number } } : null
  }
  if (event.kind === 'message-edited') {
    const media = event.media?.find((one) => one.fileId === fileId)
    return media ? { media, message: { chatId: editedChat(event), number: numberIn(event.messageId) } } : null
  }
  if (event.kind === 'reply-sent' && event.number !== null) {
    const media = event.media.find((one) => one.fileId === fileId)
    return media ? { media, message: { chatId: sentChat(event), number: event.number } } : null
  }
  return null
}

/** The name of a message tells a group, and of private chats whose they are: which one, the conversation tells. */
function editedChat({ messageId, conversationId }: Extract<DeskEvent, { kind: 'message-edited' }>): string {
  const box = messageId.slice(0, messageId.lastIndexOf('/'))
  const chatId = conversationChat(conversationId)
  return messageBox(chatId) === box ? chatId : box
}

/** What a file really is, by its first bytes; null for anything the window will not draw. */
function pictureMime(bytes: Uint8Array): Picture['mime'] | null {
  const starts = (...head: number[]) => head.every((byte, at) => bytes[at] === byte)
  if (starts(0xff, 0xd8, 0xff)) return 'image/jpeg'
  if (starts(0x89, 0x50, 0x4e, 0x47)) return 'image/png'
  if (starts(0x47, 0x49, 0x46, 0x38)) return 'image/gif'
  if (starts(0x52, 0x49, 0x46, 0x46) && String.fromCharCode(...bytes.subarray(8, 12)) === 'WEBP')
    return 'image/webp'
  return null
}
