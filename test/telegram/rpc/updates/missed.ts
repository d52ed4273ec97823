import type { Api } from 'telegram'
import { tlMessage } from '../../view/message'
import { isBot } from '../../world/account'
import type { ChatEvent } from '../../world/events'
import type { Call } from '../method'

/** Up to where a sequence is forgotten for this caller: bots do not get what lay too long. */
export function forgottenPts({ me, world, desk }: Call, log: readonly ChatEvent[]): number {
  if (!isBot(me)) return 0
  const oldest = world.clock.now() - desk.switchboard.botHorizonMs
  const firstKept = log.findIndex(({ at }) => at >= oldest)
  const lastForgotten = firstKept < 0 ? log.at(-1) : log[firstKept - 1]
  return lastForgotten?.pts ?? 0
}

/** New messages among events, without those that are gone by now. */
export function newMessages(events: readonly ChatEvent[], me: number): Api.TypeMessage[] {
  return events.flatMap(({ change }) => {
    const isThere = change.kind === 'new' && change.message.deletedAt === null
    return isThere ? [tlMessage(change.message, me)] : []
  })
}
