import type { Content } from '../../../src-preload/contract/conversation'

type Place = Extract<Content, { kind: 'place' }>

/** What the desk cannot show, by Telegram's name for it. */
const others: Readonly<Record<string, string>> = {
  geo: 'A place',
  geolive: 'A live place',
  venue: 'A place',
  contact: 'A contact',
  poll: 'A poll',
  dice: 'A throw of the dice',
  game: 'A game',
  todo: 'A checklist',
  story: 'A story',
  invoice: 'An invoice',
  giveaway: 'A giveaway',
  giveawayresults: 'The result of a giveaway',
  paidmedia: 'A paid photo or video',
  videostream: 'A video stream',
  photo: 'A photo that has disappeared',
  document: 'A file that has disappeared',
}

/** What something is, in two or three words: `A place`. */
export function contentName(content: Content): string {
  switch (content.kind) {
    case 'place':
      return content.liveUntil === null ? 'A place' : 'A live place'
    case 'contact':
      return 'A contact'
    case 'poll':
      return 'A poll'
    case 'dice':
      return `${content.emoji} ${content.value}`
    case 'game':
      return 'A game'
    case 'other':
      return others[content.what] ?? 'Something unknown'
  }
}

/** Content as a row of the queue or a quote says it: `A contact: Mira Adler, +49 30 901820`. */
export function contentLine(content: Content): string {
  const more = detailsOf(content).filter((word) => word.trim() !== '')
  return more.length === 0 ? contentName(content) : `${contentName(content)}: ${more.join(', ')}`
}

function detailsOf(content: Content): readonly string[] {
  switch (content.kind) {
    case 'place':
      return [content.title ?? '', content.address ?? '']
    case 'contact':
      return [content.name, content.phone]
    case 'poll':
      return [content.question]
    case 'game':
      return [content.title]
    default:
      return []
  }
}

/** All there is to say of content, for where only words can go. */
export function contentWords(content: Content): string {
  const line = contentLine(content)
  if (content.kind === 'place') return `${line}\n${coordinates(content)}`
  if (content.kind === 'poll') return [line, ...content.options.map((option) => `• ${option}`)].join('\n')
  return line
}

/** Degrees north and east, to about a metre. */
function coordinates({ latitude, longitude }: Place): string {
  return `${latitude.toFixed(5)}, ${longitude.toFixed(5)}`
}
