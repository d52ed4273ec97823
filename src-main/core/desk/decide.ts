import { addNote } from '../conversation/add-note'
import { leaveChat, openChat } from '../conversation/private-chat'
import { receiveDelivery } from '../conversation/receive-delivery'
import { recreateTopic } from '../conversation/recreate-topic'
import { saveDraft } from '../conversation/save-draft'
import { seeTicket } from '../conversation/see-ticket'
import { toldInTopic } from '../mirror/tell-assignment'
import { deleteSent, editSent } from '../outbox/change-sent'
import { noteAttempt, noteFailure, noteSent } from '../outbox/fate'
import { queueReply } from '../outbox/queue-reply'
import { discardReply, retryReply } from '../outbox/take-back'
import { changeContact } from '../people/change-contact'
import { changeSettings } from '../settings/change-settings'
import { passTime } from '../sla/pass-time'
import { assignTicket, claimTicket, releaseTicket } from '../ticket/assignment'
import { changeStatus } from '../ticket/change-status'
import { changePriority, renameTicket } from '../ticket/edit-ticket'
import { Course } from './course'
import type { DeskEvent } from './events'
import type { Asked, Intent, IntentOf, KnownMessages } from './intents'
import { followGroup, leaveGroup, signIn, signOut } from './session'
import type { DeskState } from './state'

/**
 * What follows from an intent, as events in order. Pure: the same state, intent and known messages always
 * lead to the same events. Nothing follows from what is so already (R57).
 *
 * @throws {@link Refusal} if the rules say no.
 */
export function decide(state: DeskState, asked: Asked, known: KnownMessages): readonly DeskEvent[] {
  const course = new Course(state, asked, known)
  follow(course, asked.intent)
  return course.recorded.map(({ event }) => event)
}

/** Every intent and its rule; a missing one does not compile. */
const rules: { readonly [K in Intent['kind']]: (course: Course, intent: IntentOf<K>) => void } = {
  'claim-ticket': toldInTopic(claimTicket),
  'release-ticket': toldInTopic(releaseTicket),
  'assign-ticket': toldInTopic(assignTicket),
  'change-status': changeStatus,
  'recreate-topic': recreateTopic,
  'change-priority': changePriority,
  'rename-ticket': renameTicket,
  'queue-reply': queueReply,
  'retry-reply': retryReply,
  'discard-reply': discardReply,
  'edit-reply': editSent,
  'delete-reply': deleteSent,
  'add-note': addNote,
  'see-ticket': seeTicket,
  'save-draft': saveDraft,
  'change-settings': changeSettings,
  'follow-group': followGroup,
  'leave-group': leaveGroup,
  'open-chat': openChat,
  'leave-chat': leaveChat,
  'change-contact': changeContact,
  'receive-delivery': (course, { delivery }) => receiveDelivery(course, delivery),
  'pass-time': passTime,
  'note-attempt': noteAttempt,
  'note-sent': noteSent,
  'note-failure': noteFailure,
  'sign-in': signIn,
  'sign-out': signOut,
}

/** Takes an intent to the rule of its noun. */
export function follow(course: Course, intent: Intent): void {
  const rule = rules[intent.kind] as (course: Course, intent: Intent) => void
  rule(course, intent)
}
