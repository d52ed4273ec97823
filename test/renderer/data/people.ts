import type { AgentView, CustomerView } from '../../../src-preload/contract/ticket'

const agent = (id: string, name: string, isMe = false): AgentView => ({
  id,
  name,
  username: `${name.toLowerCase()}_fernline`,
  isMe,
})

/** The team of Fernline, an invented shop for electric bicycles. Anna sits at this desk. */
export const anna = agent('9001', 'Anna', true)
export const ravi = agent('9002', 'Ravi')
export const sofie = agent('9003', 'Sofie')
export const dan = agent('9004', 'Dan')
export const team = [anna, ravi, sofie, dan] as const

let made = 0

/** A customer; ids grow, so that faces differ. */
export function customer(name: string, username: string | null, earlierTickets = 0): CustomerView {
  made += 1
  return { id: `7000${made}`, name, username, earlierTickets, tier: null, isDeleted: false }
}
