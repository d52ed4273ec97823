import type { DeskState } from '../../src-main/core/desk/state'
import type { RunningDesk } from '../../src-main/start-desk'
import type { MessageItem, NoteItem } from '../../src-preload/contract/conversation'
import type { Asked, Ledger, Place, Written } from './ledger'

/** One thing that is not as it should be. */
export interface Fault {
  readonly kind: 'lost' | 'doubled' | 'out of order' | 'wrong'
  readonly place: string
  readonly what: string
}

export interface Comparison {
  readonly compared: number
  readonly faults: readonly Fault[]
}

/** Compares what tickets hold, oldest first, with what was written, and what customers received with what was sent. */
export async function compare(
  itemsOf: (place: Place) => Promise<readonly (MessageItem | NoteItem)[]>,
  ledger: Ledger,
  places: readonly Place[],
): Promise<Comparison> {
  const faults: Fault[] = []
  let compared = 0
  for (const place of places) {
    const items = await itemsOf(place)
    const messages = items.filter((item) => item.kind === 'message')
    const tell = (kind: Fault['kind'], what: string) => void faults.push({ kind, place: place.name, what })
    for (const side of ['customer', 'team'] as const) {
      const wrote = ledger.wroteIn(place).filter((one) => one.side === side)
      compared += wrote.length
      compareTicket(
        wrote,
        messages.filter((item) => item.side === side),
        tell,
      )
    }
    const got = place.customer.received(placeOf(place)).map(({ text }) => text)
    for (const from of ['desk', 'staff room'] as const) {
      const asked = ledger.askedIn(place).filter((one) => one.from === from)
      compared += asked.length
      compareReceived(asked, got, tell)
    }
    const noted = ledger.askedIn(place).filter((one) => one.from === 'note')
    compared += noted.length
    compareNotes(
      noted,
      items.flatMap((item) => (item.kind === 'note' ? [item.text] : [])),
      got,
      tell,
    )
  }
  return { compared, faults }
}

type Tell = (kind: Fault['kind'], what: string) => void

function compareTicket(wrote: readonly Written[], items: readonly MessageItem[], tell: Tell): void {
  const order: number[] = []
  for (const [at, one] of wrote.entries()) {
    const found = items.filter((item) => item.text.startsWith(one.name))
    const [item] = found
    if (found.length > 1) tell('doubled', `${one.name} stands ${found.length} times in the ticket`)
    // What was deleted before the desk could read it is nowhere any more.
    if (!item && !one.isDeleted) tell('lost', `${one.name} is not in the ticket`)
    if (!item) continue
    order.push(at)
    if (!one.isDeleted && item.text !== one.text) tell('wrong', `${one.text} reads ${item.text}`)
    if (one.isDeleted !== (item.deletedAt !== null))
      tell('wrong', `${one.name} is ${one.isDeleted ? 'not ' : ''}deleted in the ticket`)
    const parts = item.albumId === null ? 1 : items.filter(({ albumId }) => albumId === item.albumId).length
    if (parts < one.parts && !one.isDeleted) tell('lost', `${one.name} has ${parts} of ${one.parts} files`)
    if (parts > one.parts) tell('doubled', `${one.name} has ${parts} of ${one.parts} files`)
  }
  const names = items.flatMap(({ text }) => wrote.findIndex(({ name }) => text.startsWith(name)))
  expectOrder(
    names.filter((at) => at >= 0),
    order,
    (at) => tell('out of order', `${wrote[at]?.name} in the ticket`),
  )
  for (const { text } of items)
    if (/^(customer|colleague) \d/.test(text) && !wrote.some(({ name }) => text.startsWith(name)))
      tell('wrong', `nobody wrote ${text} here`)
}

function compareReceived(asked: readonly Asked[], got: readonly string[], tell: Tell): void {
  for (const { text, isAcknowledged } of asked) {
    const times = got.filter((one) => one === text).length
    if (times === 0 && isAcknowledged) tell('lost', `the customer did not receive ${text}`)
    if (times > 1) tell('doubled', `the customer received ${text} ${times} times`)
  }
  const texts = asked.map(({ text }) => text)
  const order = got.map((text) => texts.indexOf(text)).filter((at) => at >= 0)
  expectOrder(
    order,
    [...order].sort((a, b) => a - b),
    (at) => tell('out of order', `${texts[at]} at the customer`),
  )
}

function compareNotes(
  noted: readonly Asked[],
  notes: readonly string[],
  got: readonly string[],
  tell: Tell,
): void {
  for (const { text, isAcknowledged } of noted) {
    const times = notes.filter((one) => one === text).length
    if (times === 0 && isAcknowledged) tell('lost', `${text} is not in the ticket`)
    if (times > 1) tell('doubled', `${text} stands ${times} times in the ticket`)
    if (got.includes(text)) tell('wrong', `the customer received ${text}`)
  }
}

function expectOrder(is: readonly number[], shall: readonly number[], tell: (at: number) => void): void {
  const at = is.findIndex((one, index) => one !== shall[index])
  if (at >= 0 && is.length === shall.length) tell(is[at] ?? -1)
}

/** Everything a conversation's tickets show, oldest first. */
export async function allItems(
  desk: RunningDesk,
  state: DeskState,
  conversationId: string,
): Promise<readonly (MessageItem | NoteItem)[]> {
  const all: (MessageItem | NoteItem)[] = []
  for (const ticketId of state.conversations.get(conversationId)?.ticketIds ?? []) {
    const own: (MessageItem | NoteItem)[] = []
    let before: string | undefined
    do {
      const page = await desk.handlers.conversation.page({ ticketId, limit: 200, before })
      own.unshift(...page.items.filter((item) => item.kind !== 'event'))
      before = page.earlier ?? undefined
    } while (before !== undefined)
    all.push(...own)
  }
  const seen = new Set<string>()
  return all.filter(({ id }) => !seen.has(id) && seen.add(id))
}

/** Where the customer finds what came from the team. */
function placeOf({ where }: Place) {
  if ('firstName' in where || ('group' in where && 'id' in where)) return where
  throw new Error('customers write in topics and private chats')
}
