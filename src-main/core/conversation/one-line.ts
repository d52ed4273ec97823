import type { Media } from '../../../src-preload/contract/conversation'

const maxLength = 160
const mediaWords: Readonly<Record<Media['kind'], string>> = {
  photo: 'Photo',
  document: 'File',
  video: 'Video',
  voice: 'Voice message',
  sticker: 'Sticker',
  unsupported: 'A message to be read in Telegram',
}

/** A message on one line of at most 160 characters, for rows and quotes; media without text by its kind. */
export function oneLine(text: string, media: readonly Pick<Media, 'kind'>[] = []): string {
  const line = text
    .slice(0, maxLength * 4)
    .replace(/\s+/gu, ' ')
    .trim()
  if (line === '') return media[0] ? mediaWords[media[0].kind] : ''
  const letters = [...line]
  return letters.length <= maxLength ? line : `${letters.slice(0, maxLength - 1).join('')}…`
}

/** What a chosen file will be at Telegram. */
export function fileKind(mime: string): Media['kind'] {
  if (mime.startsWith('image/')) return 'photo'
  return mime.startsWith('video/') ? 'video' : 'document'
}
