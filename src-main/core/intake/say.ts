import type { Conversation } from '../conversation/conversation'
import type { Course } from '../desk/course'
import type { ReplyButton, ReplyPurpose } from '../outbox/entry'
import { topicTaskId } from '../outbox/outbox-id'
import { currentTicket } from '../ticket/find-ticket'
import { iso } from '../time'

/** What the desk says to a customer by itself. */
export interface Saying {
  readonly purpose: ReplyPurpose
  readonly text: string
  readonly buttons?: readonly (readonly ReplyButton[])[]
  /** {@link nextSayingId} taken earlier, where something else had to know it first. */
  readonly outboxId?: string
  /** Not before this time, epoch ms; at once if absent. */
  readonly notBefore?: number
  /** Of an earlier ticket; the current one if absent, and the conversation's own id before there is one. */
  readonly ticketId?: string
}

/** The outbox id of what the desk says next: by where in the journal it was decided, so replays give the same. */
export function nextSayingId({ state }: Course, { id }: Conversation): string {
  return topicTaskId(id, state.seq + 1)
}

/** Puts something the desk says by itself on its way. It answers nothing, and no clock goes by it. */
export function say(course: Course, conversation: Conversation, saying: Saying): void {
  const { purpose, text, buttons = [], notBefore = course.at } = saying
  const ticketId = saying.ticketId ?? currentTicket(course.state, conversation)?.id ?? conversation.id
  course.happen(
    {
      kind: 'reply-queued',
      conversationId: conversation.id,
      ticketId,
      outboxId: saying.outboxId ?? nextSayingId(course, conversation),
      text,
      entities: [],
      files: [],
      replyTo: null,
      holdUntil: iso(notBefore),
      after: 'nothing',
      purpose,
      ...(buttons.length > 0 ? { buttons } : {}),
    },
    { kind: 'desk' },
  )
}
