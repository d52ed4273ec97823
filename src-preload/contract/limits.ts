/** Telegram's limit for one message, in UTF-16 units (T12). */
export const messageMaxLength = 4096

/** Telegram's limit for text that goes with files, in UTF-16 units (T12). */
export const captionMaxLength = 1024

/** How many files one reply may carry: an album. */
export const filesMax = 10

/** What the desk sends and opens (T12): a file is held in memory whole. */
export const attachmentMaxBytes = 50 * 1024 * 1024

const megabyte = 1024 * 1024
/** Telegram's limit for one file: 4,000 parts of 512 kB (core.telegram.org/api/files). */
const telegramMaxBytes = 2000 * megabyte

/** Why a file of this size cannot be sent, known before it is read; null if it can. */
export function tooLargeToSend(sizeBytes: number): string | null {
  if (sizeBytes <= attachmentMaxBytes) return null
  const size = Math.ceil(sizeBytes / megabyte).toLocaleString('en-GB')
  if (sizeBytes > telegramMaxBytes) return `Telegram takes files up to 2,000 MB. This one has ${size}.`
  return `Files up to 50 MB can be sent from here. This one has ${size}. Send it in Telegram.`
}
