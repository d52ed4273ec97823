import type { Content, Media } from '../../../src-preload/contract/conversation'
import { contentLine } from './content-words'
import type { StoredMedia } from './message'

const maxLength = 160
const mediaWords: Readonly<Record<StoredMedia['kind'], string>> = {
  photo: 'Photo',
  document: 'File',
  video: 'Video',
  voice: 'Voice message',
  sticker: 'Sticker',
  unsupported: 'A message to be read in Telegram',
}

/** A message on one line of at most 160 characters, for rows and quotes; without text, what else is in it. */
export function oneLine(
  text: string,
  media: readonly Pick<StoredMedia, 'kind'>[] = [],
  content: Content | null = null,
): string {
  const line = squeezed(text) || squeezed(content ? contentLine(content) : '')
  if (line === '') return media[0] ? mediaWords[media[0].kind] : ''
  const letters = [...line]
  return letters.length <= maxLength ? line : `${letters.slice(0, maxLength - 1).join('')}…`
}

function squeezed(text: string): string {
  return text
    .slice(0, maxLength * 4)
    .replace(/\s+/gu, ' ')
    .trim()
}

/** What a chosen file will be at Telegram. */
export function fileKind(mime: string): Media['kind'] {
  if (mime.startsWith('image/')) return 'photo'
  return mime.startsWith('video/') ? 'video' : 'document'
}
