import type { ClockView } from '../../../src-preload/contract/clock'
import type {
  AgentView,
  CustomerView,
  LastWord,
  TicketPriority,
  TicketStatus,
  TicketView,
} from '../../../src-preload/contract/ticket'
import { met, none, paused, running } from './clocks'
import { hostileName, hostileTitle, longWord } from './hostile'
import { day, hour, minute, now } from './now'
import { anna, customer, dan, ravi, sofie } from './people'

/** The statuses the scripted desk allows from each. */
export const allowed: Readonly<Record<TicketStatus, readonly TicketStatus[]>> = {
  new: ['open', 'in_progress', 'pending_customer', 'on_hold', 'resolved', 'closed'],
  open: ['in_progress', 'pending_customer', 'on_hold', 'resolved', 'closed'],
  in_progress: ['open', 'pending_customer', 'on_hold', 'resolved', 'closed'],
  pending_customer: ['open', 'in_progress', 'on_hold', 'resolved', 'closed'],
  on_hold: ['open', 'in_progress', 'pending_customer', 'resolved', 'closed'],
  resolved: ['open', 'in_progress', 'closed'],
  closed: ['open', 'in_progress'],
}

interface Given {
  readonly code: string
  readonly title: string
  readonly customer: CustomerView
  readonly status: TicketStatus
  readonly priority: TicketPriority
  readonly assignee: AgentView | null
  /** How long it has been this side's turn. */
  readonly forMs: number
  readonly last: string
  readonly lastBy?: { readonly kind: LastWord['kind']; readonly agent: AgentView }
  readonly clocks: readonly ClockView[]
  readonly unread?: number
  readonly holdUntil?: number
  readonly failedReplies?: number
}

const ballOf = (status: TicketStatus): TicketView['ball'] =>
  status === 'pending_customer' ? 'theirs' : status === 'resolved' || status === 'closed' ? 'nobody' : 'ours'

/** A ticket in full from the little that differs. */
export function ticket(given: Given): TicketView {
  const { code, title, status, forMs, lastBy } = given
  const at = now - forMs
  const shown = given.clocks.find(({ kind }) => kind === 'running' || kind === 'paused') ?? given.clocks[0]
  return {
    id: `t-${code}`,
    code,
    title,
    customer: given.customer,
    status,
    priority: given.priority,
    assignee: given.assignee,
    ball: lastBy && status === 'in_progress' && lastBy.kind === 'reply' ? 'theirs' : ballOf(status),
    ballSince: at,
    holdUntil: given.holdUntil ?? null,
    unread: given.unread ?? 0,
    last: {
      kind: lastBy?.kind ?? 'customer',
      by: lastBy?.agent.name ?? given.customer.name,
      byMe: lastBy?.agent.isMe ?? false,
      text: given.last,
      at,
    },
    clock: shown ?? none('resolution'),
    createdAt: now - forMs - hour,
    failedReplies: given.failedReplies ?? 0,
    clocks: given.clocks,
    conversationId: `c-${code}`,
    groupTitle: 'Fernline Help',
    way: 'topic',
    account: { id: '9000', name: 'Fernline Help', kind: 'bot' },
    isFollowed: true,
    blockedAt: null,
    mirror: null,
    fields: [],
    intakeAsks: null,
    topic: { title, state: status === 'closed' ? 'closed' : 'open' },
    createdBy: given.customer.name,
    holdReason: status === 'on_hold' ? 'Waiting for the workshop' : null,
    resolvedAt: status === 'resolved' || status === 'closed' ? now - 3 * day : null,
    closedAt: status === 'closed' ? now - 3 * day : null,
    closedBy: status === 'closed' ? 'Ravi' : null,
    messages: 9,
    followUpOf: null,
    followUps: [],
    allowedStatuses: allowed[status],
  }
}

const reply = (agent: AgentView) => ({ kind: 'reply', agent }) as const
const note = (agent: AgentView) => ({ kind: 'note', agent }) as const
const first = (tookMs: number) => met('first-reply', tookMs, 30 * minute)
const rest = (leftMs: number) => running('resolution', leftMs, 8 * hour)

/** The desk's tickets: those of the mock, every row state, and a few that try to break the layout. */
export const tickets: readonly TicketView[] = [
  ticket({
    code: 'KPT417',
    title: 'App shows my bike offline after update',
    customer: customer('Lena', 'lena_example', 1),
    status: 'in_progress',
    priority: 'critical',
    assignee: anna,
    forMs: 48 * minute,
    last: 'Still offline. I must be at work in 20 minutes.',
    clocks: [running('next-reply', -18 * minute, 30 * minute), first(9 * minute), rest(2 * hour)],
    unread: 3,
  }),
  ticket({
    code: 'DSA312',
    title: 'Charged twice for March',
    customer: customer('Mira', 'mira_example', 4),
    status: 'in_progress',
    priority: 'high',
    assignee: anna,
    forMs: 24 * minute,
    last: 'Is there any news? My bank still shows it as pending.',
    clocks: [running('next-reply', 6 * minute, 30 * minute), first(8 * minute), rest(5 * hour + 28 * minute)],
    unread: 1,
    failedReplies: 1,
  }),
  ticket({
    code: 'RMB208',
    title: 'Locker code is not accepted',
    customer: customer('Osei', 'osei_example'),
    status: 'new',
    priority: 'high',
    assignee: null,
    forMs: 11 * minute,
    last: 'The code from the mail gives a red light every time.',
    clocks: [running('first-reply', 19 * minute, 100 * minute), none('next-reply'), rest(7 * hour)],
    unread: 2,
  }),
  ticket({
    code: 'QLN530',
    title: 'Change delivery address before Friday',
    customer: customer('Elif', 'elif_example', 2),
    status: 'in_progress',
    priority: 'medium',
    assignee: ravi,
    forMs: 22 * minute,
    last: 'Could you send it to the office instead?',
    clocks: [running('next-reply', 98 * minute, 4 * hour), first(12 * minute), rest(7 * hour)],
    unread: 1,
  }),
  ticket({
    code: 'VTA091',
    title: 'Invoice without VAT number',
    customer: customer('Tomás', null),
    status: 'in_progress',
    priority: 'medium',
    assignee: anna,
    forMs: 35 * minute,
    last: 'Necesito el CIF en la factura, por favor.',
    clocks: [running('next-reply', 145 * minute, 4 * hour), first(20 * minute), rest(7 * hour)],
  }),
  ticket({
    code: 'BTX664',
    title: 'Battery loses a third overnight',
    customer: customer('Hanna', 'hanna_example', 1),
    status: 'in_progress',
    priority: 'medium',
    assignee: sofie,
    forMs: hour,
    last: 'Here is the photo of the display you asked for.',
    clocks: [running('next-reply', 185 * minute, 4 * hour), first(15 * minute), rest(3 * hour + 16 * minute)],
  }),
  ticket({
    code: 'GRD127',
    title: 'Group ride for twelve people',
    customer: customer('Pavel', 'pavel_example'),
    status: 'new',
    priority: 'low',
    assignee: null,
    forMs: hour,
    last: 'We would start at nine on Saturday.',
    clocks: [running('first-reply', 400 * minute, 8 * hour), none('next-reply'), rest(5 * day)],
    unread: 1,
  }),
  ticket({
    code: 'INT045',
    title: 'Refund once finance confirms',
    customer: customer('Noor', 'noor_example'),
    status: 'open',
    priority: 'low',
    assignee: anna,
    forMs: 3 * hour,
    last: 'Finance has it on the list for today.',
    clocks: [none('first-reply'), none('next-reply'), none('resolution')],
  }),
  ticket({
    code: 'XSS666',
    title: hostileTitle,
    customer: customer(hostileName, null),
    status: 'new',
    priority: 'low',
    assignee: null,
    forMs: 4 * hour,
    last: longWord.slice(0, 160),
    clocks: [running('first-reply', 4 * hour, 8 * hour), none('next-reply'), rest(5 * day)],
    unread: 128,
  }),
  ticket({
    code: 'LGN882',
    title: 'Cannot sign in on the new phone',
    customer: customer('Jonas', 'jonas_example'),
    status: 'pending_customer',
    priority: 'medium',
    assignee: anna,
    forMs: 26 * minute,
    last: 'Which of the two numbers is the account on?',
    lastBy: reply(anna),
    clocks: [met('next-reply', 4 * minute, hour), first(4 * minute)],
  }),
  ticket({
    code: 'CHG350',
    title: 'Where is my replacement charger?',
    customer: customer('Zahra', 'zahra_example', 1),
    status: 'pending_customer',
    priority: 'medium',
    assignee: dan,
    forMs: 2 * hour,
    last: 'The parcel is with the courier since Monday.',
    lastBy: reply(anna),
    clocks: [paused('resolution', 250 * minute, 8 * hour), first(14 * minute)],
  }),
  ticket({
    code: 'CNL719',
    title: 'Cancel at the end of the month',
    customer: customer('Kofi', 'kofi_example'),
    status: 'pending_customer',
    priority: 'low',
    assignee: ravi,
    forMs: 5 * hour,
    last: 'May I ask what made you decide?',
    lastBy: reply(ravi),
    clocks: [met('first-reply', 39 * minute, 30 * minute), none('next-reply')],
  }),
  ticket({
    code: 'TYR263',
    title: 'Winter tyres for the cargo model',
    customer: customer('Yara', null, 7),
    status: 'pending_customer',
    priority: 'low',
    assignee: sofie,
    forMs: day,
    last: 'Both sizes fit, the wider one is quieter.',
    lastBy: reply(sofie),
    clocks: [paused('resolution', 26 * hour, 5 * day), first(22 * minute)],
  }),
  ticket({
    code: 'API506',
    title: 'Webhook returns 500 since Tuesday',
    customer: customer('Bruno', 'bruno_example'),
    status: 'pending_customer',
    priority: 'high',
    assignee: anna,
    forMs: day + 2 * hour,
    last: 'Could you send one request id?',
    lastBy: reply(anna),
    clocks: [paused('resolution', 440 * minute, 8 * hour), first(18 * minute)],
  }),
  ticket({
    code: 'RCL938',
    title: 'Brake recall: waiting for the workshop',
    customer: customer('Ines', 'ines_example'),
    status: 'on_hold',
    priority: 'high',
    assignee: dan,
    forMs: day,
    last: 'workshop answers on Thursday.',
    lastBy: note(dan),
    holdUntil: Date.UTC(2025, 2, 6, 9),
    clocks: [paused('resolution', 51 * hour, 5 * day), first(11 * minute)],
  }),
  ticket({
    code: 'THF174',
    title: 'Theft report and insurance papers',
    customer: customer('Mateo', 'mateo_example', 3),
    status: 'on_hold',
    priority: 'medium',
    assignee: ravi,
    forMs: 2 * day,
    last: 'insurer asked for the police number.',
    lastBy: note(ravi),
    holdUntil: Date.UTC(2025, 2, 7, 12),
    clocks: [paused('resolution', 30 * hour, 5 * day), first(16 * minute)],
  }),
  ticket({
    code: 'OLD101',
    title: 'Spare key for the frame lock',
    customer: customer('Wanda', 'wanda_example', 2),
    status: 'closed',
    priority: 'low',
    assignee: ravi,
    forMs: 3 * day,
    last: 'Thank you, it fits.',
    clocks: [met('resolution', 5 * hour, 5 * day), first(10 * minute)],
  }),
  ticket({
    code: 'RES220',
    title: 'Bell came without a screw',
    customer: customer('Ola', 'ola_example'),
    status: 'resolved',
    priority: 'low',
    assignee: anna,
    forMs: day,
    last: 'The screw is on its way to you.',
    lastBy: reply(anna),
    clocks: [met('resolution', 3 * hour, 5 * day), first(7 * minute)],
  }),
]
