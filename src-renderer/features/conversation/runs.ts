import type {
  EventItem,
  MessageItem,
  NoteItem,
  TimelineItem,
} from '../../../src-preload/contract/conversation'

const runGapMs = 5 * 60_000

/** One row of the log. `key` stays the same as long as the thing does. */
export type LogEntry =
  | { readonly kind: 'day'; readonly key: string; readonly at: number }
  | { readonly kind: 'new'; readonly key: string }
  | { readonly kind: 'event'; readonly key: string; readonly item: EventItem }
  | { readonly kind: 'note'; readonly key: string; readonly item: NoteItem }
  | {
      readonly kind: 'bubble'
      readonly key: string
      /** One message, or all of an album, oldest first. */
      readonly items: readonly [MessageItem, ...MessageItem[]]
      /** The last of its run: the one that shows the face. */
      readonly face: boolean
      /** The first of its run. */
      readonly opens: boolean
    }

type Bubble = Extract<LogEntry, { kind: 'bubble' }>

const dayOf = (at: number) => new Date(at).toDateString()

const isUnseen = (item: TimelineItem, newFrom: number) =>
  item.position > newFrom &&
  item.kind !== 'event' &&
  (item.kind === 'note' ? !item.author.isMe : isFromOthers(item))

const isFromOthers = (item: MessageItem) => item.side === 'customer' || !item.author.isMe

function goesOn(before: LogEntry | undefined, item: MessageItem): before is Bubble {
  if (before?.kind !== 'bubble') return false
  const last = before.items.at(-1) ?? before.items[0]
  return last.side === item.side && last.author.id === item.author.id && item.at - last.at <= runGapMs
}

const isSameAlbum = (bubble: Bubble, item: MessageItem) =>
  item.albumId !== null &&
  bubble.items[0].albumId === item.albumId &&
  bubble.items[0].deletedAt === null &&
  item.deletedAt === null

/**
 * A conversation as rows: a line per day, a "New" line before the first thing of others after `newFrom`, albums as
 * one bubble, and a face on the last bubble of each run of one author with at most five minutes between two.
 */
export function logEntries(items: readonly TimelineItem[], newFrom: number | null): readonly LogEntry[] {
  const entries: LogEntry[] = []
  let day = ''
  /** A message that came late may lie between those of another day: then a day has two lines. */
  const days = new Set<string>()
  let isDivided = newFrom === null
  for (const item of items) {
    if (dayOf(item.at) !== day) {
      day = dayOf(item.at)
      entries.push({ kind: 'day', key: days.has(day) ? `day ${day} ${item.id}` : `day ${day}`, at: item.at })
      days.add(day)
    }
    if (!isDivided && newFrom !== null && isUnseen(item, newFrom)) {
      isDivided = true
      entries.push({ kind: 'new', key: 'new' })
    }
    if (item.kind === 'event') entries.push({ kind: 'event', key: item.id, item })
    else if (item.kind === 'note') entries.push({ kind: 'note', key: item.id, item })
    else addMessage(entries, item)
  }
  return entries
}

function addMessage(entries: LogEntry[], item: MessageItem) {
  const before = entries.at(-1)
  if (!goesOn(before, item)) {
    entries.push({ kind: 'bubble', key: item.id, items: [item], face: true, opens: true })
  } else if (isSameAlbum(before, item)) {
    entries[entries.length - 1] = { ...before, items: [...before.items, item] }
  } else {
    entries[entries.length - 1] = { ...before, face: false }
    entries.push({ kind: 'bubble', key: item.id, items: [item], face: true, opens: false })
  }
}
