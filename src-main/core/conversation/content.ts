import type { Content, ContentView } from '../../../src-preload/contract/conversation'
import { contentLine } from './content-words'
import type { IncomingMessage } from './message'

/** What a message holds beside words and files; null for nothing. Journals of before kept it among the files. */
export function contentOf({ content, media }: Pick<IncomingMessage, 'content' | 'media'>): Content | null {
  if (content) return content
  const unknown = media.find(({ kind }) => kind === 'unsupported')
  return unknown ? { kind: 'other', what: unknown.name } : null
}

/** Content as the window sees it. */
export function contentView(content: Content | null | undefined): ContentView | null {
  return content ? { ...content, line: contentLine(content) } : null
}

/**
 * Whether content can be sent anew as what it is. A poll cannot: its votes would stay behind; nor dice: they would fall
 * another way.
 */
export function isSendable(
  content: Content | null,
): content is Extract<Content, { kind: 'place' | 'contact' }> {
  return content?.kind === 'place' || content?.kind === 'contact'
}

/** Telegram rounds a place a little. */
const nearby = 0.001

/** Whether what came back from Telegram is what was sent. */
export function isSameContent(one: Content | null | undefined, other: Content | null | undefined): boolean {
  if (!one || !other) return !one && !other
  if (one.kind === 'contact' && other.kind === 'contact') return digits(one.phone) === digits(other.phone)
  if (one.kind === 'place' && other.kind === 'place')
    return (
      Math.abs(one.latitude - other.latitude) < nearby && Math.abs(one.longitude - other.longitude) < nearby
    )
  return JSON.stringify(one) === JSON.stringify(other)
}

/** A telephone number without what people write between the digits. */
export function digits(phone: string): string {
  return phone.replace(/\D/g, '')
}
