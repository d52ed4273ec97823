import type { Content } from '../../../src-preload/contract/conversation'
import type { StoredMedia } from '../conversation/message'
import { captionMaxLength, splitText, type Words } from '../conversation/split-text'
import type { Course } from '../desk/course'
import type { DeskEvent } from '../desk/events'
import { entriesInOrder } from '../outbox/entries'
import { topicTaskId } from '../outbox/outbox-id'
import { currentTicket } from '../ticket/find-ticket'
import { iso } from '../time'

/** How long a copy of an album waits for the album's other files. */
export const albumHoldMs = 700
/** Telegram's limit for one album. */
export const albumMax = 10

/** What is to be shown in the staff group's topic. */
export interface Shown extends Words {
  readonly media: readonly StoredMedia[]
  /** A place or a contact; it goes behind the words. */
  readonly content?: Content
  /** Number in the topic of what it answers. */
  readonly replyTo: number | null
  /** Number in the private chat; null for the desk's own words. */
  readonly of: number | null
  readonly albumId: string | null
  /** Whose it is, where it begins with that name. */
  readonly who?: string
  /** What a topic that is made anew begins with. */
  readonly isRecap?: true
}

/**
 * Shows something in the topic a conversation is copied into, in as many messages as it takes; nothing where there is
 * no topic. Further files of an album join the first while it waits.
 */
export function queueCopy(course: Course, conversationId: string, shown: Shown): void {
  const conversation = course.state.conversations.get(conversationId)
  if (!conversation?.mirror || conversation.mirror.state === 'deleted') return
  const ticketId = currentTicket(course.state, conversation)?.id ?? conversationId
  const album =
    shown.albumId !== null && shown.media.length > 0
      ? waitingAlbum(course, conversationId, shown.albumId)
      : null
  if (album) {
    const { outboxId } = album
    course.happen(
      { kind: 'topic-task-extended', conversationId, ticketId, outboxId, media: shown.media },
      theDesk,
    )
    if (shown.text.trim() === '') return
  }
  const media = album ? [] : shown.media
  const { replyTo, of, albumId, who } = shown
  const [first, ...more] = [...inWords(shown, media), ...ofContent(shown)]
  if (!first) return
  const hold = albumId !== null && media.length > 0 ? { holdUntil: iso(course.at + albumHoldMs) } : {}
  const copy = {
    ...({ kind: 'copy', replyTo, of } as const),
    ...(who === undefined ? {} : { who }),
    ...(shown.isRecap ? { isRecap: shown.isRecap } : {}),
  }
  queueMirrorTask(course, conversationId, ticketId, { task: { ...copy, ...first, albumId }, ...hold })
  for (const [at, words] of more.entries())
    queueMirrorTask(course, conversationId, ticketId, {
      task: { ...copy, ...words, albumId: null, part: at + 1 },
    })
}

/** The words in as many messages as they take, the first with the files. */
function inWords(shown: Shown, media: Shown['media']): readonly Message[] {
  return splitText(shown, media.length > 0 ? captionMaxLength : undefined)
    .concat(shown.text === '' ? [{ text: '', entities: [] }] : [])
    .map((part, nth) => ({ ...part, media: nth === 0 ? media : [] }))
    .filter((part) => part.media.length > 0 || part.text.trim() !== '')
}

/** A place or contact is a message of its own: Telegram shows no words with it. */
function ofContent({ content }: Shown): readonly Message[] {
  return content ? [{ text: '', entities: [], media: [], content }] : []
}

type Message = Pick<Shown, 'text' | 'entities' | 'media' | 'content'>
const theDesk = { kind: 'desk' } as const
type Queued = Extract<DeskEvent, { kind: 'topic-task-queued' }>

/** Puts a task for the staff group's topic of a conversation on its way. */
export function queueMirrorTask(
  course: Course,
  conversationId: string,
  ticketId: string,
  queued: Pick<Queued, 'task' | 'holdUntil'>,
): void {
  const outboxId = topicTaskId(conversationId, course.state.seq + 1)
  course.happen(
    { kind: 'topic-task-queued', conversationId, ticketId, outboxId, isMirror: true, ...queued },
    theDesk,
  )
}

/** The copy of an album that still waits for the album's other files; null if there is none. */
export function waitingAlbum(
  { state }: Course,
  conversationId: string,
  albumId: string,
): { readonly outboxId: string; readonly media: readonly StoredMedia[] } | null {
  for (const { id: outboxId, state: at, ...entry } of entriesInOrder(state, conversationId, true)) {
    if (entry.kind !== 'topic-task' || at.kind !== 'held' || typeof entry.task === 'string') continue
    if (entry.task.kind === 'copy' && entry.task.albumId === albumId && entry.task.media.length < albumMax)
      return { outboxId, media: entry.task.media }
  }
  return null
}
