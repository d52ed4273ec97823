import { theDesk } from '../../core/desk/actor'
import type { SetAside, TelegramFact } from '../../core/desk/facts'
import { compareGone, compareMessage, type Ours } from '../../core/evidence/compare'
import { Deletions } from '../../core/evidence/deletions'
import { asidesOf } from '../../core/evidence/set-aside'
import type { Clock, Journal, Log } from '../../core/ports'
import { Refusal } from '../../core/refusal'
import type { Door } from '../accounts'
import type { Desk } from '../desk'
import { oursNow } from '../evidence/ours'

/** What is needed to offer the desk once more what it could not take in. */
export interface TakeUpParts {
  readonly desk: Desk
  readonly journal: Pick<Journal, 'find' | 'latest' | 'read'>
  readonly clock: Clock
  readonly log: Log
}

/**
 * Reads from Telegram what of an account was set aside, and offers it to the desk once more. What fails again stays
 * set aside. What Telegram tells only once is given up if `isAsked`: somebody has read that it is missing. Where Telegram
 * cannot be asked now, the rest waits for the next time: each further try would only make its pause longer.
 */
export async function takeUpAsides(
  { accountId, telegram }: Pick<Door, 'accountId' | 'telegram'>,
  isAsked: boolean,
  { desk, journal, clock, log }: TakeUpParts,
): Promise<void> {
  if (accountId === null) return
  const deletions = new Deletions((...asked) => journal.read(...asked))
  const ours = () => oursNow(desk, journal, deletions)
  for (const aside of asidesOf(desk.state, accountId)) {
    const isReadable = aside.chatId !== null && aside.numbers.length > 0
    if (!isReadable && !isAsked) continue
    try {
      const read = isReadable ? await telegram.readAgain(aside.chatId, aside.numbers) : nothing
      const facts = [
        ...read.facts.flatMap((fact) => offered(aside, fact, ours(), clock.now())),
        ...read.gone.flatMap((number) => gone(aside, number, ours(), clock.now())),
      ]
      const recovered = facts.filter(({ kind }) => kind === 'message').length
      const delivery = {
        ...{ facts, people: read.people, accountId, marks: {} },
        ...(recovered > 0 ? { tally: { recovered } } : {}),
        takenUp: [{ id: aside.id, ...(isReadable ? {} : ({ isGivenUp: true } as const)) }],
      }
      await desk.ask({ kind: 'receive-delivery', delivery }, theDesk)
    } catch (error) {
      log.error('what was set aside could not be taken in', error)
      if (error instanceof Refusal && notNow.has(error.code)) return
    }
  }
}

const notNow: ReadonlySet<string> = new Set(['offline', 'rate-limited', 'signed-out'])
const nothing = { facts: [], gone: [], people: [] }

/** A message that is not here is news; of one that is here, what has changed. */
function offered(aside: SetAside, fact: TelegramFact, ours: Ours, now: number): readonly TelegramFact[] {
  if (fact.kind !== 'message') return [fact]
  const { chatId, number } = fact.message
  if (!ours.find(chatId, number)) return [aside.isContext ? { ...fact, isContext: true } : fact]
  return repairs(compareMessage(ours, fact, 0, now))
}

function gone(aside: SetAside, number: number, ours: Ours, now: number): readonly TelegramFact[] {
  const { chatId, what } = aside
  if (chatId === null) return []
  const at = new Date(now).toISOString()
  const topic = { kind: 'topic-deleted', chatId, topicId: number, at } as const
  return [...repairs(compareGone(ours, chatId, number, now)), ...(what === 'topic-deleted' ? [topic] : [])]
}

function repairs(found: { readonly repair: TelegramFact } | null): readonly TelegramFact[] {
  return found ? [found.repair] : []
}
