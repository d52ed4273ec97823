import { z } from 'zod'
import { attachmentMaxBytes } from './limits'

/** A file chosen to be sent, copied to a safe place already. */
export interface Attachment {
  readonly id: string
  readonly name: string
  readonly mime: string
  readonly sizeBytes: number
}

/** Bytes for the window to show. Base64, because the window loads nothing from outside. */
export interface Picture {
  readonly mime: 'image/jpeg' | 'image/png' | 'image/webp' | 'image/gif'
  readonly base64: string
}

/** A file of a message, by the ticket it came with. */
export const fileRef = z.strictObject({
  ticketId: z.string().min(1).max(96),
  fileId: z.string().min(1).max(96),
})
/** Bytes pasted or dropped into the composer. */
export const stageInput = z.strictObject({
  name: z.string().min(1).max(255),
  mime: z.string().max(127),
  base64: z.base64().max(Math.ceil(attachmentMaxBytes / 3) * 4),
})
