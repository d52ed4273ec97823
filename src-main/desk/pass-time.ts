import { theDesk } from '../core/desk/actor'
import type { Clock, Log } from '../core/ports'
import type { Broadcaster } from './broadcaster'
import type { Desk } from './desk'
import type { OutboxRunner } from './outbox-runner'
import type { ReactTogether } from './react-together'
import type { SelfWatch } from './self-watch'
import type { Due, TimeKeeper } from './time-keeper'

/** For how many tickets time passes in one go: after a long sleep it is thousands, and others want their turn. */
const passedAtOnce = 500

/** For whom time passes. */
export interface PassTimeParts {
  readonly desk: Desk
  readonly reacting: ReactTogether
  readonly broadcaster: Broadcaster
  readonly time: TimeKeeper
  readonly outbox: OutboxRunner
  readonly watch: SelfWatch
  readonly clock: Clock
  readonly log: Log
}

/** Time has come: for tickets, for what waits to be sent, for chats that paused and for duties. */
export async function passTime(
  { ticketIds, outboxIds, chatIds, duties }: Due,
  { desk, reacting, broadcaster, time, outbox, watch, clock, log }: PassTimeParts,
): Promise<void> {
  const askedAt = clock.now()
  try {
    await reacting.during(async () => {
      for (let from = 0; from < ticketIds.length; from += passedAtOnce) {
        const some = ticketIds.slice(from, from + passedAtOnce)
        await desk.ask({ kind: 'pass-time', ticketIds: some }, theDesk)
      }
    })
    if (ticketIds.length + outboxIds.length + chatIds.length > 0) broadcaster.queueMayDiffer()
  } catch (error) {
    log.error('time passed, but that could not be kept', error)
  }
  time.passed(desk.state, ticketIds, askedAt)
  if (chatIds.length > 0) broadcaster.waitingMayDiffer()
  const waitingIn = outboxIds.flatMap((id) => desk.state.outbox.get(id)?.chatId ?? [])
  outbox.runIn(new Set([...chatIds, ...waitingIn]))
  await watch.duties.run(duties)
}
