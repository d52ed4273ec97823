import type { Ledger, Place, Written } from './ledger'

/** A customer writes a message, or an album of so many photos, that the ledger knows by its name. */
export function write(ledger: Ledger, place: Place, parts = 1): void {
  const { customer, where } = place
  const name = ledger.nextName('customer')
  const photos = Array.from({ length: parts }, (_, seed) => ({ seed }))
  const message = parts > 1 ? customer.sendAlbum(where, photos, name)[0] : customer.write(where, name)
  if (message) note(ledger, { place, side: 'customer', name, message, parts })
}

/** Puts into the ledger what somebody just wrote. */
export function note(ledger: Ledger, one: Omit<Written, 'text' | 'edits' | 'isDeleted'>): void {
  ledger.written.push({ ...one, text: one.name, edits: 0, isDeleted: false })
}

/** A customer edits or deletes the last message of their own that is still there. */
export function change(ledger: Ledger, place: Place, how: 'edit' | 'delete'): void {
  const own = ledger.wroteIn(place).filter((one) => one.side === 'customer' && !one.isDeleted)
  const one = own.at(-1)
  if (!one) return
  if (how === 'edit') {
    one.text = `${one.name} edit ${++one.edits}`
    place.customer.edit(one.message, one.text)
    // Telegram tells bots of no deletion (core.telegram.org/bots/api), and an album goes part by part.
  } else if (place.kind !== 'bot' && one.parts === 1) {
    one.isDeleted = true
    place.customer.remove(one.message)
  }
}
