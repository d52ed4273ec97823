/** Telegram's limit for one message, in UTF-16 units (T12). */
export const messageMaxLength = 4096

/** Telegram's limit for text that goes with files, in UTF-16 units (T12). */
export const captionMaxLength = 1024

/** How many files one reply may carry: an album. */
export const filesMax = 10

/** Telegram's limit for one upload here (T12). */
export const attachmentMaxBytes = 50 * 1024 * 1024
