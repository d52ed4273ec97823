/** No vowels, so that no code is a word; none that looks like a digit. */
const letters = 'BCDFGHJKLMNPQRSTVWXZ'
const codeCount = letters.length ** 3 * 1000
/** Prime to {@link codeCount}, so that probing visits every code. */
const probeStep = 3_333_337

/**
 * The short code people say aloud (R2), such as `KPT417`: made from the ticket's id, so it is the same in every
 * process. `isTaken` sends it on to the next free one.
 */
export function ticketCode(ticketId: string, isTaken: (code: string) => boolean): string {
  let place = hashOf(ticketId) % codeCount
  for (let probes = 1; isTaken(codeAt(place)) && probes < codeCount; probes++)
    place = (place + probeStep) % codeCount
  return codeAt(place)
}

function codeAt(place: number): string {
  const word = Math.floor(place / 1000)
  const digits = String(place % 1000).padStart(3, '0')
  const letter = (index: number) => letters.charAt(index % letters.length)
  return letter(Math.floor(word / 400)) + letter(Math.floor(word / 20)) + letter(word) + digits
}

/** FNV-1a with its bits mixed once more, for ids that differ in the last digit only. */
function hashOf(id: string): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < id.length; index++) hash = Math.imul(hash ^ id.charCodeAt(index), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}
