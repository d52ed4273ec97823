import type { ContactView } from '../../../src-preload/contract/contact'
import type { TicketView } from '../../../src-preload/contract/ticket'
import { running } from './clocks'
import { arabic } from './hostile'
import { day, hour, minute, now } from './now'
import { anna, customer, ravi } from './people'
import { ticket } from './tickets'

const soon = [running('next-reply', 20 * minute, 30 * minute)]
const botAccount = { id: '9000', name: 'Fernline Help', kind: 'bot' } as const
const ownAccount = { id: '9001', name: 'Anna Lindqvist', kind: 'user' } as const
const base = {
  status: 'open',
  priority: 'medium',
  assignee: anna,
  forMs: 10 * minute,
  last: 'Hello?',
  clocks: soon,
} as const

/** Tickets that came by every way, and all that can keep a reply from its customer. */
export const wayTickets: readonly TicketView[] = [
  {
    ...ticket({
      ...base,
      code: 'BOT101',
      title: 'Brake squeaks since the service',
      customer: { ...customer('Ingrid', 'ingrid_example', 2), tier: 'VIP' },
      priority: 'high',
      last: 'It squeaks only when it rains.',
      unread: 2,
    }),
    way: 'bot',
    account: botAccount,
    groupTitle: '',
    mirror: { groupTitle: 'Fernline Staff', state: 'open' },
    fields: [
      { key: 'category', label: 'Category', kind: 'choice', value: 'My bike' },
      { key: 'order_number', label: 'Order number', kind: 'number', value: 40_112 },
      { key: 'contact', label: 'Contact', kind: 'contact', value: '+358 40 123 4567' },
    ],
    intakeAsks: 'Urgency',
  },
  {
    ...ticket({ ...base, code: 'BLK202', title: 'Where is my parcel', customer: customer('Tomi', null) }),
    way: 'bot',
    account: botAccount,
    groupTitle: '',
    blockedAt: now - 53 * minute,
    mirror: { groupTitle: 'Fernline Staff', state: 'deleted' },
  },
  {
    ...ticket({
      ...base,
      code: 'PRV303',
      title: 'Invoice for the fleet',
      customer: customer('Aino', 'aino_example'),
      assignee: null,
    }),
    way: 'privateChat',
    account: ownAccount,
    groupTitle: '',
  },
  {
    ...ticket({
      ...base,
      code: 'DEL404',
      title: 'Handlebar is loose',
      customer: customer('Pavel', 'pavel_example'),
      assignee: ravi,
    }),
    topic: { title: 'Handlebar is loose', state: 'deleted' },
  },
  {
    ...ticket({
      ...base,
      code: 'GON505',
      title: 'Warranty question',
      customer: { ...customer('Deleted account', null), isDeleted: true },
    }),
    way: 'privateChat',
    account: null,
    groupTitle: '',
  },
  {
    ...ticket({
      ...base,
      code: 'PLC606',
      title: 'Where I stand with the flat tyre',
      customer: customer('Jonas', 'jonas_example'),
      last: 'A story',
    }),
    way: 'bot',
    account: botAccount,
    groupTitle: '',
    mirror: { groupTitle: 'Fernline Staff', state: 'open' },
  },
  {
    ...ticket({
      ...base,
      code: 'RTL707',
      title: `${arabic} ${arabic}`,
      customer: customer(
        `${arabic} Maximiliana von und zu Hohenzollern-Sigmaringen`,
        'a_username_of_thirty_two_letters',
      ),
      last: arabic,
    }),
    way: 'bot',
    account: botAccount,
    groupTitle: '',
    mirror: { groupTitle: `Fernline Staff, ${arabic}`, state: 'open' },
    fields: [{ key: 'category', label: 'Category', kind: 'choice', value: arabic }],
  },
]

/** What the team knows of a ticket's customer. */
export function contactOf({
  customer: { id, name, username, tier, isDeleted, earlierTickets },
}: TicketView): ContactView {
  const titles = ['Spare key for the frame lock', 'Battery drains overnight', 'Bell came without a screw']
  return {
    ...{ id, name, username, tier, isDeleted },
    language: earlierTickets > 1 ? 'fi' : null,
    notes: earlierTickets > 1 ? 'Rides to work every day. Call before noon; works nights.' : '',
    phone: earlierTickets > 1 ? '+358 40 123 4567' : null,
    tickets: Array.from({ length: earlierTickets }, (_, at) => ({
      id: at === 0 ? 't-RES220' : `t-OLD10${at}`,
      code: at === 0 ? 'RES220' : `OLD10${at}`,
      title: titles[at % titles.length] ?? '',
      status: at === 0 ? ('resolved' as const) : ('closed' as const),
      createdAt: now - (at + 1) * 9 * day - hour,
    })),
  }
}
