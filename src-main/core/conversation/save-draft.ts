import type { Course } from '../desk/course'
import type { IntentOf } from '../desk/intents'
import type { OutgoingFile } from '../outbox/entry'
import { ticketOf } from '../ticket/find-ticket'
import { draftKey } from './evolve-drafts'

/**
 * Keeps what was not sent yet; neither text nor files forgets it. The same again is no event. Files go to
 * customers only: a note keeps none.
 */
export function saveDraft(course: Course, intent: IntentOf<'save-draft'>): void {
  const { ticketId, mode, text, replyTo } = intent
  const { conversationId } = ticketOf(course.state, ticketId)
  const before = course.state.drafts.get(draftKey(ticketId, mode))
  const had = before?.files ?? []
  const files = mode === 'note' ? [] : (intent.files ?? had)
  const isNothing = text === '' && files.length === 0
  const isSame = (before?.text ?? '') === text && isSameFiles(had, files)
  if (isSame && (isNothing || (before?.replyTo ?? null) === replyTo)) return
  course.happen({
    kind: 'draft-saved',
    ...{ conversationId, ticketId, mode, text, replyTo },
    ...(files.length === 0 ? {} : { files }),
  })
}

const isSameFiles = (some: readonly OutgoingFile[], others: readonly OutgoingFile[]) =>
  some.length === others.length && some.every(({ id }, at) => id === others[at]?.id)
