import { statusNames } from '../../../src-preload/contract/ticket-words'
import { addNote } from '../conversation/add-note'
import type { IncomingMessage } from '../conversation/message'
import type { Course } from '../desk/course'
import { nameOf } from '../people/names'
import { Refusal } from '../refusal'
import { claimTicket } from '../ticket/assignment'
import { changeStatus } from '../ticket/change-status'
import type { Ticket } from '../ticket/ticket'
import type { Mirrored } from './mirror-at'
import { sayInTopic } from './say-in-topic'

/** What a colleague asks of the desk in the staff group: a word behind a slash, and what follows it. */
export interface StaffCommand {
  readonly name: string
  readonly rest: string
}

/** The command a message is; null for a reply. `// text` is a note, also where nothing follows; `/etc/hosts` is a path. */
export function commandOf(text: string): StaffCommand | null {
  const note = /^\s*\/\/\s*([\s\S]*)$/u.exec(text)
  if (note) return { name: 'note', rest: (note[1] ?? '').trim() }
  const command = /^\s*\/([a-z_]\w*)(?:@\w+)?(?:\s+([\s\S]*))?$/iu.exec(text)
  return command && { name: (command[1] ?? '').toLowerCase(), rest: (command[2] ?? '').trim() }
}

/** What a command does (R48, R87): the same as at the desk, as the colleague's own wish. What follows it is the reason. */
const commands: Readonly<
  Record<string, (course: Course, ticket: Ticket, rest: string, id: string) => string>
> = {
  claim: (course, { id: ticketId, code }, rest) => {
    claimTicket(course, { ticketId })
    return `has ${code} now.${rest === '' ? '' : ' What stands behind /claim was not sent.'}`
  },
  resolve: (course, ticket, rest) => become(course, ticket, 'resolved', `resolved ${ticket.code}.`, rest),
  wait: (course, ticket, rest) =>
    become(course, ticket, 'pending_customer', `set ${ticket.code} to wait for the customer.`, rest),
  hold: (course, ticket, rest) => become(course, ticket, 'on_hold', `put ${ticket.code} on hold.`, rest),
  reopen: (course, ticket, rest) => become(course, ticket, 'in_progress', `reopened ${ticket.code}.`, rest),
  note: (course, { id: ticketId, code }, text, noteId) => {
    addNote(course, { kind: 'add-note', ticketId, noteId, text }, { isFromTopic: true })
    return `noted this on ${code}. It was not sent.`
  },
}

/** Obeys a command, and says in the topic what came of it: never silence (R57). */
export function obey(
  course: Course,
  conversation: Mirrored,
  ticket: Ticket,
  message: IncomingMessage,
  { name, rest }: StaffCommand,
): void {
  const { senderId, chatId, number } = message
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined
  let said = `/${name} is no command here. It was not sent. Known are ${known}.`
  if (command)
    course.as({ kind: 'agent', id: senderId }, () => {
      try {
        said = `${nameOf(course.state, senderId)} ${command(course, ticket, rest, `${chatId}/${number}`)}`
      } catch (error) {
        if (!(error instanceof Refusal)) throw error
        said = error.message
      }
    })
  const files = message.media.length > 0 ? ' What came with it is in this topic only.' : ''
  sayInTopic(course, conversation.id, said + files, number)
}

const known = '/note, /claim, /resolve, /wait, /hold and /reopen'

function become(
  course: Course,
  { id: ticketId, code }: Ticket,
  to: Parameters<typeof changeStatus>[1]['to'],
  done: string,
  reason: string,
): string {
  const { seq } = course.state
  changeStatus(course, { kind: 'change-status', ticketId, to, reason, until: null })
  if (course.state.seq === seq)
    throw new Refusal('conflict', `${code} is ${statusNames[to].toLowerCase()} already.`)
  return done
}
