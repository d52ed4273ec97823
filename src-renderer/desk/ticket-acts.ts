import type { Outcome } from '../../src-preload/contract/outcome'
import type { AgentView, TicketPriority, TicketStatus, TicketView } from '../../src-preload/contract/ticket'
import { priorityNames, statusNames } from '../../src-preload/contract/ticket-words'
import { copyText } from './copy-text'
import { cleanLine } from './plain-text'
import { tickets } from './ticket-store'
import { toast } from './toast-store'

/** Shows a change at once, asks for it, says what came of it, and how to undo it. False if it was refused. */
async function act(
  ticket: TicketView,
  patch: Partial<TicketView>,
  command: Promise<Outcome<TicketView>>,
  done?: {
    readonly text: string
    readonly detail?: string
    readonly undo?: () => void
    readonly key?: string
  },
): Promise<boolean> {
  const answer = await tickets.change(ticket.id, patch, command)
  if (!answer.ok) {
    toast({ tone: 'bad', text: answer.failure.message, key: `refused ${ticket.id}` })
    return false
  }
  if (done !== undefined) {
    const { text, detail, undo, key } = done
    toast({
      tone: detail === undefined ? 'good' : 'warn',
      text,
      ...(detail === undefined ? {} : { detail }),
      ...(key === undefined ? {} : { key }),
      ...(undo === undefined ? {} : { action: { label: 'Undo', run: undo } }),
    })
  }
  return true
}

/** Takes the ticket, so that the others know (R85). */
export const claim = (ticket: TicketView, me: AgentView | null) =>
  act(ticket, me === null ? {} : { assignee: me }, window.desk.tickets.claim({ ticketId: ticket.id }), {
    text: `${ticket.code} is yours`,
    undo: () => void release({ ...ticket, assignee: me }),
    key: ownerKey(ticket),
  })

/** Gives the ticket back to everybody. */
export const release = (ticket: TicketView) =>
  act(ticket, { assignee: null }, window.desk.tickets.release({ ticketId: ticket.id }), {
    text: `${ticket.code} released`,
    undo: () => void assign({ ...ticket, assignee: null }, ticket.assignee),
    key: ownerKey(ticket),
  })

/** Hands the ticket to somebody, or to nobody. */
export function assign(ticket: TicketView, agent: AgentView | null): Promise<boolean> {
  if (agent?.id === ticket.assignee?.id) return Promise.resolve(true)
  const command = window.desk.tickets.assign({ ticketId: ticket.id, agentId: agent?.id ?? null })
  const who =
    agent === null ? 'unassigned' : agent.isMe ? 'is yours' : `is ${cleanLine(agent.name, 'No name')}’s`
  return act(ticket, { assignee: agent }, command, {
    text: `${ticket.code} ${who}`,
    undo: () => void assign({ ...ticket, assignee: agent }, ticket.assignee),
    key: ownerKey(ticket),
  })
}

/** Why and until when a ticket is put on hold. */
export interface Hold {
  readonly reason?: string
  readonly until?: number
}

/** Moves the ticket to a status. Undo goes back to where it was, as far as the table of transitions allows. */
export function setStatus(ticket: TicketView, to: TicketStatus, hold: Hold = {}): Promise<boolean> {
  if (to === ticket.status && to !== 'on_hold') return Promise.resolve(true)
  const command = window.desk.tickets.setStatus({ ticketId: ticket.id, to, ...hold })
  const unsent = to === 'resolved' && ticket.failedReplies > 0 ? unsentWords(ticket.failedReplies) : null
  const patch = { status: to, holdUntil: hold.until ?? null, holdReason: hold.reason ?? null }
  return act(ticket, patch, command, {
    text: `${ticket.code} ${statusNames[to].toLowerCase()}`,
    ...(unsent === null ? {} : { detail: unsent }),
    undo: () => void goBack(ticket),
    key: statusKey(ticket),
  })
}

/** Who resolves a ticket means it to be answered. */
const unsentWords = (count: number) =>
  count === 1 ? 'One reply of it was not sent.' : `${count} replies of it were not sent.`

/** One word on the status of a ticket at a time, and on whose it is: an older one would undo what is no more. */
const statusKey = ({ id }: TicketView) => `status ${id}`
const ownerKey = ({ id }: TicketView) => `owner ${id}`

async function goBack(before: TicketView) {
  const now = tickets.use.getState().byId.get(before.id)?.view
  if (now === undefined) return
  const wanted: readonly TicketStatus[] = [before.status, 'in_progress', 'open']
  const to = wanted.find((status) => now.allowedStatuses.includes(status))
  if (to === undefined) {
    toast({
      tone: 'bad',
      text: `${before.code} cannot go back to ${statusNames[before.status].toLowerCase()}.`,
    })
    return
  }
  const hold: Hold = {
    ...(before.holdReason === null ? {} : { reason: before.holdReason }),
    ...(before.holdUntil === null ? {} : { until: before.holdUntil }),
  }
  const command = window.desk.tickets.setStatus({ ticketId: now.id, to, ...(to === 'on_hold' ? hold : {}) })
  await act(now, { status: to }, command, {
    text: `${before.code} ${statusNames[to].toLowerCase()} again`,
    key: statusKey(now),
  })
}

/** Says how urgent the ticket is. */
export function setPriority(ticket: TicketView, priority: TicketPriority): Promise<boolean> {
  if (priority === ticket.priority) return Promise.resolve(true)
  const command = window.desk.tickets.setPriority({ ticketId: ticket.id, priority })
  return act(ticket, { priority }, command, {
    text: `${ticket.code} has ${priorityNames[priority].toLowerCase()} priority`,
    undo: () => void setPriority({ ...ticket, priority }, ticket.priority),
  })
}

/** Names the ticket. An empty title changes nothing. */
export function setTitle(ticket: TicketView, title: string): Promise<boolean> {
  const wanted = title.trim()
  if (wanted === '' || wanted === ticket.title) return Promise.resolve(true)
  const command = window.desk.tickets.setTitle({ ticketId: ticket.id, title: wanted })
  return act(ticket, { title: wanted }, command, {
    text: `${ticket.code} renamed`,
    undo: () => void setTitle({ ...ticket, title: wanted }, ticket.title),
    key: `title ${ticket.id}`,
  })
}

/** Puts the code on the clipboard. */
export const copyCode = ({ code }: Pick<TicketView, 'code'>) => copyText(`#${code}`, `#${code} copied`)
