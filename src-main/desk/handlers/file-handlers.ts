import type { Handlers } from '../../../src-preload/contract/desk'
import type { Desktop } from '../../core/ports'
import type { Attachments } from '../attachments'
import type { ReceivedFiles } from '../received-files'

/** Commands of `files`: choosing what to send, showing and saving what was received. */
export function fileHandlers(
  attachments: Attachments,
  received: ReceivedFiles,
  desktop: Desktop,
): Handlers['files'] {
  return {
    pick: async () => {
      const picked = await desktop.pickFiles()
      // All of them or none: one that is refused must not leave behind others that nobody is told of.
      for (const { name, bytes } of picked) attachments.check(name, bytes.length)
      const added = []
      for (const { name, mime, bytes } of picked) added.push(await attachments.add(name, mime, bytes))
      return added
    },
    stage: ({ name, mime, base64 }) => attachments.add(name, mime, Buffer.from(base64, 'base64')),
    picture: ({ ticketId, fileId }) => received.picture(ticketId, fileId),
    save: async ({ ticketId, fileId }) => {
      const { name, bytes } = await received.bytes(ticketId, fileId)
      return desktop.saveFile(name, bytes)
    },
  }
}
