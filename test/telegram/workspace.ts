import { addAccount } from './world/add-account'
import { addGroup } from './world/add-group'
import { ALL_RIGHTS, type Group } from './world/group'
import { post } from './world/post'
import { postPrivate } from './world/private'
import { openTopic } from './world/topic'
import type { World } from './world/world'

/** The support groups everybody starts with. */
export interface Workspace {
  /** A forum where the agents and the bot may do everything. */
  readonly help: Group
  /** A group whose topics are off. */
  readonly plain: Group
  /** A forum where the agents are ordinary members. */
  readonly guests: Group
}

export const STAFF = [
  { id: 1001, firstName: 'Anna', lastName: 'Berg', username: 'anna_fernline', phone: '15550001001' },
  {
    id: 1002,
    firstName: 'Ravi',
    lastName: 'Nair',
    username: 'ravi_fernline',
    phone: '15550001002',
    password: { text: 'pedal-and-chain', hint: 'What makes it go' },
  },
] as const

export const BOT = {
  id: 1100,
  firstName: 'Fernline Desk',
  username: 'fernline_desk_bot',
  botToken: '1100:AAFernlineDeskLocalDataCentre0000001',
} as const

/** The last one is a member of the first group and has a phone, like all of them. */
export const CUSTOMERS = [
  { id: 2001, firstName: 'Lena', lastName: 'Vogt', username: 'lenavogt', languageCode: 'de' },
  { id: 2002, firstName: 'Osei', lastName: 'Mensah', username: 'oseim', languageCode: 'en' },
  { id: 2003, firstName: 'Elif', lastName: 'Kaya', username: 'elifkaya', languageCode: 'tr' },
  { id: 2004, firstName: 'Tomás', lastName: 'Rey', username: 'tomasrey', languageCode: 'es' },
  { id: 2005, firstName: 'Hanna', lastName: 'Lindqvist', username: 'hannalq', languageCode: 'sv' },
  { id: 2006, firstName: 'Pavel', lastName: 'Novak', username: 'pnovak', languageCode: 'cs' },
  { id: 2007, firstName: 'Jonas', lastName: 'Weber', username: 'jonasw', languageCode: 'en' },
  { id: 2008, firstName: 'Zahra', lastName: 'Haddad', username: 'zahrah', languageCode: 'fr' },
  { id: 2009, firstName: 'Ines', lastName: 'Duarte', username: 'inesd', languageCode: 'pt' },
  { id: 2010, firstName: 'Mira', lastName: 'Adler', username: 'miraadler', languageCode: 'en' },
] as const

const STAFF_ROOM = 'Fernline Staff'

export const OWNER = {
  id: 1000,
  firstName: 'Sofia',
  lastName: 'Fern',
  username: 'sofiafern',
  phone: '15550001000',
} as const

export function phoneOfCustomer(customer: { readonly id: number }): string {
  return `1555000${customer.id}`
}

/** Fernline, who rent out bicycles: the people and groups of the demo and of most tests. */
export function furnish(world: World, firstGroupId: number): Workspace {
  for (const person of [OWNER, ...STAFF, BOT]) addAccount(world, person)
  for (const customer of CUSTOMERS) addAccount(world, { ...customer, phone: phoneOfCustomer(customer) })
  const customers = CUSTOMERS.map(({ id }) => id)
  const agents = STAFF.map(({ id }) => id)
  const rights = Object.fromEntries([...agents, BOT.id].map((id) => [id, ALL_RIGHTS]))
  const help = addGroup(world, {
    id: firstGroupId,
    title: 'Fernline Help',
    username: 'fernline_help',
    creator: OWNER.id,
    isForum: true,
    admins: rights,
    members: customers,
  })
  const plain = addGroup(world, {
    id: firstGroupId + 1,
    title: 'Fernline Riders',
    creator: OWNER.id,
    members: [...agents, BOT.id, ...customers.slice(0, 4)],
  })
  const guests = addGroup(world, {
    id: firstGroupId + 2,
    title: 'City Bike Forum',
    creator: OWNER.id,
    isForum: true,
    members: [...agents, BOT.id, ...customers.slice(0, 2)],
  })
  post(world, help, OWNER.id, 1, {
    text: 'Welcome to Fernline Help. Open a topic and we will look after you.',
  })
  const first = openTopic(world, help, 2001, 'Deposit not returned').topic
  post(world, help, 2001, first.id, {
    text: 'Hi, I brought my bike back on Monday and the deposit of 80 € is still blocked on my card.',
  })
  const second = openTopic(world, help, 2002, 'Code does not open the lock').topic
  post(world, help, 2002, second.id, { text: 'I am at Harbour Gate and the code 4471 does nothing.' })
  post(world, plain, 2002, null, { text: 'Anyone for a ride along the river on Sunday?' })
  openTopic(world, guests, OWNER.id, 'Routes')
  postPrivate(world, 2007, 1001, { text: 'Hi Anna, thanks again for the quick help last week.' })
  return { help, plain, guests }
}

/** The staff's own forum beside the public group: where what customers write in private is worked on. */
export function openStaffRoom(world: World): Group {
  const known = [...world.groups.values()].find(({ title }) => title === STAFF_ROOM)
  if (known !== undefined) return known
  const id = Math.max(...world.groups.keys()) + 1
  const rights = Object.fromEntries([...STAFF, BOT].map((each) => [each.id, ALL_RIGHTS]))
  return addGroup(world, { id, title: STAFF_ROOM, creator: OWNER.id, isForum: true, admins: rights })
}
