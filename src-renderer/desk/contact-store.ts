import { create } from 'zustand'
import type { ContactView } from '../../src-preload/contract/contact'
import type { Desk } from '../../src-preload/contract/desk'
import type { Failure } from '../../src-preload/contract/outcome'
import { keepSame } from './keep-same'
import { toast } from './toast-store'

type Input = Parameters<Desk['contacts']['change']>[0]
export type ContactChange = Omit<Input, 'personId'>

const keptContacts = 40

/** The customers looked at lately, and why one could not be read. */
export const useContacts = create<{
  readonly byId: ReadonlyMap<string, ContactView>
  readonly failures: ReadonlyMap<string, Failure>
}>(() => ({ byId: new Map(), failures: new Map() }))

/** Which change of each customer came last: an answer to an earlier one is old news. */
const latest = new Map<string, number>()
let changes = 0
/** What the desk said last of customers of whom changes are under way: a refused one goes back to that. */
const told = new Map<string, ContactView>()

function keep(told: ContactView): void {
  const { byId, failures } = useContacts.getState()
  const contact = keepSame(byId.get(told.id), told)
  if (contact === byId.get(contact.id) && !failures.has(contact.id)) return
  const next = new Map([...byId].filter(([id]) => id !== contact.id)).set(contact.id, contact)
  for (const id of next.keys()) {
    if (next.size <= keptContacts) break
    next.delete(id)
  }
  useContacts.setState({
    byId: next,
    failures: new Map([...failures].filter(([id]) => id !== contact.id)),
  })
}

/** Reads a customer; what is here stays in sight until the answer comes. */
export async function openContact(personId: string): Promise<void> {
  const before = latest.get(personId)
  const answer = await window.desk.contacts.get({ personId })
  if (before !== latest.get(personId)) return
  if (answer.ok) keep(answer.value)
  else useContacts.setState(({ failures }) => ({ failures: new Map(failures).set(personId, answer.failure) }))
}

/** Writes something down about a customer: at once, and taken back with a word if the desk refuses (R128). */
export async function changeContact(personId: string, change: ContactChange): Promise<Failure | null> {
  const before = useContacts.getState().byId.get(personId)
  changes += 1
  const number = changes
  latest.set(personId, number)
  if (before && !told.has(personId)) told.set(personId, before)
  const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined))
  if (before) keep({ ...before, ...given })
  const answer = await window.desk.contacts.change({ personId, ...change })
  if (answer.ok) told.set(personId, answer.value)
  else toast({ tone: 'bad', text: answer.failure.message, key: `refused ${personId}` })
  if (latest.get(personId) === number) {
    const known = told.get(personId)
    told.delete(personId)
    if (known) keep(known)
  }
  return answer.ok ? null : answer.failure
}
