import { allItems, type Comparison, compare } from './compare'
import type { FireGround } from './fire-ground'
import { pause } from './pause'
import { areAllLive, signInAgain } from './sign-in-again'

export interface Outcome extends Comparison {
  /** Replies of which the desk said that it cannot know. */
  readonly uncertain: number
}

/** More than any number of faults: what waits to be sent counts before what differs. */
const wholeOutbox = 1_000_000

/**
 * All faults end; the desk gets the time it needs to catch up and to send, and `patienceMs` more without a step
 * forward; then both sides are compared.
 */
export async function comeToRest(ground: FireGround, patienceMs = 60_000): Promise<Outcome> {
  const { dc, ledger, places } = ground
  dc.switchboard.allWell()
  await dc.switchboard.comeUp()
  ground.disk.roomBytes = Number.POSITIVE_INFINITY
  if (!ground.running) await ground.start()
  await signInAgain(ground, 90_000)
  const { desk, journal } = ground.deskOnDc
  desk.wake()
  const named = new Set<string>()
  const compareAll = () => compare((one) => allItems(desk, journal.state, one.conversationId), ledger, places)
  let before = Number.POSITIVE_INFINITY
  let progressAt = performance.now()
  const isSettled = async () => {
    // A session that was revoked a moment ago may not have been missed yet when all looked well.
    const isLive = await areAllLive(ground)
    const hasNothingLeft = await settleFailed(ground, named)
    // All is compared only when nothing waits: of thousands of messages that takes longer than to send one.
    const open = hasNothingLeft ? (await compareAll()).faults.length : wholeOutbox + journal.state.outbox.size
    if (open < before) progressAt = performance.now()
    before = open
    return isLive && open === 0
  }
  for (let lookedAt = performance.now(); !(await isSettled()); lookedAt = performance.now()) {
    if (performance.now() - progressAt > patienceMs) break
    // The desk works in the same process: it gets as much time as the look took.
    await pause(Math.max(50, performance.now() - lookedAt))
  }
  // What comes twice comes late.
  await pause(150)
  await settleFailed(ground, named)
  const last = await compareAll()
  const left = [...journal.state.outbox.values()]
  const waiting = left.map((entry) => ({
    kind: 'lost' as const,
    place: entry.conversationId,
    what: `${entry.kind} still waits: ${JSON.stringify(entry.state)} ${entry.kind === 'reply' ? entry.text : JSON.stringify(entry.task)}`,
  }))
  return { compared: last.compared, faults: [...last.faults, ...waiting], uncertain: named.size }
}

/**
 * What an agent does with what did not go: looks for replies nobody can tell of, sends the others again, which is
 * safe under the same random_id. True once nothing is left.
 */
export async function settleFailed({ deskOnDc }: FireGround, named: Set<string>): Promise<boolean> {
  const { journal, desk } = deskOnDc
  const entries = [...journal.state.outbox.values()]
  for (const { id: outboxId, ticketId, state } of entries) {
    if (state.kind !== 'failed') continue
    if (state.uncertain) named.add(outboxId)
    const isThere =
      state.uncertain && (await desk.handlers.conversation.check({ ticketId, outboxId })) === null
    if (!isThere) await desk.handlers.conversation.retry({ ticketId, outboxId })
  }
  return entries.length === 0
}
