import { type Comparison, compare } from './compare'
import type { FireGround } from './fire-ground'
import { signInAgain } from './sign-in-again'

export interface Outcome extends Comparison {
  /** Replies of which the desk said that it cannot know, each looked up with its button. */
  readonly uncertain: number
}

/** All faults end; the desk gets the time it needs to catch up and to send; then both sides are compared. */
export async function comeToRest(ground: FireGround, forMs = 60_000): Promise<Outcome> {
  const { dc, ledger, places } = ground
  dc.switchboard.allWell()
  await dc.switchboard.comeUp()
  ground.disk.roomBytes = Number.POSITIVE_INFINITY
  if (!ground.running) await ground.start()
  await signInAgain(ground, forMs)
  const { desk, journal } = ground.deskOnDc
  desk.wake()
  const named = new Set<string>()
  let last: Comparison = { compared: 0, faults: [] }
  const isSettled = async () => {
    await settleFailed(ground, named)
    if (journal.state.outbox.size > 0) return false
    last = await compare(desk, journal.state, ledger, places)
    return last.faults.length === 0
  }
  const isQuiet = await ground.until('', isSettled, forMs).then(
    () => true,
    () => false,
  )
  if (isQuiet) {
    // What comes twice comes late.
    await new Promise((resolve) => setTimeout(resolve, 150))
    last = await compare(desk, journal.state, ledger, places)
  }
  const left = [...journal.state.outbox.values()].map((entry) => ({
    kind: 'lost' as const,
    place: entry.conversationId,
    what: `${entry.kind} still waits: ${JSON.stringify(entry.state)} ${entry.kind === 'reply' ? entry.text : ''}`,
  }))
  return { compared: last.compared, faults: [...last.faults, ...left], uncertain: named.size }
}

/** What an agent does with replies that did not go: looks for those nobody can tell of, sends the others again. */
async function settleFailed({ deskOnDc }: FireGround, named: Set<string>): Promise<void> {
  const { journal, desk } = deskOnDc
  for (const { id: outboxId, ticketId, state } of [...journal.state.outbox.values()]) {
    if (state.kind !== 'failed') continue
    if (state.uncertain) named.add(outboxId)
    const isThere = state.uncertain && (await desk.handlers.conversation.check({ ticketId, outboxId }))
    if (!isThere) await desk.handlers.conversation.retry({ ticketId, outboxId })
  }
}
