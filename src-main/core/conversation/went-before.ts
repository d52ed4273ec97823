import type { Course } from '../desk/course'
import type { DeskEvent, Recorded } from '../desk/events'
import { ms } from '../time'
import { gatherAmendments, nameOf, sentName } from './amendments'
import { type MessageId, numberIn } from './message'

type Deleted = Extract<DeskEvent, { kind: 'message-deleted' }>

/** How far back is looked. */
const eventsMax = 400
/** The goes in which Telegram deletes a long topic follow one another at once: a pause of more is a person's, ms. */
const pauseMaxMs = 5_000

/**
 * Deletions that were heard of shortly before their topic's and went with it: Telegram deletes a long topic in several
 * goes, newest messages first. A go is several messages at once, nothing younger is left after it, and nothing was said
 * since. A person who takes back a message of theirs does not look like that, and what they took back stays so.
 */
export function wentBefore({ known, at }: Course, conversationId: string): readonly Deleted[] {
  const recent = known.read(conversationId, { limit: eventsMax })
  const went: Deleted[] = []
  let before = at
  for (const [deletedAt, go] of goesBack(recent)) {
    if (before - deletedAt > pauseMaxMs) break
    before = deletedAt
    const news = go.filter(({ withTopic }) => !withTopic)
    if (news.length === 0) continue
    if (go.length < 2) break
    went.push(...news)
  }
  return isYoungerLeft(recent, went) ? [] : went
}

/** Deletions of one delivery each, newest first, back to where something else happened that people see. */
function* goesBack(recent: readonly Recorded[]): Iterable<readonly [at: number, go: readonly Deleted[]]> {
  let go: Deleted[] = []
  let at: number | null = null
  for (const { event, at: when } of recent) {
    if (event.kind === 'message-received' || event.kind === 'reply-sent' || event.kind === 'message-edited')
      break
    if (event.kind !== 'message-deleted') continue
    if (at !== null && at !== ms(when)) {
      yield [at, go]
      go = []
    }
    at = ms(when)
    go.push(event)
  }
  if (at !== null) yield [at, go]
}

/** Whether a message stands that is younger than one of those: then they were picked, not swept away. */
function isYoungerLeft(recent: readonly Recorded[], went: readonly Deleted[]): boolean {
  const oldest = Math.min(...went.map(({ messageId }) => numberIn(messageId)))
  const { deletions, sent } = gatherAmendments([...recent].reverse())
  const stands = (name: MessageId | null) => name !== null && numberIn(name) > oldest && !deletions.has(name)
  return (
    recent.some(({ event }) => event.kind === 'message-received' && stands(nameOf(event.message))) ||
    [...sent.values()].some(({ event }) => stands(sentName(event)))
  )
}
