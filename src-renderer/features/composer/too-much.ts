import { captionMaxLength, filesMax, messageMaxLength } from '../../../src-preload/contract/limits'
import type { Mode } from '../../desk/draft-store'

const number = (count: number) => count.toLocaleString('en-GB')

/** How many characters may go out: fewer where files go with them (T12). */
export const longest = (mode: Mode, files: number): number =>
  mode === 'reply' && files > 0 ? captionMaxLength : messageMaxLength

/** Why this cannot go out, and what to do about it; null if it can. `length` counts what the customer would read. */
export function tooMuch(mode: Mode, length: number, files: number): string | null {
  if (mode === 'reply' && files > filesMax)
    return `One reply takes ${filesMax} files. Remove ${files - filesMax}, or send them with another reply.`
  const most = longest(mode, files)
  if (length <= most) return null
  if (mode === 'note')
    return `A note takes ${number(most)} characters. Cut ${number(length - most)}, or write two.`
  return files > 0
    ? `With a file, Telegram takes ${number(most)} characters. Send the files and the text as two replies, or cut ${number(length - most)}.`
    : `Telegram takes ${number(most)} characters in one message. Cut ${number(length - most)}, or send it as two.`
}

/** The same for new words of a reply at the customer, whose files stay with it. */
export function tooMuchToEdit(length: number, files: number): string | null {
  const most = longest('reply', files)
  if (length <= most) return null
  return `Telegram takes ${number(most)} characters ${files > 0 ? 'with a file' : 'in one message'}. Cut ${number(length - most)}.`
}
