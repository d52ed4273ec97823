import type {
  Author,
  ContentView,
  Delivery,
  EventItem,
  Media,
  MessageItem,
  NoteItem,
  TimelineItem,
} from '../../../src-preload/contract/conversation'
import { arabic, family, hostileName, longWord, zalgo } from './hostile'
import { now } from './now'
import { anna, ravi } from './people'

const at = (time: string, dayBefore = 0): number => {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return Date.UTC(2025, 2, 4 - dayBefore, hours, minutes)
}

const mira: Author = { id: '70002', name: 'Mira', isMe: false }
const me: Author = { id: anna.id, name: anna.name, isMe: true }

/** A grey picture of 12 by 9, as Telegram's tiny thumbs are. */
const thumb =
  'data:image/svg+xml;base64,PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHZpZXdCb3g9IjAgMCAxMiA5Ij48cmVjdCB3aWR0aD0iMTIiIGhlaWdodD0iOSIgZmlsbD0iIzhhYTAxYiIvPjxjaXJjbGUgY3g9IjQiIGN5PSI0IiByPSIzIiBmaWxsPSIjYzNkMGYwIi8+PC9zdmc+'

export const photo = (fileId: string, width = 1280, height = 960): Media => ({
  kind: 'photo',
  fileId,
  name: `${fileId}.jpg`,
  mime: 'image/jpeg',
  sizeBytes: 184_320,
  width,
  height,
  thumb,
})

export const file = (fileId: string, name: string, sizeBytes: number): Media => ({
  kind: 'document',
  fileId,
  name,
  mime: 'application/pdf',
  sizeBytes,
  width: null,
  height: null,
  thumb: null,
})

let position = 0
const base = (id: string, when: number) => {
  position += 1
  return { id, position, at: when }
}

interface Said {
  readonly media?: readonly Media[]
  readonly content?: ContentView
  readonly entities?: MessageItem['entities']
  readonly versions?: MessageItem['versions']
  readonly editedAt?: number
  readonly editedAfterReply?: boolean
  readonly deletedAt?: number
  readonly delivery?: Delivery
  readonly albumId?: string
  readonly replyTo?: MessageItem['replyTo']
}

const isThere = ({ delivery }: Said) =>
  delivery === undefined || ['sent', 'read', 'received'].includes(delivery.kind)

const message = (id: string, author: Author, when: number, text: string, said: Said = {}): MessageItem => {
  const team = author.isMe || author.id.startsWith('9')
  return {
    ...base(id, when),
    kind: 'message',
    side: team ? 'team' : 'customer',
    author,
    text,
    entities: said.entities ?? [],
    media: said.media ?? [],
    content: said.content ?? null,
    albumId: said.albumId ?? null,
    replyTo: said.replyTo ?? null,
    versions: said.versions ?? [],
    editedAt: said.editedAt ?? null,
    editedAfterReply: said.editedAfterReply ?? false,
    deletedAt: said.deletedAt ?? null,
    outboxId: isThere(said) ? null : `o-${id}`,
    delivery: said.delivery ?? (team ? { kind: 'read' } : { kind: 'received' }),
    ...(author.isMe && isThere(said) ? { outboxId: `o-${id}`, canEdit: true, canDelete: true } : {}),
  }
}

const note = (id: string, author: Author, when: number, text: string): NoteItem => ({
  ...base(id, when),
  kind: 'note',
  author,
  text,
})

const event = (id: string, icon: EventItem['icon'], when: number, text: string): EventItem => ({
  ...base(id, when),
  kind: 'event',
  icon,
  text,
})

/** The conversation of the mock. */
export const chargedTwice: readonly TimelineItem[] = [
  event('e1', 'ticket', at('09:12'), 'Mira opened the topic'),
  message('m1', mira, at('09:12'), 'Hello, my card was charged twice for March. Could you check?', {
    media: [file('f1', 'statement-march.pdf', 86_016)],
  }),
  event('e2', 'claim', at('09:14'), 'Anna claimed DSA312'),
  message(
    'm2',
    me,
    at('09:20'),
    'Hello Mira, I am sorry about that. I see both payments and have asked our payments team to release one.',
    {
      editedAt: at('09:21'),
      versions: [
        {
          text: 'Hello Mira, I see both payments and have asked our payments team.',
          entities: [],
          until: at('09:21'),
        },
      ],
    },
  ),
  note(
    'n1',
    { id: ravi.id, name: ravi.name, isMe: false },
    at('09:34'),
    'Only a hold, finance can release it today. Anna, promise no refund.',
  ),
  message('m3', mira, at('09:41'), 'Thank you. I need it back before Friday, the rent is due.', {
    editedAt: at('09:43'),
    editedAfterReply: true,
    versions: [{ text: 'I need it back before Monday, the rent is due.', entities: [], until: at('09:43') }],
  }),
  message('m4', mira, at('09:46'), 'My card number is 4111 1111 1111 1111', { deletedAt: at('09:47') }),
  event('e3', 'clock', at('10:01'), 'The next reply is close to its promise'),
  message('m5', me, at('10:01'), 'Here is the confirmation from our payments team.', {
    delivery: { kind: 'failed', reason: 'connection lost', isStale: true },
  }),
  message('m6', me, at('10:01'), 'I will write again as soon as the hold is gone.', {
    delivery: { kind: 'queued', waits: 'above', until: null },
  }),
  message('m7', mira, at('10:02'), 'Is there any news? My bank still shows it as pending.'),
]

/** From where nothing had been seen in {@link chargedTwice}. */
export const chargedTwiceNewFrom = (chargedTwice.at(-1)?.position ?? 1) - 1

const lena: Author = { id: '70001', name: 'Lena', isMe: false }

/** Photos, an album, a quote, links, and every way a reply can stand. */
export const everyKind: readonly TimelineItem[] = [
  event('k0', 'ticket', at('16:40', 1), 'Lena opened the topic'),
  message('k1', lena, at('16:40', 1), 'After the update the app says my bike is offline.', {
    media: [photo('p1')],
  }),
  message('k2', lena, at('16:41', 1), 'Three more pictures of the display', {
    albumId: 'a1',
    media: [photo('p2')],
  }),
  message('k3', lena, at('16:41', 1), '', { albumId: 'a1', media: [photo('p3', 960, 1280)] }),
  message('k4', lena, at('16:41', 1), '', { albumId: 'a1', media: [photo('p4')] }),
  event('k5', 'claim', at('16:45', 1), 'Anna claimed KPT417'),
  message(
    'k6',
    me,
    at('16:49', 1),
    'Hello Lena. Hold the power button for ten seconds: https://example.com/reset',
    {
      entities: [
        { kind: 'bold', offset: 12, length: 37 },
        { kind: 'url', offset: 51, length: 25 },
      ],
      replyTo: { itemId: 'k1', author: 'Lena', text: 'After the update the app says my bike is offline.' },
      delivery: { kind: 'sent' },
    },
  ),
  event('k7', 'status', at('16:49', 1), 'Anna set the status to In progress'),
  event('k8', 'priority', at('09:02'), 'Ravi raised the priority to Critical'),
  message('k9', lena, at('09:15'), 'Did that twice. Code on the display: E-17', {
    entities: [{ kind: 'code', offset: 37, length: 4 }],
  }),
  message('k10', lena, at('09:16'), 'Still offline. I must be at work in 20 minutes.'),
  message('k11', me, at('10:04'), 'I am on it.', {
    delivery: { kind: 'held', until: now + 4000, waits: 'turn' },
  }),
  message('k12', me, at('10:04'), 'Sending now.', { delivery: { kind: 'sending' } }),
  message('k13', me, at('10:04'), 'Goes when we are back.', {
    delivery: { kind: 'queued', waits: 'offline', until: null },
  }),
  message('k14', me, at('10:04'), 'Telegram asked for a pause.', {
    delivery: { kind: 'queued', waits: 'pause', until: now + 28_000 },
  }),
  message('k15', me, at('10:04'), 'Did this one arrive?', {
    delivery: { kind: 'uncertain', reason: 'Perhaps sent. Check in Telegram' },
  }),
]

const jonas: Author = { id: '70004', name: 'Jonas', isMe: false }
const nowhere = { title: null, address: null, liveUntil: null }

/** What is neither words nor a file. */
export const otherThings: readonly TimelineItem[] = [
  message('c1', jonas, at('08:50'), '', {
    content: {
      ...{
        kind: 'place',
        latitude: 60.17169,
        longitude: 24.93729,
        line: 'A place: Kiasma, Mannerheiminaukio 2',
      },
      ...{ title: 'Kiasma', address: 'Mannerheiminaukio 2, 00100 Helsinki', liveUntil: null },
    },
  }),
  message('c2', jonas, at('08:52'), '', {
    content: { kind: 'place', latitude: -33.85678, longitude: 151.2153, ...nowhere, line: 'A place' },
  }),
  message('c3', jonas, at('08:53'), '', {
    content: {
      ...{ kind: 'place', latitude: 60.2, longitude: 24.95, ...nowhere, liveUntil: at('09:53') },
      line: 'A live place',
    },
  }),
  message('c4', jonas, at('08:55'), '', {
    content: {
      ...{ kind: 'contact', name: 'Mira Adler', phone: '+4930901820', isOwn: true },
      line: 'A contact: Mira Adler, +4930901820',
    },
  }),
  message('c5', jonas, at('08:56'), '', {
    content: {
      ...{
        kind: 'contact',
        name: `${arabic} ${longWord.slice(0, 90)}`,
        phone: '+358401234567',
        isOwn: false,
      },
      line: 'A contact: مرحبا, +358401234567',
    },
  }),
  message('c6', me, at('09:10'), '', {
    content: { kind: 'place', latitude: 52.52, longitude: 13.4, ...nowhere, line: 'A place' },
  }),
  message('c7', jonas, at('09:12'), '', {
    content: {
      ...{ kind: 'poll', question: 'When shall I come?', options: ['Before ten', 'At noon', 'Not at all'] },
      line: 'A poll: When shall I come?',
    },
  }),
  message('c8', jonas, at('09:13'), '', {
    content: { kind: 'dice', emoji: '🎲', value: 4, line: '🎲 4' },
  }),
  message('c9', jonas, at('09:14'), '', {
    content: {
      kind: 'game',
      title: 'Lumberjack',
      description: 'Chop wood, mind the branches.',
      line: 'A game: Lumberjack',
    },
  }),
  message('c10', jonas, at('09:15'), '', { content: { kind: 'other', what: 'story', line: 'A story' } }),
]

const eve: Author = { id: '70009', name: hostileName, isMe: false }

/** What tries to break the window. */
export const hostileTalk: readonly TimelineItem[] = [
  message('h1', eve, at('06:02'), '<script>alert(1)</script> <img src=x onerror=alert(1)>'),
  message('h2', eve, at('06:03'), longWord),
  message('h3', eve, at('06:04'), `${arabic} \u202E reversed \u202C and back`),
  message('h4', eve, at('06:05'), `${family} ${family} ${zalgo}`),
  message('h5', eve, at('06:06'), 'A link that lies: my bank', {
    entities: [{ kind: 'link', offset: 18, length: 7, url: 'https://evil.example/\u202Egnp.knab' }],
  }),
  message('h6', eve, at('06:07'), 'A file', {
    media: [file('f9', `invoice-${'x'.repeat(180)}.pdf`, 52_428_800)],
  }),
]

/** A short plain conversation for any other ticket. */
export function shortTalk(
  customerName: string,
  customerId: string,
  last: string,
  lastAt: number,
): readonly TimelineItem[] {
  const author: Author = { id: customerId, name: customerName, isMe: false }
  return [
    event(`s-${customerId}-e`, 'ticket', lastAt - 3_600_000, `${customerName} opened the topic`),
    message(`s-${customerId}-m`, author, lastAt, last),
  ]
}
