import { prefixed } from '../conversation/split-text'
import type { Course } from '../desk/course'
import { deskName } from '../people/names'
import { queueCopy } from './queue-copy'

/** Tells the team something in the staff group's topic of a conversation; nothing where there is none. */
export function sayInTopic(
  course: Course,
  conversationId: string,
  text: string,
  replyTo: number | null = null,
): void {
  const words = prefixed(deskName, { text, entities: [] })
  queueCopy(course, conversationId, { ...words, media: [], replyTo, of: null, albumId: null })
}
